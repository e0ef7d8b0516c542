// Everything a page can do beyond its HTML. Each element wraps markup that works without it.
import "./scheme-toggle.js";
import "./page-contents.js";
import "./copy-button.js";
import "./glossary-words.js";
import "./checklist-board.js";
import "./checklist-filter.js";
import "./open-items.js";
import "./progress-count.js";
import "./progress-tools.js";
