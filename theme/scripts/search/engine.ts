import { Expander } from "./expand.js";
import { type FacetName, facetNames, type SearchIndex } from "./index-files.js";
import { parseQuery, type Query } from "./query.js";
import { type Filter, type FoundPage, Ranking } from "./rank.js";

/** What a search came to. */
export interface Answer {
  readonly query: Query;
  /** Pages with all the words first. */
  readonly pages: FoundPage[];
  readonly completeCount: number;
  /** Typed words and what they were taken for. */
  readonly corrections: { typed: string; taken: string }[];
  /** Words of the index that count as found, for marking. */
  readonly terms: Set<string>;
  /** For each facet how many of the pages each of its values would leave. */
  readonly counts: Record<FacetName, number[]>;
  /** Words near to what was typed, when nothing was found. */
  readonly nearest: string[];
}

/** Tells whether a section's text holds words together; undefined when the text cannot be read. */
export type HoldsPhrases = (section: number, phrases: string[][]) => Promise<boolean | undefined>;

/** How many pages are shown before the reader asks for more. */
export const pagesAtOnce = 10;

const mostNearest = 5;
const mostPhraseSections = 40;

export class SearchEngine {
  private readonly expander: Expander;

  constructor(
    readonly index: SearchIndex,
    private readonly holdsPhrases?: HoldsPhrases,
  ) {
    this.expander = new Expander(index);
  }

  async search(text: string, filter: Filter = {}): Promise<Answer> {
    const query = parseQuery(text, this.index.language);
    const groups = query.words.length > 0 ? await this.expander.expand(query) : [];
    const excluded = this.excluded(query.without);
    const together = query.phrases.length > 0 ? await this.withPhrases(query, groups.map((group) => group.touched), excluded) : undefined;
    const ranking = new Ranking(this.index, groups, excluded, together);
    const pages = ranking.pages(filter);
    return {
      query,
      pages,
      completeCount: pages.filter((page) => page.isComplete).length,
      corrections: groups.flatMap((group) => (group.corrected && group.touched.length > 0 ? { typed: group.word, taken: group.corrected } : [])),
      terms: new Set(groups.flatMap((group) => [...group.terms])),
      counts: this.counts(ranking, filter),
      nearest: pages.length === 0 && query.words.length > 0 ? await this.expander.nearest(query.words[0]!, mostNearest) : [],
    };
  }

  /** An item of a list is left out alone, any other text with its whole page. */
  private excluded(without: readonly string[]): Set<number> {
    const excluded = new Set<number>();
    for (const section of without.flatMap((word) => this.expander.sectionsWith(word))) {
      excluded.add(section);
      if (this.index.isAlone[section]) continue;
      const page = this.index.pageOfSection[section]!;
      for (let other = this.index.firstSections[page]!; other < this.index.firstSections[page + 1]!; other++) {
        if (!this.index.isAlone[other]) excluded.add(other);
      }
    }
    return excluded;
  }

  /** Sections that hold all words of each phrase, and hold them together wherever the text can be read. */
  private async withPhrases(query: Query, touched: number[][], excluded: Set<number>): Promise<Set<number>> {
    const words = new Set(query.phrases.flat().filter((word) => query.words.includes(word)));
    const sets = query.words.flatMap((word, at) => (words.has(word) ? [new Set(touched[at])] : []));
    const candidates = [...(sets[0] ?? [])].filter((section) => !excluded.has(section) && sets.every((set) => set.has(section))).sort((a, b) => a - b).slice(0, mostPhraseSections);
    const holds = await Promise.all(candidates.map((section) => this.holdsPhrases?.(section, query.phrases)));
    return new Set(candidates.filter((_, at) => holds[at] !== false));
  }

  private counts(ranking: Ranking, filter: Filter): Record<FacetName, number[]> {
    return Object.fromEntries(facetNames.map((name) => [name, ranking.counts(name, filter)])) as Record<FacetName, number[]>;
  }
}
