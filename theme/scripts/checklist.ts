// Ticking, recording, filtering, files of progress: fetched by the pages with a checklist.
import "./checklist-board.js";
import "./checklist-filter.js";
import "./open-items.js";
import "./progress-tools.js";
