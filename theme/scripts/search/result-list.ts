import { element } from "./build-node.js";
import type { Answer } from "./engine.js";
import type { SearchIndex } from "./index-files.js";
import { excerptOf, marked } from "./marking.js";
import { addressOf, type OpenSearch } from "./open-index.js";
import type { FoundPage } from "./rank.js";
import type { Wording } from "./wording.js";

const mostExcerpts = 5;

/** Where a found page is shown. */
export interface Place {
  readonly list: HTMLOListElement;
  readonly found: FoundPage;
}

/** Found pages as a list of links: the best section first, further ones below it. */
export class ResultList {
  private readonly index: SearchIndex;

  constructor(
    private readonly search: OpenSearch,
    private readonly root: string,
    private readonly wording: Wording,
  ) {
    this.index = search.engine.index;
  }

  /** A list that {@link fill} fills. */
  empty(): HTMLOListElement {
    return element("ol", { class: "search-results", role: "list" });
  }

  /**
   * Puts pages into their lists, best first, as their titles come: on a slow net nobody waits for the tenth to read the
   * first. Stops when the answer is no longer wanted.
   *
   * @param onFirst Called once, when there is something to show, and before anything is waited for after that.
   */
  async fill(places: readonly Place[], answer: Answer, isWanted: () => boolean, onFirst: () => void): Promise<void> {
    const titles = places.map(({ found }) => this.index.describe([found.page]));
    // One that fails is met in its turn.
    Promise.all(titles).catch(() => undefined);
    let isShown = false;
    for (const [at, { list, found }] of places.entries()) {
      if (!this.index.page(found.page)) {
        if (at > 0 && !isShown) {
          isShown = true;
          onFirst();
        }
        await titles[at];
        if (!isWanted()) return;
      }
      list.append(this.entry(found, answer));
    }
    if (!isShown) onFirst();
  }

  /** Fills in what the first pages say about it. Takes the pages themselves, so it waits until the reader does. */
  async addExcerpts(list: Element, answer: Answer): Promise<void> {
    const entries = [...list.querySelectorAll<HTMLElement>("[data-section]")].slice(0, mostExcerpts);
    await Promise.all(
      entries.map(async (entry) => {
        const text = await this.search.texts.of(Number(entry.dataset["section"])).catch(() => undefined);
        if (text) entry.replaceChildren(...marked(excerptOf(text, answer.terms), answer.terms));
      }),
    );
  }

  private entry(found: FoundPage, answer: Answer): HTMLLIElement {
    const best = found.sections[0]!.section;
    const others = found.sections.slice(1).map(({ section }) => section).sort((a, b) => a - b);
    return element(
      "li",
      {},
      this.link(best, answer, this.where(best)),
      element("p", { class: "search-excerpt", "data-section": String(best) }),
      others.length === 0 ? undefined : element("ul", { role: "list" }, ...others.map((section) => element("li", {}, this.link(section, answer)))),
    );
  }

  private link(section: number, answer: Answer, where?: HTMLElement): HTMLAnchorElement {
    const page = this.index.page(this.index.pageOfSection[section]!);
    const href = addressOf(this.root, page?.url ?? "", this.index.heading(section)?.anchor);
    return element("a", { href, class: "search-hit" }, element("span", { class: "search-title" }, ...marked(this.index.titleOf(section), answer.terms)), where);
  }

  /** The page a section stands on, what kind of thing it is and in which area. */
  private where(section: number): HTMLElement {
    const page = this.index.pageOfSection[section]!;
    const isPage = this.index.firstSections[page] === section;
    const parts = [isPage || this.index.isAlone[section] ? undefined : this.index.page(page)?.title, this.valueOf("kind", section), this.valueOf("area", section)];
    const said = [...new Set(parts.filter((part) => part !== undefined && part !== this.index.titleOf(section)))] as string[];
    return element("span", { class: "search-where" }, said.join(" · "));
  }

  private valueOf(facet: "kind" | "area", section: number): string | undefined {
    return this.index.facets[facet].find((value) => value.marks[section])?.label;
  }

  /** What is said when nothing was found: what was understood, and where to go on. */
  nothing(answer: Answer, lookFor: (text: string) => void): HTMLElement {
    const { query, nearest } = answer;
    const understood = [...query.words, ...query.without.map((word) => this.wording.say("search.without", word))].join(", ");
    const words = nearest.map((word) => {
      const link = element("a", { href: `${addressOf(this.root, "search/")}?q=${encodeURIComponent(word)}` }, word);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        lookFor(word);
      });
      return element("li", {}, link);
    });
    const overviews = this.index.overviews.map(({ url, title }) => element("li", {}, element("a", { href: addressOf(this.root, url) }, title)));
    return element(
      "div",
      { class: "search-nothing" },
      element("p", {}, this.wording.say("search.looked_for", understood)),
      words.length > 0 ? element("p", {}, this.wording.say("search.nearest")) : undefined,
      words.length > 0 ? element("ul", { role: "list", class: "search-words" }, ...words) : undefined,
      overviews.length > 0 ? element("p", {}, this.wording.say("search.overviews")) : undefined,
      overviews.length > 0 ? element("ul", { role: "list", class: "search-words" }, ...overviews) : undefined,
    );
  }
}
