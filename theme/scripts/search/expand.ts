// From a word to the sections that answer it: the word itself, its other forms, words it begins, words that mean the
// same, and, when there is none of these, words it may be a mistake of.
import { lowerBound } from "./coding.js";
import { distance } from "./distance.js";
import type { SearchIndex, Shard } from "./index-files.js";
import type { Query } from "./query.js";
import { askedOf, runsOf } from "./tokens.js";

/** What a word is worth by the place where it stands: text, text often, told by the author, heading of 1, 2, 3, 4 and more words. */
const worth = [0.2, 0.24, 0.6, 0.7, 0.7, 0.7, 0.6, 0.6];

const sought = 2;
const aloneInHeading = 3;
const mostShards = 3;
const mostCorrections = 6;

/** One word of a query with everything that answers it. */
export interface Group {
  readonly word: string;
  /** Value of each section, 0 for those that do not answer. */
  readonly values: Float32Array;
  /** Sections with a value, in no order. */
  readonly touched: number[];
  /** How many words of each section's heading answer. */
  readonly said: Uint8Array;
  /** Words of the index that were taken for it. */
  readonly terms: Set<string>;
  /** What the word was taken to be a mistake of; undefined when it is there as typed. */
  corrected?: string;
}

/** An alternative to one or several words of the query that follow one another. */
interface Alternative {
  readonly from: number;
  readonly to: number;
  readonly words: string[];
  readonly weight: number;
}

export class Expander {
  private readonly vocabulary = new Map<string, string[][]>();

  constructor(private readonly index: SearchIndex) {
    for (const group of index.synonyms) {
      // After ">" only the first is asked for, and the others answer.
      const isOneWay = group[0] === ">";
      const phrases = (isOneWay ? group.slice(1) : group).map((text) => this.askedOf(text));
      for (const phrase of isOneWay ? phrases.slice(0, 1) : phrases) {
        const key = this.keyOf(phrase);
        const others = phrases.filter((other) => other.length > 0 && this.keyOf(other) !== key);
        if (key && others.length > 0) this.vocabulary.set(key, [...(this.vocabulary.get(key) ?? []), ...others]);
      }
    }
  }

  /** Loads what the query needs and gives a group for each of its words. */
  async expand(query: Query): Promise<Group[]> {
    const alternatives = this.alternativesOf(query.words);
    await this.index.load([
      ...query.words.flatMap((word) => this.shardsOf(word)),
      ...query.without.flatMap((word) => this.shardsOf(word)),
      ...alternatives.flatMap((alternative) => alternative.words.flatMap((word) => this.shardsOf(word))),
    ]);
    const groups = query.words.map((word, at) => this.groupOf(word, query.isOpen && at === query.words.length - 1));
    for (const alternative of alternatives) this.apply(alternative, groups);
    await this.correct(groups, query.isOpen);
    return groups;
  }

  /** Sections that hold a word in any of its forms; its shards must be loaded. */
  sectionsWith(word: string): number[] {
    const group = this.emptyGroup(word);
    this.addForms(group, word, 1);
    return group.touched;
  }

  /** Words of the index that look like a word; for a reader who found nothing. */
  async nearest(word: string, most: number): Promise<string[]> {
    const limit = word.length < 5 ? 2 : 3;
    return (await this.index.words())
      .map((term) => ({ term, steps: distance(word, term, limit) }))
      .filter(({ term, steps }) => steps > 0 && steps <= limit && term[0] === word[0])
      .sort((a, b) => a.steps - b.steps || (a.term < b.term ? -1 : 1))
      .slice(0, most)
      .map(({ term }) => term);
  }

  private askedOf(text: string): string[] {
    return runsOf(text)
      .flatMap((run) => askedOf(run, (word) => this.index.language.isStopWord(word)))
      .filter((word) => !this.index.language.isStopWord(word));
  }

  private keyOf(words: readonly string[]): string {
    return words.map((word) => this.index.language.stemOf(word)).join(" ");
  }

  private alternativesOf(words: readonly string[]): Alternative[] {
    const alternatives: Alternative[] = [];
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= Math.min(words.length, from + 5); to++) {
        for (const other of this.vocabulary.get(this.keyOf(words.slice(from, to))) ?? []) alternatives.push({ from, to, words: other, weight: 0.7 });
      }
      // "stand up" is also written "stand-up" and "standup".
      const next = words[from + 1];
      if (next !== undefined && words[from]!.length + next.length <= 24) {
        const joined = words[from]! + next;
        if (this.shardsOf(joined)[0] === this.shardsOf(words[from]!)[0]) alternatives.push({ from, to: from + 2, words: [joined], weight: 0.9 });
      }
    }
    return alternatives;
  }

  /** Beginning that all forms of a word share. */
  private rootOf(word: string): string {
    const stem = this.index.language.stemOf(word);
    let shared = 0;
    while (shared < stem.length && stem[shared] === word[shared]) shared++;
    return word.slice(0, Math.max(Math.min(word.length, 3), shared - 1));
  }

  private shardsOf(word: string): string[] {
    const root = this.rootOf(word);
    const names = this.index.shardsFor(root, mostShards);
    const own = this.index.shardsFor(word, word.length < 4 ? 2 : mostShards);
    return [...new Set([...own, ...names])].slice(0, mostShards + 1);
  }

  private emptyGroup(word: string): Group {
    return { word, values: new Float32Array(this.index.sectionCount), touched: [], said: new Uint8Array(this.index.sectionCount), terms: new Set() };
  }

  private groupOf(word: string, isOpen: boolean): Group {
    const group = this.emptyGroup(word);
    this.addForms(group, word, 1);
    for (const [term, shard, at] of this.termsFrom(word)) {
      if (group.terms.has(term)) continue;
      const share = word.length / term.length;
      const weight = isOpen ? 0.75 * Math.sqrt(share) : word.length > 2 ? 0.3 * share : 0;
      if (weight > 0) this.add(group, term, shard.list(at), weight, word.length <= 2 && !isIdeograph(word) ? sought : 0);
    }
    return group;
  }

  /** The word itself and its other forms. */
  private addForms(group: Group, word: string, weight: number): void {
    const stem = this.index.language.stemOf(word);
    for (const [term, shard, at] of this.termsFrom(this.rootOf(word))) {
      if (term === word) this.add(group, term, shard.list(at), weight, 0);
      else if (this.index.language.stemOf(term) === stem) this.add(group, term, shard.list(at), weight * 0.8, 0);
    }
  }

  /** Words of the loaded shards that start with a text, and where their lists are. */
  private *termsFrom(prefix: string): Generator<[term: string, shard: Shard, at: number]> {
    for (const name of this.index.shardsFor(prefix, mostShards + 1)) {
      const shard = this.index.shard(name);
      if (!shard) continue;
      for (let at = lowerBound(shard.words, prefix); at < shard.words.length && shard.words[at]!.startsWith(prefix); at++) {
        yield [shard.words[at]!, shard, at];
      }
    }
  }

  private add(group: Group, term: string, list: readonly number[], weight: number, leastLevel: number): void {
    let section = -1;
    for (const number of list) {
      section += (number >> 3) + 1;
      const level = number & 7;
      if (level < leastLevel) continue;
      raise(group, section, worth[level]! * weight);
      if (level < aloneInHeading) continue;
      group.said[section]!++;
      this.index.headingLengths[section] = level - aloneInHeading + 1;
    }
    group.terms.add(term);
  }

  /** Gives the words of the query what another wording of them is worth: the least of its own words. */
  private apply(alternative: Alternative, groups: Group[]): void {
    const parts = alternative.words.map((word) => {
      const part = this.emptyGroup(word);
      this.addForms(part, word, alternative.weight);
      return part;
    });
    for (const section of parts[0]!.touched) {
      const value = Math.min(...parts.map((part) => part.values[section]!));
      if (value === 0) continue;
      const said = parts.reduce((sum, part) => sum + part.said[section]!, 0);
      for (let at = alternative.from; at < alternative.to; at++) {
        raise(groups[at]!, section, value);
        groups[at]!.said[section] = Math.max(groups[at]!.said[section]!, said);
      }
    }
    for (let at = alternative.from; at < alternative.to; at++) {
      for (const part of parts) for (const term of part.terms) groups[at]!.terms.add(term);
    }
  }

  private async correct(groups: Group[], isOpen: boolean): Promise<void> {
    const unknown = groups.filter((group) => group.touched.length === 0 && group.word.length >= 4 && !isIdeograph(group.word));
    if (unknown.length === 0) return;
    const words = await this.index.words();
    const corrections = unknown.map((group) => ({ group, terms: mistakesOf(group.word, words, isOpen && group === groups.at(-1)) }));
    await this.index.load(corrections.flatMap(({ terms }) => terms.flatMap(({ term }) => this.index.shardsFor(term, 1))));
    for (const { group, terms } of corrections) {
      let most = 0;
      for (const { term, weight } of terms) {
        for (const [found, shard, at] of this.termsFrom(term)) {
          if (found !== term) continue;
          const list = shard.list(at);
          this.add(group, term, list, weight, 0);
          const strength = weight * Math.log(2 + list.length);
          if (strength > most) {
            most = strength;
            group.corrected = term;
          }
        }
      }
    }
  }
}

function raise(group: Group, section: number, value: number): void {
  const before = group.values[section]!;
  if (before === 0) group.touched.push(section);
  if (value > before) group.values[section] = value;
}

/** Words a typed word may be a mistake of, most likely first. */
function mistakesOf(word: string, words: readonly string[], isOpen: boolean): { term: string; weight: number }[] {
  const limit = word.length >= 8 ? 2 : 1;
  const found: { term: string; weight: number }[] = [];
  for (const term of words) {
    const steps = distance(word, term, limit);
    let weight = steps === 1 ? 0.6 : steps === 2 && limit === 2 ? 0.4 : 0;
    if (weight === 0 && isOpen && term.length > word.length + 1) {
      for (const length of [word.length, word.length + 1, word.length - 1]) {
        if (distance(word, term.slice(0, length), 1) === 1) {
          weight = 0.42 * Math.sqrt(word.length / term.length);
          break;
        }
      }
    }
    if (weight > 0) found.push({ term, weight: term[0] === word[0] ? weight : weight * 0.7 });
  }
  return found.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1)).slice(0, mostCorrections);
}

function isIdeograph(word: string): boolean {
  return word.codePointAt(0)! >= 0x0e00 && /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(word);
}
