import { SearchView } from "./search-view.js";

/** The search page: the form of its HTML, the query in its address, the results in between. */
class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const input = this.querySelector("input");
    const place = this.querySelector("[data-results]");
    if (!form || !input || !place) return;
    const view = new SearchView(input, this.dataset["root"] ?? "./", { failed: this.dataset["failed"] ?? "", retry: this.dataset["retry"] ?? "" }, (text) => this.show(text));
    place.replaceChildren(view.box);
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void view.run().then(() => {
        view.remember();
        view.focusFirst();
      });
    });
    this.hidden = false;
    void view.start();
  }

  /** The address says what is shown, so that it can be kept and sent; going back leaves the page, not letter by letter. */
  private show(text: string): void {
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    address.hash = "";
    try {
      if (address.href !== location.href) history.replaceState(null, "", address);
    } catch {
      // Some browsers allow no change of address on a page from a disk.
    }
  }
}

export function wakeSearchPage(): void {
  if (!customElements.get("search-page")) customElements.define("search-page", SearchPage);
}
