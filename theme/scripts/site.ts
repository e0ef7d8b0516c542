// Everything a page can do beyond its HTML. Each element wraps markup that works without it.
import "./scheme-toggle.js";
import "./page-contents.js";
import "./copy-button.js";
import "./assessment/assessment-form.js";
import "./assessment/assessment-group.js";
import "./assessment/assessment-steps.js";
import "./assessment/assessment-progress.js";
import "./assessment/assessment-tools.js";
import "./assessment/assessment-results.js";
import "./assessment/area-score.js";
