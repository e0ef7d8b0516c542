/** Opens the browser's print dialogue. Without JavaScript the browser's own menu does it, so the button stays hidden. */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button) return;
    button.addEventListener("click", () => print());
    this.hidden = false;
  }
}

customElements.define("print-button", PrintButton);
