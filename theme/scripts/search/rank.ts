// Orders sections by how well they answer all words together. Figures were fitted on corpora that are not tested with.
import type { Group } from "./expand.js";
import type { FacetName, SearchIndex } from "./index-files.js";

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
const mostSections = 3;

/** Scores of all sections that answer. One number a section and no objects: a common word is in every other section. */
export class Ranking {
  /** 0 for sections that do not answer. */
  private readonly scores: Float64Array;
  /** 1 for sections with all words. */
  private readonly isComplete: Uint8Array;
  /** -1 for pages not looked at yet. */
  private readonly pageScores: Float32Array;

  constructor(
    private readonly index: SearchIndex,
    private readonly groups: readonly Group[],
    excluded: ReadonlySet<number>,
    phraseSections?: ReadonlySet<number>,
  ) {
    const weights = groups.map((group) => rarity(index.sectionCount, group.touched.length));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const onPage = groups.map((group) => this.bestOnPages(group));
    this.pageScores = new Float32Array(index.pageCount).fill(-1);
    this.scores = new Float64Array(index.sectionCount);
    this.isComplete = new Uint8Array(index.sectionCount);
    for (const { touched } of groups) {
      for (const section of touched) {
        if (this.scores[section]! > 0 || excluded.has(section) || (phraseSections && !phraseSections.has(section))) continue;
        this.scores[section] = this.scoreOf(section, onPage, weights, total);
      }
    }
  }

  private scoreOf(section: number, onPage: readonly Float32Array[], weights: readonly number[], total: number): number {
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
    if (isComplete) this.isComplete[section] = 1;
    return score * index.weights[section]! * this.headingFactor(section);
  }

  /** Headings that say what was asked for, and nothing else, lift what they stand over. */
  private headingFactor(section: number): number {
    const length = this.index.headingLengths[section]!;
    let said = 0;
    let asked = 0;
    for (const group of this.groups) {
      said += group.said[section]!;
      if (group.said[section]! > 0) asked++;
    }
    if (said === 0) return 1;
    const cover = (Math.min(said, length) / length) * (asked / this.groups.length);
    const isPage = this.index.firstSections[this.index.pageOfSection[section]!] === section;
    return 1 + (isPage ? 0.65 : 0.3) * cover + (cover === 1 ? 0.15 : 0);
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

  /** Pages that pass the filter, best first. */
  pages(filter: Filter): FoundPage[] {
    const { index, scores } = this;
    const passes = this.passing(filter);
    const best = new Float64Array(index.pageCount);
    const bestSection = new Int32Array(index.pageCount);
    let most = 0;
    for (let section = 0; section < scores.length; section++) {
      const score = scores[section]!;
      if (score === 0 || !passes(section)) continue;
      const page = index.pageOfSection[section]!;
      if (score > best[page]!) {
        best[page] = score;
        bestSection[page] = section;
        if (score > most) most = score;
      }
    }
    const least = most * tail;
    const isComplete = new Uint8Array(index.pageCount);
    for (let section = 0; section < scores.length; section++) {
      if (this.isComplete[section] === 1 && scores[section]! >= least && passes(section)) isComplete[index.pageOfSection[section]!] = 1;
    }
    const found: number[] = [];
    for (let page = 0; page < best.length; page++) if (best[page]! > 0 && best[page]! >= least) found.push(page);
    found.sort((a, b) => isComplete[b]! - isComplete[a]! || best[b]! - best[a]! || bestSection[a]! - bestSection[b]!);
    return found.map((page) => new RankedPage(page, best[page]!, isComplete[page] === 1, () => this.sectionsOf(page, least, passes)));
  }

  /** For each value of a facet how many pages it would leave, with what is chosen of the other facets. */
  counts(name: FacetName, filter: Filter): number[] {
    const { index, scores } = this;
    const passes = this.passing(filter, name);
    return index.facets[name].map(({ marks }) => {
      let most = 0;
      for (let section = 0; section < scores.length; section++) {
        if (marks[section] === 1 && scores[section]! > most && passes(section)) most = scores[section]!;
      }
      if (most === 0) return 0;
      const least = most * tail;
      let pages = 0;
      let before = -1;
      for (let section = 0; section < scores.length; section++) {
        if (marks[section] === 0 || scores[section]! < least || index.pageOfSection[section] === before || !passes(section)) continue;
        before = index.pageOfSection[section]!;
        pages++;
      }
      return pages;
    });
  }

  private passing(filter: Filter, without?: FacetName): (section: number) => boolean {
    const marks = Object.entries(filter).flatMap(([name, value]) => (name === without ? [] : [this.index.facets[name as FacetName][value]!.marks]));
    return marks.length === 0 ? () => true : (section) => marks.every((mark) => mark[section] === 1);
  }

  private sectionsOf(page: number, least: number, passes: (section: number) => boolean): FoundSection[] {
    const all: FoundSection[] = [];
    for (let section = this.index.firstSections[page]!; section < this.index.firstSections[page + 1]!; section++) {
      const score = this.scores[section]!;
      if (score > 0 && score >= least && passes(section)) all.push({ section, score });
    }
    return all.sort((a, b) => b.score - a.score || a.section - b.section).slice(0, mostSections);
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
}

/** A page with its sections, which are looked for when it is shown: most never are. */
class RankedPage implements FoundPage {
  private found: FoundSection[] | undefined;

  constructor(
    readonly page: number,
    readonly score: number,
    readonly isComplete: boolean,
    private readonly find: () => FoundSection[],
  ) {}

  get sections(): FoundSection[] {
    return (this.found ??= this.find());
  }
}

function rarity(sectionCount: number, found: number): number {
  return Math.log(1 + (sectionCount - found + 0.5) / (found + 0.5)) ** 0.8;
}
