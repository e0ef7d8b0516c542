// Fetched by the page of the plan alone.
import "./plan-dates.js";
