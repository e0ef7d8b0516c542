import { element } from "./build-node.js";
import { SearchView } from "./search-view.js";

export interface DialogOptions {
  /** The way to the site's root, as a relative address. */
  readonly root: string;
  /** Gets the focus back. */
  readonly opener: HTMLElement;
  /** Texts needed before the index is there: label, close, failed, retry, page. */
  readonly texts: DOMStringMap;
}

let dialog: HTMLDialogElement | undefined;
let view: SearchView | undefined;
let input: HTMLInputElement | undefined;

/** Opens the search over the page, made when it is first asked for. */
export function openDialog({ root, opener, texts }: DialogOptions): void {
  dialog ??= make(root, opener, texts);
  if (!dialog.open) dialog.showModal();
  input!.select();
  void view!.start();
}

function make(root: string, opener: HTMLElement, texts: DOMStringMap): HTMLDialogElement {
  const say = (key: string): string => texts[key] ?? "";
  input = element("input", { id: "_search-field", type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go" });
  view = new SearchView(input, root, { failed: say("failed"), retry: say("retry") });
  const close = element("button", { type: "button", class: "button" }, say("close"));
  const form = element(
    "form",
    { role: "search", class: "search-form" },
    element("label", { for: input.id, class: "visually-hidden" }, say("label")),
    input,
    close,
  );
  const toPage = element("a", { href: opener.getAttribute("href") ?? "" }, say("page"));
  const made = element("dialog", { class: "search-dialog", "aria-label": opener.textContent?.trim() ?? "" }, form, view.box, element("p", { class: "search-foot" }, toPage));
  input.placeholder = say("label");
  close.addEventListener("click", () => made.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void view!.openFirst();
  });
  // Chromium's search field keeps the first Escape for itself; a reader who wants out wants out at once.
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    made.close();
  });
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close();
  });
  // A link to a place on this page would leave the dialog open above it.
  made.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && link.pathname === location.pathname && link.hash) made.close();
  });
  toPage.addEventListener("click", () => {
    toPage.search = input!.value.trim() === "" ? "" : `?q=${encodeURIComponent(input!.value.trim())}`;
  });
  made.addEventListener("close", () => opener.focus({ preventScroll: true }));
  document.body.append(made);
  return made;
}
