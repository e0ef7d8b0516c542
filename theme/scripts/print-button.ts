/** Prints the page; where scripts do not run, the browser's own command does the same and no button promises it. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("button")?.addEventListener("click", () => print());
    this.hidden = false;
  }
}

customElements.define("print-button", PrintButton);
