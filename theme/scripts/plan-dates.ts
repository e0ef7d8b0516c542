/** Work that nobody has to think of any more. Another element may write these into data-status of a row. */
const settled = new Set(["done", "waived", "not-applicable"]);

/** Dispatched on the document by whoever knows what the reader has ticked, after it has written data-status. */
const progressChanged = "playbook:progress";

/**
 * Marks what is late and what has to be begun by now, by the reader's own calendar. Rows carry the day they are due and
 * the last day to begin (data-due, data-begin); a plan without dates has neither and nothing is marked.
 */
class PlanDates extends HTMLElement {
  private readonly mark = (): void => this.markRows(today());

  connectedCallback(): void {
    this.mark();
    document.addEventListener(progressChanged, this.mark);
  }

  disconnectedCallback(): void {
    document.removeEventListener(progressChanged, this.mark);
  }

  private markRows(today: string): void {
    const counts = new Map<string, number>();
    for (const row of this.querySelectorAll<HTMLElement>("[data-due]")) {
      const state = stateOf(row, today);
      const words = state && this.dataset[state];
      row.dataset["state"] = state ?? "";
      const mark = row.querySelector<HTMLElement>(".plan-state");
      if (mark) {
        mark.textContent = words ?? "";
        mark.hidden = !words;
      }
      if (words) counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    const summary = this.querySelector<HTMLElement>(".plan-today");
    if (!summary) return;
    summary.textContent = [...counts].map(([words, count]) => `${words}: ${count}`).join(" · ");
    summary.hidden = counts.size === 0;
  }
}

function stateOf(row: HTMLElement, today: string): "late" | "now" | undefined {
  const { due, begin, status } = row.dataset;
  if (!due || !begin || settled.has(status ?? "")) return undefined;
  if (today > due) return "late";
  return today >= begin ? "now" : undefined;
}

/** The reader's day as year-month-day, which sorts as text. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

customElements.define("plan-dates", PlanDates);
