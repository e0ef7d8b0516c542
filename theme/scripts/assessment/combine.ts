import { Fraction } from "./fraction.js";
import { answersOf, type CombiningRules, type ItemAnswer, type Respondent, type Spec } from "./spec.js";

/** What several people's answers come to. Holds nothing that one of them answered. */
export interface Combined {
  readonly respondents: readonly GroupSize[];
  readonly items: readonly CombinedItem[];
}

export interface GroupSize {
  readonly group: string;
  readonly count: number;
}

export interface CombinedItem {
  readonly id: string;
  readonly groups: readonly { readonly group: string; readonly level: number }[];
  readonly score: number | null;
  readonly answers: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly spread: number | null;
  readonly unknown: number;
}

/** Name under which groups that are too small to be shown are taken together. */
export const others = "others";

const fewestForAgreement = 5;

/** The rules, and where they come from, are in `Scoring/AnswerCombiner.cs`. */
export function combineAnswers(spec: Spec, people: readonly Respondent[]): Combined {
  const rules = spec.combining;
  if (!rules) return { respondents: [], items: [] };
  const groups = [...rules.groups, others];
  const byGroup = new Map(groups.map((group) => [group, [] as ReadonlyMap<string, ItemAnswer>[]]));
  for (const person of people) {
    const group = person.group !== null && rules.groups.includes(person.group) ? person.group : others;
    byGroup.get(group)?.push(answersOf(spec, person));
  }

  const sizes = groups.map((group) => ({ group, count: byGroup.get(group)?.length ?? 0 }));
  const { shown, together } = split(sizes, new Set([others]), rules.minimumGroup);
  const counted = new Map(groups.map((group) => [group, shown.includes(group) || together.includes(group) ? (byGroup.get(group) ?? []) : []]));
  const hidden = new Set(groups.filter((group) => !shown.includes(group)));
  const countTogether = sizes.filter((size) => together.includes(size.group)).reduce((sum, size) => sum + size.count, 0);
  return {
    respondents: [
      ...sizes.filter((size) => shown.includes(size.group)),
      ...(countTogether > 0 ? [{ group: others, count: countTogether }] : []),
    ],
    items: spec.items.map((item) => combineItem(item.id, groups, counted, hidden, rules)).filter((item) => item !== null),
  };
}

/** The answers to score. An item that nobody answered was asked of nobody, and counts as excluded. */
export function toAnswers(spec: Spec, combined: Combined): ReadonlyMap<string, ItemAnswer> {
  const items = new Map(combined.items.map((item) => [item.id, item]));
  return new Map(
    spec.items.map((item): [string, ItemAnswer] => {
      const found = items.get(item.id);
      if (!found) return [item.id, { kind: "excluded" }];
      if (found.score !== null) return [item.id, { kind: "scored", score: found.score }];
      return [item.id, { kind: found.unknown > 0 ? "unknown" : "none" }];
    }),
  );
}

/** More people do not know than can be left to chance. */
export function isWidelyUnknown(item: CombinedItem): boolean {
  // Two fifths, in whole numbers.
  return item.unknown > 0 && 5 * item.unknown > 2 * (item.unknown + item.answers);
}

/** Greatest difference between two groups; 0 with fewer than two. */
export function difference(item: CombinedItem): number {
  const levels = item.groups.map((group) => group.level);
  if (levels.length < 2) return 0;
  return Fraction.of(Math.max(...levels)).minus(Fraction.of(Math.min(...levels))).toNumber();
}

function split(
  sizes: readonly GroupSize[],
  hidden: ReadonlySet<string>,
  minimum: number,
): { shown: readonly string[]; together: readonly string[] } {
  const answering = sizes.filter((size) => size.count > 0);
  const together = answering.filter((size) => size.count < minimum || hidden.has(size.group));
  let shown = answering.filter((size) => !together.includes(size));
  const [only, second] = together;
  if (only && !second && only.count < minimum && shown.length > 0) {
    // Of two equally small groups the later one of the playbook's list is hidden, whatever the order of the files.
    const next = shown.reduce((smallest, size) => (size.count <= smallest.count ? size : smallest));
    shown = shown.filter((size) => size !== next);
    together.push(next);
  }

  const isEnough = together.reduce((sum, size) => sum + size.count, 0) >= minimum;
  return { shown: shown.map((size) => size.group), together: isEnough ? together.map((size) => size.group) : [] };
}

function combineItem(
  id: string,
  groups: readonly string[],
  counted: ReadonlyMap<string, readonly ReadonlyMap<string, ItemAnswer>[]>,
  hidden: ReadonlySet<string>,
  rules: CombiningRules,
): CombinedItem | null {
  const given = (group: string): ItemAnswer[] => (counted.get(group) ?? []).map((answers) => answers.get(id) ?? { kind: "none" });
  const levels = new Map(groups.map((group) => [group, sorted(given(group).flatMap((answer) => (answer.kind === "scored" ? [answer.score] : [])))]));
  const of = (chosen: readonly string[]): number[] => sorted(chosen.flatMap((group) => levels.get(group) ?? []));
  const unknown = groups.flatMap(given).filter((answer) => answer.kind === "unknown").length;
  const { shown, together } = split(groups.map((group) => ({ group, count: levels.get(group)?.length ?? 0 })), hidden, rules.minimumGroup);
  const taken = of(together);
  const cells = [
    ...shown.map((group) => ({ group, level: summary(of([group]), rules) })),
    ...(taken.length > 0 ? [{ group: others, level: summary(taken, rules) }] : []),
  ];
  const empty = { id, groups: [], score: null, answers: 0, low: null, high: null, spread: null, unknown };
  if (cells.length === 0) return unknown > 0 || of(groups).length > 0 ? empty : null;

  const all = of([...shown, ...together]);
  const score = rules.method === "equal-people" ? summary(all, rules) : average(cells.map((cell) => cell.level));
  return {
    id,
    groups: cells.map((cell) => ({ group: cell.group, level: cell.level.toNumber() })),
    score: score.round(2).toNumber(),
    answers: all.length,
    low: all[0] ?? null,
    high: all.at(-1) ?? null,
    spread: all.length < fewestForAgreement ? null : spread(all),
    unknown,
  };
}

function spread(all: readonly number[]): number {
  const middle = median(all);
  return average(all.map((level) => Fraction.of(level).minus(middle).abs())).round(1).toNumber();
}

function summary(values: readonly number[], rules: CombiningRules): Fraction {
  return rules.groupSummary === "mean" ? average(values.map((value) => Fraction.of(value))).round(2) : median(values);
}

function median(values: readonly number[]): Fraction {
  const lower = values[Math.floor((values.length - 1) / 2)] ?? 0;
  const upper = values[Math.floor(values.length / 2)] ?? 0;
  return Fraction.of(lower).plus(Fraction.of(upper)).over(Fraction.of(2));
}

function average(values: readonly Fraction[]): Fraction {
  return Fraction.sum(values).over(Fraction.of(values.length));
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
