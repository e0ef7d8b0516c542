import { chooseSingleKeys, singleKeys, type SingleKeys } from "./single-keys.js";

/** Shows the list of keys, and lets single keys be switched on: a key without Ctrl must not surprise people who dictate. */
class ShortcutKeys extends HTMLElement {
  private choice: SingleKeys;

  connectedCallback(): void {
    const dialog = this.querySelector("dialog");
    const opener = this.querySelector<HTMLButtonElement>("button[data-opens]");
    const toggle = this.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (!dialog || !opener || !toggle) return;
    this.choice = singleKeys();
    toggle.checked = this.choice === "on";
    toggle.addEventListener("change", () => this.choose(toggle.checked ? "on" : "off"));
    opener.addEventListener("click", () => dialog.showModal());
    dialog.addEventListener("click", (event) => {
      // A click beside the dialog's content is a click on the dialog itself.
      if (event.target === dialog) dialog.close();
    });
    document.addEventListener("keydown", (event) => this.press(event, dialog));
    opener.hidden = false;
  }

  private choose(choice: SingleKeys): void {
    this.choice = choice;
    chooseSingleKeys(choice);
  }

  private press(event: KeyboardEvent, dialog: HTMLDialogElement): void {
    const isTyping = event.target instanceof Element && event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping || this.choice === "off") return;
    if (event.key === "?") {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else dialog.showModal();
    } else if (this.choice === "on" && !dialog.open) {
      this.go(event);
    }
  }

  /** Follows the visible link that the key stands for. */
  private go(event: KeyboardEvent): void {
    const entry = [...this.querySelectorAll<HTMLElement>("[data-key]")].find((each) => each.dataset["key"] === event.key);
    const targets = entry?.dataset["follows"] ? document.querySelectorAll<HTMLElement>(entry.dataset["follows"]) : [];
    const target = [...targets].find((each) => each.checkVisibility());
    if (!target) return;
    event.preventDefault();
    target.click();
  }
}

customElements.define("shortcut-keys", ShortcutKeys);
