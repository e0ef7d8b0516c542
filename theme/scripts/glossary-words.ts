/** Time a pointer rests on a word before its note opens, and time in which it may cross to the note. In milliseconds. */
const openAfter = 180;
const closeAfter = 250;
const gap = 8;

/**
 * Shows what a word of the glossary means beside the word: on hover, on focus, and on the first tap. Escape closes the
 * note, the pointer may move onto it, and the link itself still leads to the glossary.
 */
class GlossaryWords extends HTMLElement {
  private timer = 0;
  private shown: { note: HTMLElement; link: HTMLElement } | undefined;

  connectedCallback(): void {
    if (!("popover" in HTMLElement.prototype)) return;
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a.word")) {
      const note = document.getElementById(`_word-${link.dataset["word"]}`);
      if (note) this.join(link, note);
    }
    addEventListener("scroll", () => this.scrolled(), { passive: true });
  }

  private join(link: HTMLAnchorElement, note: HTMLElement): void {
    link.setAttribute("aria-describedby", note.id);
    let isTouch = false;
    link.addEventListener("pointerdown", (event) => (isTouch = event.pointerType === "touch"));
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") this.later(() => this.show(link, note), openAfter);
    });
    link.addEventListener("pointerleave", () => this.later(() => this.hide(), closeAfter));
    link.addEventListener("focus", () => {
      if (link.matches(":focus-visible")) this.show(link, note);
    });
    link.addEventListener("blur", () => this.later(() => this.hide(), closeAfter));
    link.addEventListener("click", (event) => {
      // The first tap explains; the second, or a tap on the note's own link, goes to the glossary.
      if (isTouch && this.shown?.note !== note) {
        event.preventDefault();
        this.show(link, note);
      }
    });
    note.addEventListener("pointerenter", () => clearTimeout(this.timer));
    note.addEventListener("pointerleave", () => this.later(() => this.hide(), closeAfter));
    note.addEventListener("focusin", () => clearTimeout(this.timer));
  }

  private later(act: () => void, delay: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(act, delay);
  }

  private show(link: HTMLElement, note: HTMLElement): void {
    clearTimeout(this.timer);
    if (this.shown?.note === note && note.matches(":popover-open")) return;
    this.hide();
    note.showPopover();
    this.shown = { note, link };
    this.place(link, note);
  }

  /** Focus and the pointer meet a word while the page still moves: its note moves with it, and one that waits still opens. */
  private scrolled(): void {
    if (!this.shown) return;
    const { link, note } = this.shown;
    if (link === document.activeElement || link.matches(":hover") || note.matches(":hover")) this.place(link, note);
    else this.hide();
  }

  private place(link: HTMLElement, note: HTMLElement): void {
    const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const box = note.getBoundingClientRect();
    const left = Math.min(Math.max(gap, word.left), document.documentElement.clientWidth - box.width - gap);
    const isBelow = word.bottom + gap + box.height < innerHeight || word.top < box.height + gap;
    note.style.left = `${left}px`;
    note.style.top = `${isBelow ? word.bottom + gap : word.top - box.height - gap}px`;
  }

  private hide(): void {
    clearTimeout(this.timer);
    if (this.shown?.note.matches(":popover-open")) this.shown.note.hidePopover();
    this.shown = undefined;
  }
}

customElements.define("glossary-words", GlossaryWords);
