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
  /** -1 for pages not looked at yet. */
  private readonly pageScores: Float32Array;
  private scores: { section: number; score: number; isComplete: boolean }[];

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
    this.pageScores = new Float32Array(index.pageCount).fill(-1);
    this.scores = [];
    const isSeen = new Uint8Array(index.sectionCount);
    for (const { touched } of groups) {
      for (const section of touched) {
        if (isSeen[section]) continue;
        isSeen[section] = 1;
        if (!excluded.has(section) && (!phraseSections || phraseSections.has(section))) this.scores.push(this.scoreOf(section, onPage, weights, total));
      }
    }
    this.sort();
  }

  private scoreOf(section: number, onPage: readonly Float32Array[], weights: readonly number[], total: number): { section: number; score: number; isComplete: boolean } {
    const { index, groups } = this;
    const page = index.pageOfSection[section]!;
    const isAlone = index.isAlone[section] === 1;
    let sum = 0;
    let cover = 0;
    let isComplete = true;
    for (let at = 0; at < groups.length; at++) {
      const value = groups[at]!.values[section]!;
      const weight = weights[at]!;
      const elsewhere = value > 0 ? 0 : isAlone ? groups[at]!.values[index.firstSections[page]!]! : onPage[at]![page]!;
      if (value > 0) {
        sum += weight * value;
        cover += weight * Math.min(1, 3 * value + 0.4);
      } else if (elsewhere > 0) {
        sum += weight * elsewhereValue * elsewhere;
        cover += weight * elsewhereCover;
      } else isComplete = false;
    }
    let score = total > 0 ? sum * (cover / total) ** 3 : 0;
    if (!isAlone) score += pageShare * this.pageScore(page, onPage, weights, total);
    return { section, score: score * index.weights[section]!, isComplete };
  }

  /** What a page as a whole answers, wherever on it the words stand. */
  private pageScore(page: number, onPage: readonly Float32Array[], weights: readonly number[], total: number): number {
    if (this.pageScores[page]! < 0) {
      let sum = 0;
      let cover = 0;
      for (let at = 0; at < onPage.length; at++) {
        const value = onPage[at]![page]!;
        if (value === 0) continue;
        sum += weights[at]! * value;
        cover += weights[at]! * Math.min(1, 2 * value + 0.3);
      }
      this.pageScores[page] = total > 0 ? sum * (cover / total) ** 3 : 0;
    }
    return this.pageScores[page]!;
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

  /** For each value of a facet how many pages it would leave, with what is chosen of the other facets. */
  counts(name: FacetName, filter: Filter): number[] {
    const others = Object.entries(filter).flatMap(([other, value]) => (other === name ? [] : this.index.facets[other as FacetName][value]!.marks));
    const values = this.index.facets[name].map(({ marks }) => ({ marks, least: -1, pages: new Set<number>() }));
    for (const { section, score } of this.scores) {
      if (!others.every((mark) => mark[section])) continue;
      for (const value of values) {
        if (!value.marks[section]) continue;
        if (value.least < 0) value.least = score * tail;
        if (score >= value.least) value.pages.add(this.index.pageOfSection[section]!);
      }
    }
    return values.map(({ pages }) => pages.size);
  }

  private sort(): void {
    this.scores.sort((a, b) => b.score - a.score || a.section - b.section);
  }

  private bestOnPages(group: Group): Float32Array {
    const best = new Float32Array(this.index.pageCount);
    const all = new Float32Array(this.index.pageCount);
    for (const section of group.touched) {
      if (this.index.isAlone[section]) continue;
      const page = this.index.pageOfSection[section]!;
      const value = group.values[section]!;
      // A title says what the whole page is about.
      const said = section === this.index.firstSections[page] ? titleWorth * value : value;
      if (said > best[page]!) best[page] = said;
      all[page]! += value;
    }
    for (let page = 0; page < best.length; page++) {
      if (best[page] === 0) continue;
      const sections = this.index.firstSections[page + 1]! - this.index.firstSections[page]!;
      best[page]! += (density * Math.max(0, all[page]! - best[page]!)) / Math.sqrt(sections);
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
