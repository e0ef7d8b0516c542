import { element } from "./build-node.js";
import { type Answer, pagesAtOnce } from "./engine.js";
import { FacetChoice } from "./facet-choice.js";
import { openIndex, type OpenSearch } from "./open-index.js";
import type { FoundPage } from "./rank.js";
import { RecentSearches } from "./recent.js";
import { type Place, ResultList } from "./result-list.js";
import { leaveTrail } from "./trail.js";
import { Wording } from "./wording.js";

const pause = 60;
const announcePause = 400;
const smallIndexInShards = 40;

export interface ViewTexts {
  /** Said when the index cannot be read, in which case there is no other text. */
  readonly failed: string;
  readonly retry: string;
}

/** The field, the results below it and how one moves between them; in the dialog and on the search page. */
export class SearchView {
  readonly box = element("div", { class: "search-view" });

  private readonly status = element("p", { class: "search-status", role: "status" });
  private readonly results = element("div", { class: "search-list" });
  private readonly recent: RecentSearches;
  private search: OpenSearch | undefined;
  private wording: Wording | undefined;
  private facets: FacetChoice | undefined;
  private list: ResultList | undefined;
  private answer: Answer | undefined;
  private sequence = 0;
  private typing = 0;
  private announcing = 0;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly root: string,
    private readonly texts: ViewTexts,
    private readonly onAnswer: (text: string) => void = () => undefined,
  ) {
    this.recent = new RecentSearches(root);
    this.box.append(this.status, this.results);
    input.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = window.setTimeout(() => void this.run(), pause);
    });
    this.results.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest(".search-hit")) this.leave();
    });
    this.box.addEventListener("keydown", (event) => this.move(event));
    input.addEventListener("keydown", (event) => this.move(event));
  }

  /** Reads the index, shows what the field asks for. */
  async start(): Promise<void> {
    try {
      this.search = await openIndex(this.root);
    } catch {
      this.showFailure();
      return;
    }
    const { index } = this.search.engine;
    this.wording ??= new Wording(index.texts, index.languageTag);
    this.list ??= new ResultList(this.search, this.root, this.wording);
    if (!this.facets) {
      this.facets = new FacetChoice(index, this.wording, () => void this.run());
      this.box.insertBefore(this.facets.box, this.results);
    }
    await this.run();
    this.readAhead();
  }

  /** Searches for what stands in the field, without waiting for more letters. */
  async run(): Promise<void> {
    clearTimeout(this.typing);
    if (!this.search || !this.facets) return;
    const text = this.input.value;
    const own = ++this.sequence;
    if (text.trim() === "") {
      this.showRecent();
      this.onAnswer("");
      return;
    }
    try {
      const answer = await this.search.engine.search(text, this.facets.filter);
      // An answer to what was typed before is no longer wanted.
      if (own === this.sequence) await this.show(answer, own);
      if (own === this.sequence) this.onAnswer(text);
    } catch {
      if (own === this.sequence) this.showFailure();
    }
  }

  /** Opens the first result, as Enter in the field does. */
  async openFirst(): Promise<void> {
    await this.run();
    this.links[0]?.click();
  }

  get hasResults(): boolean {
    return this.links.length > 0;
  }

  focusFirst(): void {
    this.links[0]?.focus();
  }

  remember(): void {
    this.recent.add(this.input.value);
  }

  private get links(): HTMLAnchorElement[] {
    return [...this.results.querySelectorAll<HTMLAnchorElement>("a")];
  }

  private leave(): void {
    this.remember();
    if (this.answer) leaveTrail(this.answer.terms);
  }

  private async show(answer: Answer, own: number): Promise<void> {
    const { pages, completeCount } = answer;
    const wording = this.wording!;
    const { nodes, places } = this.lists(answer, pagesAtOnce);
    const corrections = answer.corrections.map(({ typed, taken }) => wording.say("search.corrected", typed, taken));
    const counts =
      pages.length === 0
        ? [wording.say("search.none", wording.say("format.quote", this.input.value.trim()))]
        : [
            ...(completeCount > 0 ? [wording.count("search.found", completeCount)] : []),
            ...(pages.length > completeCount ? [wording.count("search.partial", pages.length - completeCount)] : []),
          ];
    await this.list!.fill(places, answer, () => own === this.sequence, () => {
      this.answer = answer;
      this.facets!.show(answer);
      this.results.replaceChildren(...nodes);
      this.announce([...corrections, counts.join(", ")].join(" "));
    });
    if (pages.length > 0) {
      setTimeout(() => {
        if (own === this.sequence) void this.list!.addExcerpts(this.results, answer);
      }, announcePause);
    }
  }

  private lists(answer: Answer, most: number): { nodes: Node[]; places: Place[] } {
    const list = this.list!;
    const wording = this.wording!;
    if (answer.pages.length === 0) {
      const nothing = list.nothing(answer, (text) => this.lookFor(text));
      return { nodes: [nothing, ...(this.facets!.isNarrowed ? [this.clearFilters()] : [])], places: [] };
    }
    const complete = answer.pages.slice(0, Math.min(most, answer.completeCount));
    const partial = answer.pages.slice(answer.completeCount, Math.max(answer.completeCount, most));
    const nodes: Node[] = [];
    const places: Place[] = [];
    const add = (pages: readonly FoundPage[]): void => {
      const part = list.empty();
      nodes.push(part);
      places.push(...pages.map((found) => ({ list: part, found })));
    };
    if (complete.length > 0) add(complete);
    if (partial.length > 0) {
      if (complete.length > 0) nodes.push(element("p", { class: "search-partial" }, wording.count("search.partial", answer.pages.length - answer.completeCount)));
      add(partial);
    }
    if (answer.pages.length > most) nodes.push(this.button("search.more", () => void this.showMore(answer, most + pagesAtOnce)));
    return { nodes, places };
  }

  private async showMore(answer: Answer, most: number): Promise<void> {
    const own = this.sequence;
    const shown = this.links.length;
    const { nodes, places } = this.lists(answer, most);
    await this.list!.fill(places, answer, () => own === this.sequence, () => this.results.replaceChildren(...nodes));
    if (own === this.sequence) this.links[shown]?.focus();
  }

  private clearFilters(): HTMLButtonElement {
    return this.button("search.clear_filters", () => {
      this.facets!.clear();
      void this.run();
      this.input.focus();
    });
  }

  private button(key: string, act: () => void): HTMLButtonElement {
    const button = element("button", { type: "button", class: "button" }, this.wording!.say(key));
    button.addEventListener("click", act);
    return button;
  }

  private lookFor(text: string): void {
    this.input.value = text;
    this.input.focus();
    void this.run();
  }

  private showRecent(): void {
    this.answer = undefined;
    this.facets!.box.hidden = true;
    this.facets!.clear();
    this.say("");
    const wording = this.wording!;
    const hint = element("p", { class: "search-hint" }, wording.say("search.hint"));
    const all = this.recent.all;
    if (all.length === 0) {
      this.results.replaceChildren(hint);
      return;
    }
    const searches = all.map((text) => {
      const button = element("button", { type: "button", class: "search-recent-word" }, text);
      button.addEventListener("click", () => this.lookFor(text));
      return element("li", {}, button);
    });
    const clear = this.button("search.recent_clear", () => {
      this.recent.clear();
      this.showRecent();
      this.input.focus();
    });
    this.results.replaceChildren(
      element("div", { class: "search-recent" }, element("p", {}, wording.say("search.recent")), element("ul", { role: "list" }, ...searches), clear),
      hint,
    );
  }

  private showFailure(): void {
    const again = element("button", { type: "button", class: "button" }, this.texts.retry);
    again.addEventListener("click", () => {
      this.input.focus();
      void this.start();
    });
    this.say(this.texts.failed);
    this.results.replaceChildren(again);
  }

  /** Readers with a screen reader hear the count once they pause; every keystroke would be noise. */
  private announce(text: string): void {
    clearTimeout(this.announcing);
    this.announcing = window.setTimeout(() => this.say(text), announcePause);
  }

  private say(text: string): void {
    clearTimeout(this.announcing);
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Arrows move between the field and the links; letters typed on a link go on in the field. */
  private move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof HTMLSelectElement) return;
    const links = this.links;
    const at = links.indexOf(event.target as HTMLAnchorElement);
    const isInField = event.target === this.input;
    const to =
      event.key === "ArrowDown" ? at + 1
      : event.key === "ArrowUp" && at >= 0 ? at - 1
      : event.key === "Home" && at >= 0 ? 0
      : event.key === "End" && at >= 0 ? links.length - 1
      : undefined;
    if (to !== undefined && (isInField || at >= 0)) {
      event.preventDefault();
      if (to < 0) this.input.focus();
      else links[Math.min(to, links.length - 1)]?.focus();
    } else if (at >= 0 && (event.key === "Backspace" || (event.key.length === 1 && event.key !== " "))) {
      this.input.focus();
    }
  }

  /** A small index is fetched whole while the reader thinks, so that later letters need not wait for the net. */
  private readAhead(): void {
    const { index } = this.search!.engine;
    const isSaving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    if (isSaving || index.allShards.length > smallIndexInShards) return;
    const later = window.requestIdleCallback ?? ((act: () => void) => window.setTimeout(act, announcePause));
    later(() => void index.load(index.allShards).catch(() => undefined));
  }
}
