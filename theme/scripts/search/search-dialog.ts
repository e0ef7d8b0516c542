import { element } from "./build-node.js";

/** The dialog as it opens: a field to type into, and the place for what is found. */
export interface SearchDialog {
  readonly box: HTMLDialogElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly place: HTMLElement;
}

let dialog: SearchDialog | undefined;

/**
 * Opens the search over the page, made when it is first asked for. Comes with every page and not with the search: what is
 * typed need not wait for the net, and the net need not wait for the page to be laid out below the dialog.
 * @param opener Gets the focus back.
 * @param texts Texts needed before the index is there: label, close, page.
 */
export function openDialog(opener: HTMLElement, texts: DOMStringMap): SearchDialog {
  dialog ??= make(opener, texts);
  if (!dialog.box.open) dialog.box.showModal();
  dialog.input.select();
  return dialog;
}

function make(opener: HTMLElement, texts: DOMStringMap): SearchDialog {
  const say = (key: string): string => texts[key] ?? "";
  const input = element("input", { id: "_search-field", type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go" });
  const place = element("div", { class: "search-view" });
  const close = element("button", { type: "button", class: "button" }, say("close"));
  const form = element(
    "form",
    { role: "search", class: "search-form" },
    element("label", { for: input.id, class: "visually-hidden" }, say("label")),
    input,
    close,
  );
  const toPage = element("a", { href: opener.getAttribute("href") ?? "" }, say("page"));
  const made = element("dialog", { class: "search-dialog", "aria-label": opener.textContent?.trim() ?? "" }, form, place, element("p", { class: "search-foot" }, toPage));
  input.placeholder = say("label");
  close.addEventListener("click", () => made.close());
  form.addEventListener("submit", (event) => event.preventDefault());
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
    toPage.search = input.value.trim() === "" ? "" : `?q=${encodeURIComponent(input.value.trim())}`;
  });
  made.addEventListener("close", () => opener.focus({ preventScroll: true }));
  document.body.append(made);
  return { box: made, form, input, place };
}
