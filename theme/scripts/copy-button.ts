/** Copies the element named by data-copies, as text and as HTML, so that tables arrive as tables. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const source = document.getElementById(this.dataset["copies"] ?? "");
    if (!button || !source || !("clipboard" in navigator)) return;
    button.addEventListener("click", () => void this.copy(source));
    this.hidden = false;
  }

  private async copy(source: HTMLElement): Promise<void> {
    const status = this.querySelector("[role=status]");
    let text: string | undefined;
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob([source.innerText], { type: "text/plain" }),
          "text/html": new Blob([source.innerHTML], { type: "text/html" }),
        }),
      ]);
      text = this.dataset["done"];
    } catch {
      text = this.dataset["failed"];
    }
    if (status) status.textContent = text ?? "";
  }
}

customElements.define("copy-button", CopyButton);
