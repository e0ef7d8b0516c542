import { inWords } from "./progress/days.js";
import { addressOf, itemsById, list, text, type Item } from "./progress/items.js";
import { blockers, currentState, isReadOnly, record, store } from "./progress/current.js";
import { nextDays, type State } from "./progress/state.js";
import { ItemForm } from "./item-form.js";

/** A list of items on which a reader ticks and records. Without it the list is complete, with boxes to print. */
class ChecklistBoard extends HTMLElement {
  private rows: ItemRow[] = [];
  private readonly update = (): void => {
    for (const row of this.rows) row.show();
  };

  connectedCallback(): void {
    if (!list) return;
    this.rows = [...this.querySelectorAll<HTMLElement>("[data-item]")].flatMap((element) => {
      const item = itemsById.get(element.dataset["item"] ?? "");
      return item ? [new ItemRow(element, item)] : [];
    });
    store.addEventListener("change", this.update);
    this.update();
  }

  disconnectedCallback(): void {
    store.removeEventListener("change", this.update);
  }
}

/** One item of the list. */
class ItemRow {
  private readonly box: HTMLInputElement | null;
  private readonly line = document.createElement("p");
  private readonly form: ItemForm;
  private readonly isShort: boolean;
  private shown = "";

  constructor(private readonly element: HTMLElement, private readonly item: Item) {
    this.box = element.querySelector<HTMLInputElement>("input.box");
    this.isShort = element.closest(".is-short") !== null;
    this.line.className = "item-state";
    this.line.hidden = true;
    this.form = new ItemForm(item);
    const body = element.querySelector(".item-body") ?? element;
    (body.querySelector(".item-facts") ?? element.querySelector(".item-head"))?.after(this.line);
    body.append(this.form.element);
    if (!this.box) return;
    // Browsers put ticks of the last visit back, which may not be what is recorded.
    this.box.autocomplete = "off";
    this.box.addEventListener("change", () => record(item, { status: this.box?.checked ? "done" : "todo" }));
  }

  /** Shows the present state; touches the page only when it has changed. */
  show(): void {
    const state = currentState(this.item);
    const open = state.isClosed ? [] : blockers(this.item);
    const parts = [stateWords(state), this.comesBack(state), open.map((other) => other.id).join()];
    const signature = [state.status, ...parts, isReadOnly()].join("\n");
    this.form.show(state);
    if (signature === this.shown) return;
    this.shown = signature;
    this.element.dataset["status"] = state.status;
    this.element.toggleAttribute("data-blocked", open.length > 0);
    if (this.box) {
      this.box.checked = state.status === "done";
      this.box.indeterminate = state.status === "doing";
      this.box.disabled = isReadOnly();
    }
    this.line.replaceChildren(...this.sentences(parts, open));
    this.line.hidden = this.line.childNodes.length === 0;
  }

  private sentences([words = "", again = ""]: string[], open: Item[]): Node[] {
    const sentences: Node[] = [];
    if (words) sentences.push(sentence(words));
    if (open.length > 0) {
      const blocked = sentence(text("blocked"));
      blocked.className = "blocked";
      for (const other of open) {
        const link = document.createElement("a");
        link.href = addressOf(other);
        link.title = other.title;
        link.textContent = this.isShort ? other.id : `${other.id} ${other.title}`;
        blocked.append(" ", link);
      }
      sentences.push(blocked);
    }
    if (again) sentences.push(sentence(again));
    return sentences;
  }

  private comesBack(state: State): string {
    const days = state.status === "done" ? nextDays(this.item, state.record) : [];
    return days.length > 0 ? text("next", days.map(inWords).join(" · ")) : "";
  }
}

function sentence(words: string): HTMLElement {
  const span = document.createElement("span");
  span.textContent = words;
  return span;
}

/** What a reader wants to know beside the box. */
function stateWords({ status, record, again }: State): string {
  if (again) return text(again);
  if (status === "todo") return record?.note ? record.note : "";
  const parts = [text(`status.${status}`)];
  if (record?.date) parts.push(inWords(record.date));
  if (record?.by) parts.push(record.by);
  if (record?.reason) parts.push(record.reason);
  if (record?.until) parts.push(text("until", inWords(record.until)));
  if (record?.evidence) parts.push(record.evidence);
  if (record?.note) parts.push(record.note);
  // A tick with its day needs no words.
  return parts.join(" · ");
}

customElements.define("checklist-board", ChecklistBoard);
