import { list, text, type Item } from "./progress/items.js";
import { currentState, store } from "./progress/current.js";

/**
 * How many items are closed, of all or of one area, phase, gate or holder. Until something is, the place keeps what the
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
    const closed = this.items.filter((item) => currentState(item).isClosed).length;
    if (closed === 0) {
      this.replaceChildren(...this.original);
      return;
    }
    const words = text("count", closed, this.items.length);
    if (this.dataset["form"] === "words") {
      this.textContent = words;
      return;
    }
    const short = document.createElement("span");
    short.textContent = `${closed}/${this.items.length}`;
    short.setAttribute("aria-hidden", "true");
    const long = document.createElement("span");
    long.className = "visually-hidden";
    long.textContent = words;
    this.replaceChildren(short, long);
  }
}

customElements.define("progress-count", ProgressCount);
