import { isDay } from "./days.js";
import { isItemId, isObject, oldest, readRecord, writeRecord, type ItemRecord, type Records } from "./record.js";

/** Written into every file and into storage; `schemas/progress.schema.json` describes it. */
export const format = "playbook-progress";

/** Version 1 is the short form that people write by hand: `{"done": {"LDR-01": "2027-01-31"}}`. */
export const version = 2;

/** What a file holds, with the entries that could not be read. */
export interface ProgressFile {
  readonly playbook: string | undefined;
  readonly edition: string | undefined;
  /** The writer whose storage this is; undefined in exports. */
  readonly writer: string | undefined;
  readonly records: Map<string, ItemRecord>;
  readonly unreadable: readonly string[];
}

/** Why a text is not such a file: `newer` was written by a later version of this page. */
export type Refusal = "not-json" | "not-progress" | "newer";

/** How a file of each older version becomes one of the next. */
const migrations: Readonly<Record<number, (file: Record<string, unknown>) => Record<string, unknown>>> = {
  1: ({ done, ...rest }) => ({
    ...rest,
    version: 2,
    items: Object.fromEntries(
      Object.entries(isObject(done) ? done : {}).map(([id, day]) => [id, { status: "done", ...(isDay(day) ? { date: day } : {}), at: oldest }]),
    ),
  }),
};

/** Reads a file of any version there has been. */
export function readFile(json: string): ProgressFile | Refusal {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    return "not-json";
  }
  if (!isObject(file) || file["format"] !== format || !Number.isInteger(file["version"])) return "not-progress";
  if ((file["version"] as number) > version) return "newer";
  while (file["version"] !== version) {
    const migrate: (typeof migrations)[number] | undefined = migrations[file["version"] as number];
    if (!migrate) return "not-progress";
    file = migrate(file as Record<string, unknown>);
    if (!isObject(file)) return "not-progress";
  }
  return isObject(file["items"]) ? read(file, file["items"]) : "not-progress";
}

/** Writes a file: the same records give the same text. */
export function writeFile(head: Readonly<Record<string, string | undefined>>, records: Records): string {
  const items = [...records].sort(([left], [right]) => (left < right ? -1 : 1)).map(([id, record]) => [id, writeRecord(record)]);
  return JSON.stringify({ format, version, ...head, items: Object.fromEntries(items) });
}

function read(file: Record<string, unknown>, items: Record<string, unknown>): ProgressFile {
  const records = new Map<string, ItemRecord>();
  const unreadable: string[] = [];
  for (const [id, value] of Object.entries(items)) {
    const record = isItemId(id) ? readRecord(value) : undefined;
    if (record) records.set(id, record);
    else unreadable.push(id);
  }
  return { playbook: optional(file["playbook"]), edition: optional(file["edition"]), writer: optional(file["writer"]), records, unreadable };
}

function optional(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
