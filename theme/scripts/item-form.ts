import { inWords, isDay } from "./progress/days.js";
import { text, type Item } from "./progress/items.js";
import { forgetDay, isReadOnly, record } from "./progress/current.js";
import type { ItemRecord, Status } from "./progress/record.js";
import { doneDays, nextDays, type State } from "./progress/state.js";

type Field = "status" | "reason" | "by" | "until" | "evidence" | "note" | "date";

/**
 * The disclosure below an item in which everything but the tick is recorded. Its controls come from the page's template,
 * and only when somebody opens it: hundreds of items with ten controls each would make the page slow.
 */
export class ItemForm {
  readonly element = document.createElement("details");
  private readonly controls = new Map<Field, HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>();
  private state: State | undefined;

  constructor(private readonly item: Item) {
    this.element.className = "item-record";
    const summary = document.createElement("summary");
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = ` ${item.id}`;
    summary.append(text("record"), name);
    this.element.append(summary);
    this.element.addEventListener("toggle", () => {
      if (!this.element.open) return;
      if (this.controls.size === 0) this.fill();
      this.showState();
    });
  }

  show(state: State): void {
    this.state = state;
    this.element.hidden = isReadOnly();
    if (this.element.open) this.showState();
  }

  private fill(): void {
    const template = document.getElementById("_record") as HTMLTemplateElement | null;
    if (!template) return;
    this.element.append(template.content.cloneNode(true));
    for (const control of this.element.querySelectorAll<HTMLInputElement>("[data-field]")) {
      const field = control.dataset["field"] as Field;
      this.controls.set(field, control);
      control.addEventListener("change", () => this.save(field));
    }
    const evidence = this.controls.get("evidence");
    if (evidence instanceof HTMLInputElement && this.item.evidence === "link") evidence.inputMode = "url";
  }

  private save(field: Field): void {
    const value = this.controls.get(field)?.value.trim() ?? "";
    if (field === "date" || field === "until") {
      // A date that is half typed is empty; the browser says what is wrong with it.
      if (value !== "" && !isDay(value)) return;
    }
    // A day that is filled in says that it was done.
    const status = field === "status" ? (value as Status) : undefined;
    record(this.item, { ...(status ? { status } : {}), ...(field === "status" ? {} : ({ [field]: value } as Partial<ItemRecord>)) });
  }

  private showState(): void {
    const { record: now, status } = this.state ?? {};
    for (const [field, control] of this.controls) {
      const value = field === "status" ? (status ?? "todo") : (now?.[field] ?? "");
      // What somebody is typing is left alone.
      if (control !== document.activeElement || control instanceof HTMLSelectElement) control.value = value;
    }
    for (const part of this.element.querySelectorAll<HTMLElement>("[data-for]")) {
      part.hidden = !(part.dataset["for"] ?? "").split(" ").includes(status ?? "todo");
    }
    this.showHistory(now);
  }

  private showHistory(now: ItemRecord | undefined): void {
    const history = this.element.querySelector<HTMLElement>("[data-history]");
    if (!history || !this.item.every) return;
    const rows = doneDays(now).map((day) => {
      const row = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text("forget");
      button.setAttribute("aria-label", `${text("forget")} ${inWords(day)}`);
      button.addEventListener("click", () => forgetDay(this.item, day));
      const by = now?.earlier?.get(day)?.by ?? (now?.date === day ? now.by : undefined);
      row.append(by ? `${inWords(day)} · ${by} ` : `${inWords(day)} `, button);
      return row;
    });
    history.querySelector("ul")?.replaceChildren(...rows);
    const done = history.querySelector<HTMLElement>("[data-done]");
    if (done) done.hidden = rows.length === 0;
    const next = nextDays(this.item, now);
    const line = history.querySelector<HTMLElement>("[data-next]");
    if (line) line.textContent = next.length > 0 ? text("next", next.map(inWords).join(" · ")) : "";
    history.hidden = rows.length === 0 && next.length === 0;
  }
}
