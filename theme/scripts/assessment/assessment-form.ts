import { answerStore, type AnswerStore } from "./answer-store.js";
import { pageData, say, sayCount, type PageData } from "./page-data.js";
import { isAsked } from "./spec.js";

/** Keeps what is chosen in the form, and brings it back. Statements that a group is not asked are taken out of its way. */
class AssessmentForm extends HTMLElement {
  connectedCallback(): void {
    const data = pageData();
    const store = answerStore();
    if (!data || !store) return;
    this.addEventListener("change", (event) => this.keep(event.target, store));
    store.addEventListener("change", () => this.show(data, store));
    this.show(data, store);
  }

  private keep(target: EventTarget | null, store: AnswerStore): void {
    if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
    const question = target.closest<HTMLElement>("[data-question], [data-pulse]");
    const { question: id, pulse } = question?.dataset ?? {};
    if (id) store.change({ answers: { ...store.saved.answers, [id]: valueOf(target.value) } });
    else if (pulse) store.change({ pulse: { ...store.saved.pulse, [pulse]: Number(target.value) } });
  }

  private show(data: PageData, store: AnswerStore): void {
    const { answers, pulse, group } = store.saved;
    for (const input of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      const owner = input.closest<HTMLElement>("[data-question], [data-pulse]")?.dataset;
      if (!owner) continue;
      const answer = owner["question"] ? answers[owner["question"]] : pulse[owner["pulse"] ?? ""];
      input.checked = answer !== undefined && input.value === String(answer);
    }

    let left = 0;
    for (const item of data.spec.items) {
      const question = document.getElementById(item.id);
      const asked = isAsked(item, group);
      if (!asked) left += 1;
      question?.toggleAttribute("data-not-asked", !asked);
    }

    const note = this.querySelector<HTMLElement>("[data-not-asked-note]");
    if (note) {
      note.hidden = left === 0;
      note.textContent = left > 0 ? sayCount(data, "answers.not_asked", left, group ?? "") : "";
    }

    const status = this.querySelector<HTMLElement>("[data-storage]");
    const text = store.state === "kept" ? "" : say(data, `answers.${store.state}`);
    // Only when it changes, so that nothing is read out twice.
    if (status && status.textContent !== text) status.textContent = text;
  }
}

function valueOf(text: string): number | string {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

customElements.define("assessment-form", AssessmentForm);
