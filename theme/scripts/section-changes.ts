import { remember, remembered } from "./storage.js";
import { pagePath } from "./pages-read.js";

/** Fingerprints of a page's sections by heading id, and the day they were taken (ISO). */
interface Visit {
  readonly day: string;
  readonly sections: Readonly<Record<string, string>>;
}

const isVisit = (value: unknown): value is Visit =>
  typeof value === "object" && value !== null && "day" in value && typeof value.day === "string" && "sections" in value && typeof value.sections === "object" && value.sections !== null;

/**
 * Says which sections of a page changed since the reader last saw it. Only fingerprints are kept, and only here. What was
 * seen before this session is the base for the whole session, so that reloading a page does not lose the marks.
 */
class SectionChanges extends HTMLElement {
  connectedCallback(): void {
    const article = document.querySelector("article");
    if (!article) return;
    const name = `visit:${pagePath()}`;
    const sections = fingerprints(article);
    const before = remembered(name, isVisit, "session") ?? remembered(name, isVisit);
    if (before) remember(name, before, "session");
    remember(name, { day: new Date().toISOString().slice(0, 10), sections } satisfies Visit);
    if (before) this.show(before, [...article.querySelectorAll<HTMLElement>("h2[id], h3[id]")].filter((heading) => before.sections[heading.id] !== sections[heading.id]));
  }

  private show(before: Visit, changed: readonly HTMLElement[]): void {
    const text = this.querySelector("p");
    const list = this.querySelector("ul");
    if (!text || !list || changed.length === 0) return;
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(before.day));
    text.textContent = (this.dataset["since"] ?? "").replace("{0}", day);
    for (const heading of changed) {
      const link = document.createElement("a");
      link.href = `#${heading.id}`;
      link.textContent = headingText(heading);
      list.appendChild(document.createElement("li")).append(link);
      const mark = document.createElement("span");
      mark.className = "mark";
      mark.textContent = this.dataset["mark"] ?? "";
      heading.append(" ", mark);
    }
    this.hidden = false;
  }
}

function fingerprints(article: HTMLElement): Record<string, string> {
  const found: Record<string, string> = {};
  let id = "";
  let text = "";
  const finish = (): void => {
    if (id !== "") found[id] = hash(text.replace(/\s+/g, " ").trim());
  };
  for (const block of article.children) {
    if (block.matches("h2[id], h3[id]")) {
      finish();
      id = block.id;
      text = headingText(block as HTMLElement);
    } else {
      text += ` ${block.textContent}`;
    }
  }
  finish();
  return found;
}

const headingText = (heading: HTMLElement): string => (heading.firstChild?.textContent ?? "").trim();

/** FNV-1a: enough to see that a text is not the same; nobody has to be kept from forging their own marks. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}

customElements.define("section-changes", SectionChanges);
