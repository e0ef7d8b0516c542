import { pageData, type PageData } from "./page-data.js";
import { answersOf } from "./spec.js";
import { scoreAnswers } from "./score.js";

/** What a browser keeps of one person's form. Change the shape only with a new `schema`. */
export interface Saved {
  readonly schema: 1;
  readonly assessment: string;
  readonly version: number;
  readonly revision: string;
  readonly group: string | null;
  readonly answers: Readonly<Record<string, number | string>>;
  readonly pulse: Readonly<Record<string, number>>;
  readonly isOneByOne: boolean;
  /** Scores as other pages show them, so that those need not know the assessment. */
  readonly areas: Readonly<Record<string, { readonly score: number; readonly band: string | null }>>;
}

/** How keeping goes: `outdated` and `unreadable` are told until the next change. */
export type StoreState = "kept" | "blocked" | "full" | "outdated" | "unreadable";

/** The answers of this browser, for this playbook and edition. Tells of every change, also of those in other windows. */
export class AnswerStore extends EventTarget {
  state: StoreState = "kept";
  saved: Saved;

  constructor(private readonly data: PageData) {
    super();
    this.saved = this.read();
    addEventListener("storage", (event) => {
      if (event.key !== data.store && event.key !== null) return;
      this.saved = this.read();
      this.tell();
    });
  }

  change(change: Partial<Saved>): void {
    const saved = { ...this.saved, ...change };
    this.saved = { ...saved, revision: this.data.revision, areas: this.areasOf(saved) };
    this.write();
    this.tell();
  }

  /** Forgets everything, also in the storage. */
  clear(): void {
    this.saved = this.empty();
    try {
      localStorage.removeItem(this.data.store);
      localStorage.removeItem(`${this.data.store}:before`);
      this.state = "kept";
    } catch {
      this.state = "blocked";
    }

    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new Event("change"));
  }

  private read(): Saved {
    let text: string | null;
    try {
      text = localStorage.getItem(this.data.store);
    } catch {
      this.state = "blocked";
      return this.empty();
    }

    this.state = "kept";
    if (text === null) return this.empty();
    const saved = parse(text);
    if (!saved) {
      this.state = "unreadable";
      return this.empty();
    }

    if (saved.assessment !== this.data.assessment || saved.version !== this.data.version) {
      this.state = "outdated";
      return this.empty();
    }

    return { ...saved, answers: this.renamed(saved.answers) };
  }

  private write(): void {
    try {
      // What could not be read may still be of use to somebody: it is put aside, not lost.
      if (this.state === "unreadable" || this.state === "outdated") {
        localStorage.setItem(`${this.data.store}:before`, localStorage.getItem(this.data.store) ?? "");
      }

      localStorage.setItem(this.data.store, JSON.stringify(this.saved));
      this.state = "kept";
    } catch (error) {
      this.state = error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
    }
  }

  private renamed(answers: Saved["answers"]): Saved["answers"] {
    const entries = Object.entries(answers).map(([id, answer]) => [this.data.formerly[id] ?? id, answer] as const);
    return Object.fromEntries(entries);
  }

  private areasOf(saved: Saved): Saved["areas"] {
    const { areas } = scoreAnswers(this.data.spec, answersOf(this.data.spec, saved));
    return Object.fromEntries(areas.flatMap(({ id, score, band }) => (score === null ? [] : [[id, { score, band }]])));
  }

  private empty(): Saved {
    const { assessment, version, revision } = this.data;
    return { schema: 1, assessment, version, revision, group: null, answers: {}, pulse: {}, isOneByOne: false, areas: {} };
  }
}

/** Null when the text is not what this version writes. */
export function parse(text: string): Saved | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }

  if (!isMap(value) || value["schema"] !== 1 || typeof value["assessment"] !== "string" || typeof value["version"] !== "number") return null;
  const { answers, pulse, group, areas } = value;
  if (!isMap(answers) || !Object.values(answers).every((answer) => typeof answer === "string" || typeof answer === "number")) return null;
  if (!isMap(pulse) || !Object.values(pulse).every((step) => typeof step === "number")) return null;
  return {
    schema: 1,
    assessment: value["assessment"],
    version: value["version"],
    revision: typeof value["revision"] === "string" ? value["revision"] : "",
    group: typeof group === "string" ? group : null,
    answers: answers as Saved["answers"],
    pulse: pulse as Saved["pulse"],
    isOneByOne: value["isOneByOne"] === true,
    areas: isMap(areas) ? (areas as Saved["areas"]) : {},
  };
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

let store: AnswerStore | undefined;

/** The one store of the page; undefined on pages without an assessment. */
export function answerStore(): AnswerStore | undefined {
  const data = pageData();
  store ??= data ? new AnswerStore(data) : undefined;
  return store;
}
