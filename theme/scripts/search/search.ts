// What is loaded when somebody searches.
import { openIndex } from "./open-index.js";
import type { SearchDialog } from "./search-dialog.js";
import { wakeSearchPage } from "./search-page.js";
import { SearchView } from "./search-view.js";

export { markTrail } from "./trail.js";

let view: SearchView | undefined;

/** Shows in the dialog what is found. */
export function searchIn({ form, input, place }: SearchDialog, root: string, texts: DOMStringMap, first?: Promise<Response>): void {
  // What goes wrong here the view says.
  void openIndex(root, first).catch(() => undefined);
  if (!view) {
    const made = (view = new SearchView(input, root, { failed: texts["failed"] ?? "", retry: texts["retry"] ?? "" }));
    place.replaceWith(made.box);
    form.addEventListener("submit", () => void made.openFirst());
  }
  void view.start();
}

/** Fetches the index before it is asked for, and wakes the search page where there is one. */
export function prepare(root: string, first?: Promise<Response>): void {
  // Before the search page asks for it.
  void openIndex(root, first).catch(() => undefined);
  wakeSearchPage();
}
