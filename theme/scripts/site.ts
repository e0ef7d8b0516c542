// Everything a page can do beyond its HTML. Each element wraps markup that works without it.
import "./scheme-toggle.js";
import "./page-contents.js";
import "./copy-button.js";
import "./glossary-words.js";
import "./reading-route.js";
import "./route-progress.js";
import "./section-changes.js";
import "./shortcut-keys.js";
import "./run-view.js";
import "./print-button.js";
import "./progress-count.js";
import "./site-search.js";
