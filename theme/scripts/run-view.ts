/**
 * Shows the steps of a play one at a time, large enough to read at arm's length, with the step's own time counting down.
 * The steps are the items of the text's first numbered list; a number in the words that open a step is its minutes.
 */
class RunView extends HTMLElement {
  private steps: HTMLElement[] = [];
  private at = 0;
  private left = 0;
  private ticking = 0;

  connectedCallback(): void {
    this.steps = [...(document.querySelector("article > ol")?.querySelectorAll<HTMLElement>(":scope > li") ?? [])];
    const dialog = this.querySelector("dialog");
    if (!dialog || this.steps.length === 0) return;
    this.on("open", () => {
      this.show(0);
      dialog.showModal();
      this.querySelector<HTMLElement>("[data-next]")?.focus();
    });
    this.on("close", () => dialog.close());
    this.on("previous", () => this.show(this.at - 1));
    this.on("next", () => this.show(this.at + 1));
    this.on("clock", () => (this.ticking ? this.pause() : this.start()));
    dialog.addEventListener("close", () => this.pause());
    dialog.addEventListener("keydown", (event) => {
      const isRightToLeft = getComputedStyle(this).direction === "rtl";
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (step !== 0) this.show(this.at + (isRightToLeft ? -step : step));
    });
    this.hidden = false;
  }

  disconnectedCallback(): void {
    this.pause();
  }

  private on(name: string, act: () => void): void {
    this.querySelector(`[data-${name}]`)?.addEventListener("click", act);
  }

  private show(at: number): void {
    const step = this.steps[at];
    const text = this.querySelector(".run-text");
    const place = this.querySelector(".run-place");
    if (!step || !text || !place) return;
    const wasTicking = this.ticking !== 0;
    this.pause();
    this.at = at;
    text.replaceChildren(...[...step.childNodes].map((node) => node.cloneNode(true)));
    place.textContent = (this.dataset["step"] ?? "").replace("{0}", String(at + 1)).replace("{1}", String(this.steps.length));
    this.left = 60 * Number(/\d+/.exec(step.querySelector("strong")?.textContent ?? "")?.[0] ?? 0);
    this.button("previous").disabled = at === 0;
    this.button("next").disabled = at === this.steps.length - 1;
    this.button("clock").hidden = this.left === 0;
    this.write();
    if (wasTicking && this.left > 0) this.start();
  }

  private start(): void {
    // The end is a moment on the clock: a page in the background is not woken every second.
    const end = Date.now() + this.left * 1000;
    this.ticking = window.setInterval(() => {
      this.left = Math.round((end - Date.now()) / 1000);
      this.write();
    }, 500);
    this.write();
  }

  private pause(): void {
    clearInterval(this.ticking);
    this.ticking = 0;
    this.write();
  }

  private write(): void {
    const clock = this.querySelector<HTMLElement>(".run-clock");
    const button = this.button("clock");
    button.textContent = (this.ticking ? button.dataset["pause"] : button.dataset["start"]) ?? "";
    if (!clock) return;
    const seconds = Math.abs(this.left);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    clock.hidden = button.hidden;
    clock.classList.toggle("is-over", this.left < 0);
    clock.textContent = this.left < 0 ? (this.dataset["over"] ?? "").replace("{0}", time) : time;
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-${name}]`)!;
  }
}

customElements.define("run-view", RunView);
