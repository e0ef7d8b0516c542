import { list, text, type Item } from "./progress/items.js";
import { currentState, store } from "./progress/current.js";

/**
 * How many items are done, of all or of one area, phase, gate or holder. Until one is, the place keeps what the
 * page says there: the number of items, or nothing.
 */
class ProgressCount extends HTMLElement {
  private original: Node[] = [];
  private items: readonly Item[] = [];
  private readonly update = (): void => this.show();

  connectedCallback(): void {
    if (!list) return;
    this.original = [...this.childNodes];
    this.items = this.selected(list.items);
    store.addEventListener("change", this.update);
    this.show();
  }

  disconnectedCallback(): void {
    store.removeEventListener("change", this.update);
  }

  private selected(all: readonly Item[]): readonly Item[] {
    if (this.dataset["of"] === "group") {
      const ids = new Set([...(this.closest("section")?.querySelectorAll<HTMLElement>("[data-item]") ?? [])].map((row) => row.dataset["item"]));
      return all.filter((item) => ids.has(item.id));
    }
    return all.filter((item) => (["area", "phase", "gate", "role"] as const).every((field) => this.dataset[field] === undefined || item[field] === this.dataset[field]));
  }

  private show(): void {
    const statuses = this.items.map((item) => currentState(item).status);
    const done = statuses.filter((status) => status === "done").length;
    // What is waived or does not apply is nothing that remains to be done.
    const all = statuses.filter((status) => status !== "waived" && status !== "not-applicable").length;
    if (done === 0) {
      this.replaceChildren(...this.original);
      return;
    }
    const words = text("count", done, all);
    if (this.dataset["form"] === "words") {
      this.textContent = words;
      return;
    }
    const short = document.createElement("span");
    short.textContent = `${done}/${all}`;
    short.setAttribute("aria-hidden", "true");
    const long = document.createElement("span");
    long.className = "visually-hidden";
    long.textContent = words;
    this.replaceChildren(short, long);
  }
}

customElements.define("progress-count", ProgressCount);
