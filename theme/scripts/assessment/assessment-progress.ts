import { answerStore, type AnswerStore } from "./answer-store.js";
import { pageData, say, type PageData } from "./page-data.js";
import { isAsked } from "./spec.js";

/** How much is answered, always in sight, with the way to the results. */
class AssessmentProgress extends HTMLElement {
  connectedCallback(): void {
    const data = pageData();
    const store = answerStore();
    if (!data || !store) return;
    store.addEventListener("change", () => this.show(data, store));
    this.show(data, store);
    this.hidden = false;
  }

  private show(data: PageData, store: AnswerStore): void {
    const { answers, pulse, group } = store.saved;
    const asked = data.spec.items.filter((item) => isAsked(item, group));
    const statements = data.pulse?.statements ?? [];
    const total = asked.length + statements.length;
    const done = asked.filter((item) => Object.hasOwn(answers, item.id)).length + statements.filter((each) => Object.hasOwn(pulse, each.id)).length;
    const bar = this.querySelector("progress");
    if (bar) {
      bar.max = Math.max(1, total);
      bar.value = done;
    }

    const text = this.querySelector("[data-count]");
    if (text) text.textContent = say(data, "answers.progress", done, total);
  }
}

customElements.define("assessment-progress", AssessmentProgress);
