import { isMap, type Saved } from "./answer-store.js";
import { readAnswer, type Respondent } from "./spec.js";
import type { PageData } from "./page-data.js";

/** The file in which one person's answers travel: no name, no date, nothing but the group. */
export interface AnswerFile {
  readonly format: "playbook-answers";
  readonly schema: 1;
  readonly playbook: string;
  readonly edition: string;
  readonly assessment: string;
  readonly version: number;
  readonly group: string | null;
  readonly answers: Readonly<Record<string, number | string>>;
  readonly pulse: Readonly<Record<string, number>>;
}

export interface Person extends Respondent {
  readonly pulse: Readonly<Record<string, number>>;
}

/** What is wrong with a file, as a key of the locale with its values. */
export interface FileProblem {
  readonly key: string;
  readonly values: readonly (string | number)[];
}

export function writeAnswers(data: PageData, saved: Saved): string {
  const file: AnswerFile = {
    format: "playbook-answers",
    schema: 1,
    playbook: data.playbook,
    edition: data.edition,
    assessment: data.assessment,
    version: data.version,
    group: saved.group,
    // Answers to statements that are no longer part of this edition stay behind: nobody could read them.
    answers: sorted(saved.answers, (id) => data.spec.items.some((item) => item.id === id)),
    pulse: sorted(saved.pulse, (id) => data.pulse?.statements.some((statement) => statement.id === id) === true),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** One person's answers, or what keeps the file from being used. */
export function readAnswers(data: PageData, text: string): Person | FileProblem {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return problem("result.file_not_json");
  }

  if (!isMap(file) || file["format"] !== "playbook-answers") return problem("result.file_not_answers");
  if (file["schema"] !== 1) return problem("result.file_schema", String(file["schema"]));
  if (file["playbook"] !== data.playbook || file["assessment"] !== data.assessment) return problem("result.file_assessment", String(file["assessment"]));
  if (file["version"] !== data.version) return problem("result.file_version", String(file["version"]), data.version);
  if (file["edition"] !== data.edition) return problem("result.file_edition", String(file["edition"]), data.edition);
  const { group, answers, pulse = {} } = file;
  if (!isMap(answers) || !isMap(pulse)) return problem("result.file_not_answers");
  if (group !== null && (typeof group !== "string" || !data.spec.combining?.groups.includes(group))) return problem("result.file_group", String(group));
  const renamed = Object.entries(answers).map(([id, answer]) => [data.formerly[id] ?? id, answer] as const);
  for (const [id, answer] of renamed) {
    const isKnown = data.spec.items.some((item) => item.id === id);
    const isReadable = typeof answer === "string" || typeof answer === "number";
    if (!isKnown || !isReadable || readAnswer(data.spec, answer).kind === "none") return problem("result.file_answer", String(answer), id);
  }

  return {
    group,
    answers: Object.fromEntries(renamed) as Person["answers"],
    pulse: Object.fromEntries(Object.entries(pulse).filter((entry): entry is [string, number] => typeof entry[1] === "number")),
  };
}

export function isProblem(result: Person | FileProblem): result is FileProblem {
  return "key" in result;
}

function problem(key: string, ...values: readonly (string | number)[]): FileProblem {
  return { key, values };
}

function sorted<T>(map: Readonly<Record<string, T>>, isKnown: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(
    Object.entries(map)
      .filter(([id]) => isKnown(id))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
