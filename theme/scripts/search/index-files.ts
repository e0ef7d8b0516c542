// The index as it lies in search/:
//
//   index.json     fixed name. v version · l language · n sections · c sections of each page · o ranges of sections that
//                  stand for themselves ·
//                  q weights in tenths with the ranges that have them · p "address⇥title" of each page · h "heading⇥anchor" of each further section ·
//                  f facets: [value, ranges, …] of area, kind, role, phase · s first word of each shard · sn their names ·
//                  w name of the word list · stop, stem language · acr "SHORT⇥long" · syn "word⇥word…" · t texts ·
//                  z, zn pages offered when nothing is found. Large sites have d, dn instead of p and h: names of files
//                  with [p, h] of so many pages each.
//   data/t….json       ["words", "lists"]: front-coded words; their lists with "." between them, each section as
//                  (gap × 8 + level) in base 32.
//   data/w….json       "words" that a typing mistake may be a mistake of.
//   offline.js     all of the above in one classic script, for pages opened from a disk.
import { lowerBound, marksOf, numbersOf, wordsOf } from "./coding.js";
import { Language } from "./language.js";

export interface IndexJson {
  v: number;
  l: string;
  n: number;
  c: string;
  o: string;
  q: string[];
  p?: string;
  h?: string;
  d?: string;
  dn?: string;
  f: string[][];
  s: string;
  sn: string;
  w: string;
  stop: string;
  stem: string[];
  acr: string[];
  syn: string[];
  t: Record<string, string>;
  z?: string;
  zn?: string;
}

/** Gives the parsed JSON of a file of the index. */
export type ReadFile = (name: string) => Promise<unknown>;

/** Words with their lists; a list is taken apart when it is first needed. */
export class Shard {
  private readonly numbers: (readonly number[] | undefined)[];

  constructor(
    readonly words: readonly string[],
    private readonly lists: readonly string[],
  ) {
    this.numbers = new Array<readonly number[] | undefined>(lists.length);
  }

  /** For each section that holds the word at a place: the gap to the one before × 8 + level. */
  list(at: number): readonly number[] {
    return (this.numbers[at] ??= numbersOf(this.lists[at]!));
  }
}

export interface Address {
  readonly url: string;
  readonly title: string;
}

export interface Heading {
  readonly text: string;
  readonly anchor: string;
}

/** Order of the facets in the index. */
export const facetNames = ["area", "kind", "role", "phase"] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetValue {
  readonly label: string;
  /** 1 for each section that has the value. */
  readonly marks: Uint8Array;
}

export class SearchIndex {
  readonly language: Language;
  readonly sectionCount: number;
  readonly pageCount: number;
  /** First section of each page, and behind the last one the number of sections. */
  readonly firstSections: Int32Array;
  readonly pageOfSection: Int32Array;
  readonly isAlone: Uint8Array;
  /** How many telling words a heading has, as far as lists have been read; 5 stands for 5 and more. */
  readonly headingLengths: Uint8Array;
  /** What an answer of a section is worth beside others: 1, less for what only explains or quotes. */
  readonly weights: Float32Array;
  readonly facets: Record<FacetName, FacetValue[]>;
  readonly texts: Record<string, string>;
  readonly languageTag: string;
  /** Groups of texts that stand for each other. */
  readonly synonyms: string[][];

  private readonly firstWords: string[];
  private readonly shardNames: string[];
  private readonly pages: (Address | undefined)[];
  private readonly headings: (Heading | undefined)[];
  private readonly detailNames: string[];
  private readonly firstPages: number[] = [0];
  private readonly files = new Map<string, Promise<unknown>>();
  private readonly loaded = new Map<string, Shard>();

  constructor(
    private readonly json: IndexJson,
    private readonly read: ReadFile,
  ) {
    if (json.v !== 1) throw new Error("the search index is of another version");
    this.language = new Language(json.stop, json.stem);
    this.languageTag = json.l;
    this.texts = json.t;
    this.sectionCount = json.n;
    const counts = numbersOf(json.c);
    this.pageCount = counts.length;
    this.firstSections = new Int32Array(counts.length + 1);
    this.pageOfSection = new Int32Array(json.n);
    counts.forEach((count, page) => {
      const first = this.firstSections[page]!;
      this.firstSections[page + 1] = first + count;
      this.pageOfSection.fill(page, first, first + count);
    });
    this.isAlone = marksOf(json.o, json.n);
    this.headingLengths = new Uint8Array(json.n);
    this.weights = new Float32Array(json.n).fill(1);
    for (let at = 0; at + 1 < json.q.length; at += 2) {
      const weight = Number(json.q[at]) / 10;
      marksOf(json.q[at + 1]!, json.n).forEach((isIn, section) => {
        if (isIn) this.weights[section] = weight;
      });
    }
    this.facets = Object.fromEntries(facetNames.map((name, at) => [name, this.facet(json.f[at] ?? [])])) as Record<FacetName, FacetValue[]>;
    this.firstWords = json.s ? json.s.split(" ") : [];
    this.shardNames = json.sn ? json.sn.split(" ") : [];
    this.synonyms = [
      ...json.syn.map((group) => group.split("\t")),
      ...json.acr.map((acronym) => acronym.split("\t")),
    ];
    this.pages = new Array<Address | undefined>(this.pageCount);
    this.headings = new Array<Heading | undefined>(json.n);
    this.detailNames = json.d ? json.d.split(" ") : [];
    if (json.p !== undefined) this.fill(0, json.p, json.h ?? "");
    let page = 0;
    for (const count of numbersOf(json.dn ?? "")) this.firstPages.push((page += count));
  }

  /** The names of the shards that hold words starting with a text, in order; at most `most`. */
  shardsFor(prefix: string, most: number): string[] {
    let at = Math.max(0, lowerBound(this.firstWords, prefix + "\0") - 1);
    const names: string[] = [];
    for (; at < this.shardNames.length && names.length < most; at++) {
      if (names.length > 0 && !this.firstWords[at]!.startsWith(prefix)) break;
      names.push(this.shardNames[at]!);
    }
    return names;
  }

  async load(names: Iterable<string>): Promise<void> {
    await Promise.all(
      [...new Set(names)].filter((name) => !this.loaded.has(name)).map(async (name) => {
        const [words, lists] = (await this.file(name)) as [string, string];
        this.loaded.set(name, new Shard(wordsOf(words), lists.split(".")));
      }),
    );
  }

  shard(name: string): Shard | undefined {
    return this.loaded.get(name);
  }

  /** Every shard, for a page with time to spare. */
  get allShards(): string[] {
    return this.shardNames;
  }

  async words(): Promise<string[]> {
    return wordsOf((await this.file(this.json.w)) as string);
  }

  /** Fetches titles and headings of pages where they are not in the first file. */
  async describe(pages: Iterable<number>): Promise<void> {
    if (this.detailNames.length === 0) return;
    const needed = new Set([...pages].map((page) => this.detailOf(page)));
    await Promise.all(
      [...needed].map(async (detail) => {
        const first = this.firstPages[detail]!;
        if (this.pages[first]) return;
        const [p, h] = (await this.file(this.detailNames[detail]!)) as [string, string];
        this.fill(first, p, h);
      }),
    );
  }

  page(page: number): Address | undefined {
    return this.pages[page];
  }

  /** The heading of a section; the first section of a page has none. */
  heading(section: number): Heading | undefined {
    return this.headings[section];
  }

  /** What stands over a section: its heading, or the page's title. */
  titleOf(section: number): string {
    const page = this.pageOfSection[section]!;
    return this.firstSections[page] === section ? (this.pages[page]?.title ?? "") : (this.headings[section]?.text ?? "");
  }

  /** Pages to look through when nothing is found. */
  get overviews(): Address[] {
    if (this.json.z) return addressesOf(this.json.z);
    return (this.json.zn ?? "").split(" ").flatMap((page) => (page ? (this.pages[Number(page)] ?? []) : []));
  }

  private detailOf(page: number): number {
    let detail = 0;
    while (detail + 1 < this.detailNames.length && this.firstPages[detail + 1]! <= page) detail++;
    return detail;
  }

  private fill(firstPage: number, p: string, h: string): void {
    const headings = h.split("\n");
    let line = 0;
    addressesOf(p).forEach((address, at) => {
      const page = firstPage + at;
      this.pages[page] = address;
      for (let section = this.firstSections[page]! + 1; section < this.firstSections[page + 1]!; section++) {
        const [text, anchor] = headings[line++]!.split("\t");
        this.headings[section] = { text: text!, anchor: anchor! };
      }
    });
  }

  private facet(values: string[]): FacetValue[] {
    const all: FacetValue[] = [];
    for (let at = 0; at + 1 < values.length; at += 2) all.push({ label: values[at]!, marks: marksOf(values[at + 1]!, this.sectionCount) });
    return all;
  }

  private file(name: string): Promise<unknown> {
    let file = this.files.get(name);
    if (!file) {
      file = this.read(`data/${name}.json`);
      this.files.set(name, file);
      // What failed once may be there the next time.
      file.catch(() => this.files.delete(name));
    }
    return file;
  }
}

function addressesOf(lines: string): Address[] {
  return lines
    .split("\n")
    .filter((line) => line.includes("\t"))
    .map((line) => {
      const [url, title] = line.split("\t");
      return { url: url!, title: title! };
    });
}
