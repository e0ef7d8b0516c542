import { answerStore } from "./answer-store.js";

/** Which group the person who answers belongs to. */
class AssessmentGroup extends HTMLElement {
  connectedCallback(): void {
    const store = answerStore();
    const select = this.querySelector("select");
    if (!store || !select) return;
    const show = (): void => {
      select.value = store.saved.group ?? "";
    };
    select.addEventListener("change", () => store.change({ group: select.value === "" ? null : select.value }));
    store.addEventListener("change", show);
    show();
    this.hidden = false;
  }
}

customElements.define("assessment-group", AssessmentGroup);
