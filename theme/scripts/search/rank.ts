// Orders sections by how well they answer all words together. Figures were fitted on corpora that are not tested with.
import type { Group } from "./expand.js";
import type { FacetName, SearchIndex } from "./index-files.js";
import { runsOf, wordsOf } from "./tokens.js";

/** Chosen values of facets, by their place in the index. */
export type Filter = Partial<Record<FacetName, number>>;

export interface FoundSection {
  readonly section: number;
  readonly score: number;
}

export interface FoundPage {
  readonly page: number;
  readonly score: number;
  /** Whether all words are on the page. */
  readonly isComplete: boolean;
  /** The best sections, best first. */
  readonly sections: FoundSection[];
}

const elsewhereValue = 0.21;
const elsewhereCover = 0.35;
const pageShare = 1.2;
const density = 1.5;
const titleWorth = 1.6;
const tail = 0.12;
const mostTitles = 400;
const mostHeadings = 80;
const mostFetchedHeadings = 16;
const mostSections = 3;

/** Scores of all sections that answer, best first, before headings are looked at. */
export class Ranking {
  private readonly pageScores = new Map<number, number>();
  private readonly scores: { section: number; score: number; isComplete: boolean }[];

  constructor(
    private readonly index: SearchIndex,
    private readonly groups: readonly Group[],
    private readonly small: readonly string[],
    excluded: ReadonlySet<number>,
    phraseSections?: ReadonlySet<number>,
  ) {
    const weights = groups.map((group) => rarity(index.sectionCount, group.touched.length));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const onPage = groups.map((group) => this.bestOnPages(group));
    const candidates = new Set<number>();
    for (const group of groups) for (const section of group.touched) candidates.add(section);
    this.scores = [];
    for (const section of candidates) {
      if (excluded.has(section) || (phraseSections && !phraseSections.has(section))) continue;
      const page = index.pageOfSection[section]!;
      const first = index.firstSections[page]!;
      let sum = 0;
      let cover = 0;
      let isComplete = true;
      groups.forEach((group, at) => {
        const value = group.values[section]!;
        const weight = weights[at]!;
        if (value > 0) {
          sum += weight * value;
          cover += weight * Math.min(1, 3 * value + 0.4);
          return;
        }
        const elsewhere = index.isAlone[section] ? group.values[first]! : onPage[at]!.get(page) ?? 0;
        if (elsewhere > 0) {
          sum += weight * elsewhereValue * elsewhere;
          cover += weight * elsewhereCover;
        } else isComplete = false;
      });
      let score = total > 0 ? sum * (cover / total) ** 3 : 0;
      if (!index.isAlone[section]) score += pageShare * this.pageScore(page, onPage, weights, total);
      this.scores.push({ section, score: score * index.weights[section]!, isComplete });
    }
    this.sort();
  }

  /** What a page as a whole answers, wherever on it the words stand. */
  private pageScore(page: number, onPage: readonly Map<number, number>[], weights: readonly number[], total: number): number {
    let known = this.pageScores.get(page);
    if (known === undefined) {
      let sum = 0;
      let cover = 0;
      onPage.forEach((values, at) => {
        const value = values.get(page) ?? 0;
        if (value > 0) {
          sum += weights[at]! * value;
          cover += weights[at]! * Math.min(1, 2 * value + 0.3);
        }
      });
      known = total > 0 ? sum * (cover / total) ** 3 : 0;
      this.pageScores.set(page, known);
    }
    return known;
  }

  /** Pages whose titles and headings decide about the order of the best. */
  pagesToDescribe(): Set<number> {
    return new Set(this.scores.slice(0, this.index.hasAllTitles ? 0 : mostFetchedHeadings).map(({ section }) => this.index.pageOfSection[section]!));
  }

  /** Lets headings that say what was asked for come first. */
  lookAtHeadings(): void {
    const most = this.index.hasAllTitles ? mostTitles : mostFetchedHeadings;
    this.scores.slice(0, most).forEach((scored, at) => {
      const page = this.index.pageOfSection[scored.section]!;
      const isPage = this.index.firstSections[page] === scored.section;
      if (!isPage && at >= mostHeadings) return;
      const { cover, small } = this.coverOf(this.index.titleOf(scored.section));
      scored.score *= 1 + (isPage ? 0.65 : 0.3) * cover + (cover === 1 ? 0.15 : 0) + 0.2 * small;
    });
    this.sort();
  }

  /** Pages that pass the filter, best first. */
  pages(filter: Filter): FoundPage[] {
    const marks = Object.entries(filter).map(([name, value]) => this.index.facets[name as FacetName][value]!.marks);
    const passing = this.scores.filter(({ section }) => marks.every((mark) => mark[section]));
    const least = (passing[0]?.score ?? 0) * tail;
    const pages = new Map<number, { page: number; score: number; isComplete: boolean; sections: FoundSection[] }>();
    for (const { section, score, isComplete } of passing) {
      if (score < least) break;
      const page = this.index.pageOfSection[section]!;
      const found = pages.get(page);
      if (!found) pages.set(page, { page, score, isComplete, sections: [{ section, score }] });
      else {
        if (found.sections.length < mostSections) found.sections.push({ section, score });
        found.isComplete ||= isComplete;
      }
    }
    const all = [...pages.values()];
    return [...all.filter((page) => page.isComplete), ...all.filter((page) => !page.isComplete)];
  }

  private sort(): void {
    this.scores.sort((a, b) => b.score - a.score || a.section - b.section);
  }

  private bestOnPages(group: Group): Map<number, number> {
    const best = new Map<number, number>();
    const all = new Map<number, number>();
    for (const section of group.touched) {
      if (this.index.isAlone[section]) continue;
      const page = this.index.pageOfSection[section]!;
      const value = group.values[section]!;
      // A title says what the whole page is about.
      const said = section === this.index.firstSections[page] ? titleWorth * value : value;
      best.set(page, Math.max(best.get(page) ?? 0, said));
      all.set(page, (all.get(page) ?? 0) + value);
    }
    for (const [page, value] of best) {
      const sections = this.index.firstSections[page + 1]! - this.index.firstSections[page]!;
      best.set(page, value + (density * (Math.max(0, all.get(page)! - value))) / Math.sqrt(sections));
    }
    return best;
  }

  /** How much of a heading was asked for, times how much of the query it says; 1 when both are all. */
  private coverOf(title: string): { cover: number; small: number } {
    const all = runsOf(title).flatMap((run) => (run.parts.length > 1 ? wordsOf(run).slice(0, run.parts.length) : wordsOf(run)));
    const words = all.filter((word) => !this.index.language.isStopWord(word) || this.groups.some((group) => group.word === word));
    const small = this.small.length === 0 ? 0 : this.small.filter((word) => all.includes(word)).length / this.small.length;
    if (words.length === 0) return { cover: 0, small };
    const said = words.filter((word) => this.groups.some((group) => group.terms.has(word))).length;
    const asked = this.groups.filter((group) => words.some((word) => group.terms.has(word))).length;
    return { cover: (said / words.length) * (asked / this.groups.length), small: asked > 0 ? small : 0 };
  }
}

function rarity(sectionCount: number, found: number): number {
  return Math.log(1 + (sectionCount - found + 0.5) / (found + 0.5)) ** 0.8;
}
