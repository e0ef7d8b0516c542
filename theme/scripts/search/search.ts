// What is loaded when somebody searches.
import { openIndex } from "./open-index.js";
import { wakeSearchPage } from "./search-page.js";

export { openDialog } from "./search-dialog.js";
export { markTrail } from "./trail.js";

/** Fetches the index before it is asked for, and wakes the search page where there is one. */
export function prepare(root: string): void {
  wakeSearchPage();
  void openIndex(root).catch(() => undefined);
}
