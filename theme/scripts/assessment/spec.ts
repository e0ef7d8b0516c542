/** What scoring needs to know of an assessment. Written by the generator (`Scoring/ScoringSpec.cs`). */
export interface Spec {
  readonly levels: readonly number[];
  readonly extraAnswers: Readonly<Record<string, "missing" | "excluded">>;
  readonly importance: { readonly minimum: number; readonly maximum: number; readonly default: number } | null;
  readonly scoring: {
    readonly minimumCoverage: number;
    readonly round: number;
    readonly opportunity: string;
    readonly gateAlertAt: number;
  };
  readonly bands: readonly { readonly from: number; readonly label: string; readonly meaning?: string | null }[];
  readonly combining: CombiningRules | null;
  readonly areas: readonly string[];
  readonly items: readonly SpecItem[];
}

export interface CombiningRules {
  readonly groups: readonly string[];
  readonly method: string;
  readonly groupSummary: string;
  readonly minimumGroup: number;
  readonly differAt: number;
  readonly agreeAtOrBelow: number;
}

export interface SpecItem {
  readonly id: string;
  readonly area: string;
  readonly weight: number;
  readonly importance: number | null;
  readonly target: number;
  readonly isGate: boolean;
  readonly groups: readonly string[];
}

/** A level's number or the id of another answer, by item. */
export type Answers = Readonly<Record<string, number | string>>;

export interface Respondent {
  readonly group: string | null;
  readonly answers: Answers;
}

/** What an answer means for the score. */
export type ItemAnswer = { readonly kind: "none" | "unknown" | "excluded" } | { readonly kind: "scored"; readonly score: number };

const none: ItemAnswer = { kind: "none" };

export function readAnswer(spec: Spec, answer: number | string | undefined): ItemAnswer {
  if (answer === undefined) return none;
  const countsAs = Object.hasOwn(spec.extraAnswers, answer) ? spec.extraAnswers[answer] : undefined;
  if (countsAs) return { kind: countsAs === "excluded" ? "excluded" : "unknown" };
  const level = /^[+-]?\d+$/.test(String(answer)) ? Number(answer) : Number.NaN;
  return spec.levels.includes(level) ? { kind: "scored", score: level } : none;
}

/** A person who gave no group is asked everything. */
export function isAsked(item: SpecItem, group: string | null): boolean {
  return group === null || item.groups.length === 0 || item.groups.includes(group);
}

/** The answers of one person to what their group is asked; items that it is not asked count as excluded. */
export function answersOf(spec: Spec, person: Respondent): ReadonlyMap<string, ItemAnswer> {
  return new Map(
    spec.items.map((item) => [
      item.id,
      isAsked(item, person.group)
        ? readAnswer(spec, Object.hasOwn(person.answers, item.id) ? person.answers[item.id] : undefined)
        : ({ kind: "excluded" } as const),
    ]),
  );
}
