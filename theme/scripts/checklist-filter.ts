import { itemsById, list, text, type Item } from "./progress/items.js";
import { currentState, store } from "./progress/current.js";

const fields = ["phase", "role", "priority", "gate", "status"] as const;

/** Narrows the list on the page. What is chosen stands in the address, so that it can be kept and sent. */
class ChecklistFilter extends HTMLElement {
  private readonly update = (): void => this.apply();
  private wasNarrowed = false;

  connectedCallback(): void {
    if (!list) return;
    const query = new URLSearchParams(location.search);
    for (const control of this.controls()) {
      control.value = query.get(control.name) ?? "";
      if (control.value === "" && control instanceof HTMLSelectElement) control.selectedIndex = 0;
      control.addEventListener("input", () => {
        this.remember();
        this.apply();
      });
    }
    this.querySelector("button")?.addEventListener("click", () => {
      for (const control of this.controls()) control.value = "";
      this.remember();
      this.apply();
    });
    store.addEventListener("change", this.update);
    const details = this.querySelector("details");
    if (details) details.open = this.controls().some((control) => control.value.trim() !== "");
    this.apply();
  }

  disconnectedCallback(): void {
    store.removeEventListener("change", this.update);
  }

  private controls(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")];
  }

  private remember(): void {
    const query = new URLSearchParams(location.search);
    for (const control of this.controls()) {
      if (control.value.trim() === "") query.delete(control.name);
      else query.set(control.name, control.value.trim());
    }
    const search = query.size > 0 ? `?${query.toString()}` : "";
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }

  private apply(): void {
    const wanted = new Map(this.controls().map((control) => [control.name, control.value.trim()]).filter(([, value]) => value !== "") as [string, string][]);
    const isNarrowed = wanted.size > 0;
    // A list that shows everything stays as it is when something is ticked.
    if (!isNarrowed && !this.wasNarrowed) return;
    this.wasNarrowed = isNarrowed;
    const words = (wanted.get("text") ?? "").toLocaleLowerCase().split(/\s+/).filter((word) => word !== "");
    const isShown = (item: Item, row: HTMLElement): boolean =>
      fields.every((field) => fits(item, field, wanted.get(field))) && (words.length === 0 || matches(row, item, words));
    let shown = 0;
    let all = 0;
    for (const group of document.querySelectorAll<HTMLElement>(".item-group")) {
      let inGroup = 0;
      for (const row of group.querySelectorAll<HTMLElement>("[data-item]")) {
        const item = itemsById.get(row.dataset["item"] ?? "");
        row.hidden = item !== undefined && !isShown(item, row);
        all++;
        if (!row.hidden) inGroup++;
      }
      group.hidden = inGroup === 0;
      shown += inGroup;
    }
    const result = this.querySelector("[role=status]");
    if (result) result.textContent = isNarrowed ? text("shown", shown, all) : "";
    const clear = this.querySelector("button");
    if (clear) clear.hidden = !isNarrowed;
  }
}

function fits(item: Item, field: (typeof fields)[number], wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (field !== "status") return item[field] === wanted;
  const state = currentState(item);
  return wanted === "open" ? !state.isClosed : state.status === wanted;
}

function matches(row: HTMLElement, item: Item, words: readonly string[]): boolean {
  const content = `${item.id} ${item.title} ${row.querySelector(".item-facts")?.textContent ?? ""}`.toLocaleLowerCase();
  return words.every((word) => content.includes(word));
}

customElements.define("checklist-filter", ChecklistFilter);
