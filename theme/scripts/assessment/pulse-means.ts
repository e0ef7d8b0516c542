import { Fraction } from "./fraction.js";
import type { PageData } from "./page-data.js";

/** The mean of each factor over all that was agreed or disagreed with; factors that nobody answered are left out. */
export function pulseMeans(data: PageData, people: readonly { readonly pulse: Readonly<Record<string, number>> }[]): { label: string; mean: number }[] {
  const pulse = data.pulse;
  if (!pulse) return [];
  return pulse.factors.flatMap((factor) => {
    const statements = pulse.statements.filter((statement) => statement.factor === factor.id);
    const steps = people.flatMap((person) => statements.map((statement) => person.pulse[statement.id])).filter((step): step is number => isStep(step, pulse.steps));
    if (steps.length === 0) return [];
    const mean = Fraction.sum(steps.map((step) => Fraction.of(step))).over(Fraction.of(steps.length)).round(1);
    return [{ label: factor.label, mean: mean.toNumber() }];
  });
}

function isStep(step: number | undefined, steps: number): boolean {
  return step !== undefined && Number.isInteger(step) && step >= 1 && step <= steps;
}
