import { writeAnswers } from "./answer-file.js";
import { answerStore, type AnswerStore } from "./answer-store.js";
import { download } from "../download.js";
import { pageData, say, type PageData } from "./page-data.js";

/** Saves the answers as a file, and forgets them. Forgetting takes two clicks, because it cannot be taken back. */
class AssessmentTools extends HTMLElement {
  connectedCallback(): void {
    const data = pageData();
    const store = answerStore();
    if (!data || !store) return;
    this.button("export")?.addEventListener("click", () => this.save(data, store));
    this.button("clear")?.addEventListener("click", () => this.ask(true));
    this.button("keep")?.addEventListener("click", () => this.ask(false));
    this.button("forget")?.addEventListener("click", () => {
      store.clear();
      this.ask(false);
      this.tell(say(data, "answers.cleared"));
    });
    this.hidden = false;
  }

  private button(name: string): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>(`[data-do=${name}]`);
  }

  private save(data: PageData, store: AnswerStore): void {
    const group = store.saved.group ? `-${store.saved.group.replace(/[^\p{L}\p{N}]+/gu, "-")}` : "";
    const name = `${data.assessment}-${data.edition}${group}.json`;
    download(name, "application/json", writeAnswers(data, store.saved));
    this.tell(say(data, "answers.exported", name));
  }

  private ask(isAsking: boolean): void {
    const question = this.querySelector<HTMLElement>("[data-confirm]");
    if (question) question.hidden = !isAsking;
    this.button(isAsking ? "forget" : "clear")?.focus();
  }

  private tell(text: string): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = text;
  }
}

customElements.define("assessment-tools", AssessmentTools);
