// Everything in one classic script, for pages opened from a disk: browsers load no modules there.
// The order matters: the search has to be there when the elements of the page wake.
import "./offline-search.js";
import "./site.js";
import "./assessment.js";
import "./checklist.js";
import "./plan.js";
