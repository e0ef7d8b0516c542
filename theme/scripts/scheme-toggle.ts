import { rememberedScheme, rememberScheme, type Scheme } from "./scheme-choice.js";

const next: Record<Scheme, Scheme> = { system: "light", light: "dark", dark: "system" };

/** A button that goes round: as the device, light, dark. Its label says which one is on. */
class SchemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button) return;
    let scheme = rememberedScheme();
    const say = (): void => button.setAttribute("aria-label", this.dataset[scheme] ?? scheme);
    say();
    button.addEventListener("click", () => {
      scheme = next[scheme];
      rememberScheme(scheme);
      say();
    });
  }
}

customElements.define("scheme-toggle", SchemeToggle);
