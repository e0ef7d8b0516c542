import { pagesRead } from "./pages-read.js";

/** Marks the steps of a route that were read in this browser and counts them. */
class RouteProgress extends HTMLElement {
  connectedCallback(): void {
    const read = pagesRead();
    const steps = [...this.querySelectorAll<HTMLElement>("[data-path]")];
    const done = steps.filter((step) => read.has(step.dataset["path"] ?? ""));
    for (const step of done) {
      const mark = step.querySelector<HTMLElement>("[data-read]");
      if (mark) mark.hidden = false;
    }

    const counter = this.querySelector<HTMLElement>("[data-progress]");
    const text = counter?.querySelector("span");
    if (!counter || !text || done.length === 0) return;
    text.textContent = (counter.dataset["progress"] ?? "").replace("{0}", String(done.length)).replace("{1}", String(steps.length));
    counter.hidden = false;
  }
}

customElements.define("route-progress", RouteProgress);
