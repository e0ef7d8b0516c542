import type { SearchIndex } from "./index-files.js";
import { addressOf, isOnDisk } from "./open-index.js";
import { askedOf, runsOf } from "./tokens.js";

const silent = "script, style, nav, template, svg, button, select, input, .visually-hidden, [hidden]";

/** Reads the sections of pages as text, from the pages themselves: the index holds no texts. */
export class PageTexts {
  private readonly pages = new Map<number, Promise<Map<number, string>>>();

  constructor(
    private readonly index: SearchIndex,
    private readonly root: string,
  ) {}

  /** Text of a section without its heading; undefined where it cannot be read. */
  async of(section: number): Promise<string | undefined> {
    if (isOnDisk) return undefined;
    const page = this.index.pageOfSection[section]!;
    let texts = this.pages.get(page);
    if (!texts) {
      texts = this.readPage(page);
      this.pages.set(page, texts);
      texts.catch(() => this.pages.delete(page));
    }
    return (await texts.catch(() => undefined))?.get(section);
  }

  /** Whether all phrases stand in a section, words in a row. */
  async holds(section: number, phrases: string[][]): Promise<boolean | undefined> {
    await this.index.describe([this.index.pageOfSection[section]!]);
    const inTitle = rowOf(this.index.titleOf(section));
    if (phrases.every((phrase) => inTitle.includes(` ${phrase.join(" ")} `))) return true;
    const text = await this.of(section);
    if (text === undefined) return undefined;
    const row = rowOf(text);
    return phrases.every((phrase) => inTitle.includes(` ${phrase.join(" ")} `) || row.includes(` ${phrase.join(" ")} `));
  }

  private async readPage(page: number): Promise<Map<number, string>> {
    const address = this.index.page(page);
    const document = address && (await fetchDocument(addressOf(this.root, address.url)));
    const texts = new Map<number, string>();
    const main = document?.querySelector("main");
    if (!document || !main) return texts;
    const first = this.index.firstSections[page]!;
    const sectionOf = new Map<string, number>();
    for (let section = first + 1; section < this.index.firstSections[page + 1]!; section++) sectionOf.set(this.index.heading(section)!.anchor, section);
    const pieces = new Map<number, string[]>();
    let current = first;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches(silent) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        current = sectionOf.get(node.id) ?? current;
        continue;
      }
      if (node.parentElement?.closest("h1, h2, h3, h4, h5, h6, dt, legend")) continue;
      const text = node.textContent?.trim();
      if (text) pieces.get(current)?.push(text) ?? pieces.set(current, [text]);
    }
    for (const [section, all] of pieces) texts.set(section, all.join(" ").replace(/ ([.,;:!?)\]”])/g, "$1"));
    return texts;
  }
}

/** A request may parse HTML for itself; a parser fed with text would need a trusted type. */
function fetchDocument(url: string): Promise<Document | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.addEventListener("load", () => (request.status < 400 ? resolve(request.responseXML) : reject(new Error(url))));
    request.addEventListener("error", () => reject(new Error(url)));
    request.send();
  });
}

function rowOf(text: string): string {
  return ` ${runsOf(text).flatMap((run) => askedOf(run, () => false)).join(" ")} `;
}
