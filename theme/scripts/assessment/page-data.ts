import type { Spec } from "./spec.js";

/** What the generator wrote into the page (`Rendering/Views/AssessmentData.cs`). */
export interface PageData {
  readonly schema: number;
  readonly store: string;
  readonly playbook: string;
  readonly edition: string;
  readonly assessment: string;
  readonly version: number;
  readonly revision: string;
  readonly spec: Spec;
  /** Ids under which items were answered before. */
  readonly formerly: Readonly<Record<string, string>>;
  readonly pulse: Pulse | null;
  readonly words: Readonly<Record<string, string>>;
}

export interface Pulse {
  readonly title: string;
  readonly steps: number;
  readonly statements: readonly { readonly id: string; readonly factor: string }[];
  readonly factors: readonly { readonly id: string; readonly label: string }[];
}

/** What only the page of results has: the words of areas, statements and checklist items. */
export interface ResultsData extends PageData {
  readonly oneView: string | null;
  readonly areas: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
  readonly items: Readonly<Record<string, ItemText>>;
  readonly checklist: Readonly<Record<string, Task>>;
}

export interface ItemText {
  readonly statement: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly read: readonly Link[];
  readonly run: readonly Link[];
  readonly checklist: readonly string[];
}

export interface Link {
  readonly title: string;
  /** From the site's root. */
  readonly url: string;
}

export interface Task extends Link {
  readonly owner: string;
  readonly due: string;
  readonly date: string | null;
  readonly day: number;
}

let found: PageData | undefined;

/** Undefined on pages without an assessment. */
export function pageData(): PageData | undefined {
  const script = document.getElementById("_assessment-data");
  found ??= script ? (JSON.parse(script.textContent ?? "") as PageData) : undefined;
  return found;
}

/** A text of the interface with {0}, {1} … filled. */
export function say(data: PageData, key: string, ...values: readonly (string | number)[]): string {
  return (data.words[key] ?? key).replace(/\{(\d)\}/g, (mark, at: string) => String(values[Number(at)] ?? mark));
}

/** A text for a number of things. French counts none as one; the locale says so. */
export function sayCount(data: PageData, key: string, count: number, ...values: readonly string[]): string {
  const isOne = count === 1 || (count === 0 && data.words["format.zero_is_singular"] === "true");
  return say(data, `${key}.${isOne ? "one" : "other"}`, count, ...values);
}
