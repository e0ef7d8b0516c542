// Answering and results: fetched by the pages that show one of them.
import "./assessment/assessment-form.js";
import "./assessment/assessment-group.js";
import "./assessment/assessment-steps.js";
import "./assessment/assessment-progress.js";
import "./assessment/assessment-tools.js";
import "./assessment/assessment-results.js";
import "./assessment/area-score.js";
