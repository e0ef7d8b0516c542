import { addressOf, list, text } from "./progress/items.js";
import { currentState, store } from "./progress/current.js";

/** Says which items of a gate are still open. */
class OpenItems extends HTMLElement {
  private readonly update = (): void => this.show();

  connectedCallback(): void {
    if (!list) return;
    store.addEventListener("change", this.update);
    this.hidden = false;
    this.show();
  }

  disconnectedCallback(): void {
    store.removeEventListener("change", this.update);
  }

  private show(): void {
    const open = (list?.items ?? []).filter((item) => item.gate === this.dataset["gate"] && !currentState(item).isClosed);
    this.classList.toggle("is-clear", open.length === 0);
    if (open.length === 0) {
      this.textContent = text("gate_clear");
      return;
    }
    const links = open.flatMap((item) => {
      const link = document.createElement("a");
      link.href = addressOf(item);
      link.textContent = item.id;
      link.title = item.title;
      return [" ", link];
    });
    this.replaceChildren(text("gate_open"), ...links);
  }
}

customElements.define("open-items", OpenItems);
