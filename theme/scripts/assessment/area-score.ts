import { parse } from "./answer-store.js";

/** An area's score as last worked out in this browser. The place is empty and hidden until there is one. */
class AreaScore extends HTMLElement {
  connectedCallback(): void {
    const { store, area, version, revision, text, plain } = this.dataset;
    const saved = this.read(store ?? "");
    // Weights or targets may have changed since; then the page of results says what holds now.
    if (!saved || !area || String(saved.version) !== version || saved.revision !== revision) return;
    const found = Object.hasOwn(saved.areas, area) ? saved.areas[area] : undefined;
    if (!found || typeof found.score !== "number") return;
    const score = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: Number(this.dataset["decimals"] ?? 1) }).format(found.score);
    const sentence = typeof found.band === "string" ? (text ?? "{0}") : (plain ?? "{0}");
    this.textContent = sentence.replace("{0}", score).replace("{1}", found.band ?? "");
    const place = this.closest<HTMLElement>("[hidden]");
    if (place) place.hidden = false;
  }

  private read(store: string): ReturnType<typeof parse> {
    try {
      return parse(localStorage.getItem(store) ?? "");
    } catch {
      return null;
    }
  }
}

customElements.define("area-score", AreaScore);
