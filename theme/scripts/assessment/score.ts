import { Fraction } from "./fraction.js";
import type { ItemAnswer, Spec, SpecItem } from "./spec.js";

/** What a set of answers comes to. Where each rule comes from is said in `Scoring/AssessmentScorer.cs`. */
export interface Report {
  readonly areas: readonly AreaScore[];
  readonly fixFirst: readonly string[];
  readonly opportunities: readonly Opportunity[];
  readonly unknown: readonly string[];
  readonly strengths: readonly string[];
  readonly dependsOnImportance: boolean;
}

export interface AreaScore {
  readonly id: string;
  readonly score: number | null;
  readonly band: string | null;
  readonly coverage: number | null;
  readonly target: number | null;
  readonly opportunity: number;
}

export interface Opportunity {
  readonly id: string;
  readonly value: number;
  readonly gap: number;
}

export const topCount = 5;
const largestCounted = 3;

interface Answered {
  readonly item: SpecItem;
  readonly place: number;
  readonly answer: ItemAnswer;
  readonly score: Fraction;
  readonly gap: Fraction;
}

export function scoreAnswers(spec: Spec, answers: ReadonlyMap<string, ItemAnswer>): Report {
  const answered = spec.items.map((item, place) => prepare(item, place, answers.get(item.id) ?? { kind: "none" }));
  const scored = answered.filter((each) => each.answer.kind === "scored");
  const ranking = rank(scored, spec, (each) => each.item.importance);
  return {
    areas: spec.areas.map((area) => scoreArea(area, answered.filter((each) => each.item.area === area), spec)),
    fixFirst: ranking.filter((each) => each.item.isGate && each.score.compare(Fraction.of(spec.scoring.gateAlertAt)) <= 0).map((each) => each.item.id),
    opportunities: ranking
      .filter((each) => !each.gap.isZero)
      .map((each) => ({ id: each.item.id, value: valueOf(each, spec, each.item.importance).toNumber(), gap: each.gap.toNumber() })),
    unknown: answered.filter((each) => each.answer.kind === "unknown").map((each) => each.item.id),
    strengths: scored
      .filter((each) => each.gap.isZero && isImportant(each.item, spec))
      .sort((a, b) => (b.item.importance ?? 0) - (a.item.importance ?? 0) || b.score.compare(a.score) || a.place - b.place)
      .map((each) => each.item.id),
    dependsOnImportance: dependsOnImportance(scored, ranking, spec),
  };
}

/** The band of a rounded score; null below the first. */
export function bandOf(score: number, spec: Spec): string | null {
  return spec.bands.findLast((band) => band.from <= score)?.label ?? null;
}

function prepare(item: SpecItem, place: number, answer: ItemAnswer): Answered {
  const isScored = answer.kind === "scored";
  const score = isScored ? Fraction.of(answer.score) : Fraction.zero;
  const gap = isScored ? Fraction.max(Fraction.zero, Fraction.of(item.target).minus(score)) : Fraction.zero;
  return { item, place, answer, score, gap };
}

function scoreArea(area: string, answered: readonly Answered[], spec: Spec): AreaScore {
  const applicable = answered.filter((each) => each.answer.kind !== "excluded");
  const scored = applicable.filter((each) => each.answer.kind === "scored");
  const values = scored.map((each) => valueOf(each, spec, each.item.importance)).sort((a, b) => b.compare(a));
  const opportunity = Fraction.sum(values.slice(0, largestCounted)).toNumber();
  const weight = weightOf(applicable);
  if (weight.isZero) return { id: area, score: null, band: null, coverage: null, target: null, opportunity };

  const answeredWeight = weightOf(scored);
  const { round, minimumCoverage } = spec.scoring;
  const target = mean(applicable, (each) => Fraction.of(each.item.target), weight).round(round).toNumber();
  const coverage = answeredWeight.over(weight).round(2).toNumber();
  // Compared before rounding: 0.595 is less than 0.6.
  if (answeredWeight.isZero || answeredWeight.compare(Fraction.of(minimumCoverage).times(weight)) < 0) {
    return { id: area, score: null, band: null, coverage, target, opportunity };
  }

  const score = mean(scored, (each) => each.score, answeredWeight).round(round).toNumber();
  return { id: area, score, band: bandOf(score, spec), coverage, target, opportunity };
}

function weightOf(answered: readonly Answered[]): Fraction {
  return Fraction.sum(answered.map((each) => Fraction.of(each.item.weight)));
}

function mean(answered: readonly Answered[], value: (each: Answered) => Fraction, weight: Fraction): Fraction {
  return Fraction.sum(answered.map((each) => Fraction.of(each.item.weight).times(value(each)))).over(weight);
}

function valueOf(each: Answered, spec: Spec, importance: number | null): Fraction {
  if (each.gap.isZero) return Fraction.zero;
  switch (spec.scoring.opportunity) {
    case "importance-times-gap":
      return Fraction.of(importance ?? 1).times(each.gap);
    case "importance-plus-gap": {
      const wanted = Fraction.of(importance ?? 0);
      return wanted.plus(Fraction.max(wanted.minus(each.score), Fraction.zero));
    }
    default:
      return each.gap;
  }
}

function rank(scored: readonly Answered[], spec: Spec, importance: (each: Answered) => number | null): Answered[] {
  return scored
    .map((each) => ({ each, value: valueOf(each, spec, importance(each)), importance: importance(each) ?? 0 }))
    .sort(
      (a, b) =>
        b.value.compare(a.value) ||
        Number(b.each.item.isGate) - Number(a.each.item.isGate) ||
        b.importance - a.importance ||
        a.each.score.compare(b.each.score) ||
        a.each.place - b.each.place,
    )
    .map(({ each }) => each);
}

function dependsOnImportance(scored: readonly Answered[], ranking: readonly Answered[], spec: Spec): boolean {
  const scale = spec.importance;
  if (!scale) return false;
  const top = (ranked: readonly Answered[]): Set<string> =>
    new Set(ranked.filter((each) => !each.gap.isZero).slice(0, topCount).map((each) => each.item.id));
  const given = top(ranking);
  return [...top(rank(scored, spec, () => scale.default))].some((id) => !given.has(id));
}

function isImportant(item: SpecItem, spec: Spec): boolean {
  const scale = spec.importance;
  return !scale || 2 * (item.importance ?? scale.default) > scale.minimum + scale.maximum;
}
