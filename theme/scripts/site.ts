// Everything a page can do beyond its HTML. Each element wraps markup that works without it.
import "./scheme-toggle.js";
import "./page-contents.js";
import "./copy-button.js";
import "./site-search.js";
