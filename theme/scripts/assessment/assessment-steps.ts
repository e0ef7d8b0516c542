import { answerStore } from "./answer-store.js";
import { pageData, say } from "./page-data.js";

/** Shows the whole form or one statement at a time, with buttons to go on and back. */
class AssessmentSteps extends HTMLElement {
  private current = 0;

  connectedCallback(): void {
    const store = answerStore();
    const form = document.querySelector<HTMLFormElement>("form[data-assessment]");
    if (!store || !form) return;
    const show = (): void => this.show(form, store.saved.isOneByOne);
    for (const input of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      input.addEventListener("change", () => {
        this.current = this.firstOpen(form);
        store.change({ isOneByOne: input.value === "one" });
      });
    }

    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-step]")) {
      button.addEventListener("click", () => this.go(form, Number(button.dataset["step"])));
    }

    addEventListener("hashchange", () => this.follow(form, show));
    store.addEventListener("change", show);
    this.current = this.firstOpen(form);
    this.follow(form, show);
    this.hidden = false;
  }

  private questions(form: HTMLElement): HTMLElement[] {
    return [...form.querySelectorAll<HTMLElement>("[data-question]:not([data-not-asked]), [data-pulse]")];
  }

  private firstOpen(form: HTMLElement): number {
    return Math.max(0, this.questions(form).findIndex((question) => !question.querySelector(":checked")));
  }

  /** A link to a statement must show it. */
  private follow(form: HTMLElement, show: () => void): void {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const questions = this.questions(form);
    const at = questions.findIndex((question) => question === target || (target !== null && question.closest("section")?.contains(target)));
    if (at >= 0) this.current = at;
    show();
  }

  private go(form: HTMLElement, step: number): void {
    this.current += step;
    this.show(form, true);
    const question = this.questions(form)[this.current];
    question?.focus({ preventScroll: true });
    question?.scrollIntoView({ block: "center" });
  }

  private show(form: HTMLElement, isOneByOne: boolean): void {
    const questions = this.questions(form);
    this.current = Math.min(Math.max(this.current, 0), Math.max(0, questions.length - 1));
    form.toggleAttribute("data-one-by-one", isOneByOne);
    for (const input of this.querySelectorAll<HTMLInputElement>("input[type=radio]")) input.checked = (input.value === "one") === isOneByOne;
    for (const [at, question] of questions.entries()) {
      question.toggleAttribute("data-current", isOneByOne && at === this.current);
      question.tabIndex = -1;
    }

    for (const section of form.querySelectorAll<HTMLElement>(":scope > section")) {
      section.toggleAttribute("data-current", section.querySelector("[data-current]") !== null);
    }

    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-step]")) {
      const next = this.current + Number(button.dataset["step"]);
      button.hidden = !isOneByOne;
      button.disabled = next < 0 || next >= questions.length;
    }

    const place = document.querySelector<HTMLElement>("[data-place]");
    const data = pageData();
    if (place && data) {
      place.hidden = !isOneByOne;
      place.textContent = say(data, "answers.place", this.current + 1, questions.length);
    }
  }
}

customElements.define("assessment-steps", AssessmentSteps);
