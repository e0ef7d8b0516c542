import { isDay, type Day } from "./days.js";

export const statuses = ["todo", "doing", "done", "not-applicable", "waived"] as const;

export type Status = (typeof statuses)[number];

/**
 * When a record was written: a counter that is higher than every counter its writer had seen, and the writer, a random
 * word that stands for a browser and not for a person. Two stamps are never equal unless somebody edits a file by hand.
 */
export type Stamp = readonly [clock: number, writer: string];

/** A day on which a recurring item was done before. */
export interface Earlier {
  readonly by?: string;
  readonly evidence?: string;
  /** Taken back; kept, so that an older file does not bring it again. */
  readonly gone?: true;
  readonly at: Stamp;
}

/** What a reader has recorded about an item. `todo` is written too: it says that a tick was taken back. */
export interface ItemRecord {
  readonly status: Status;
  readonly reason?: string;
  readonly by?: string;
  readonly until?: Day;
  readonly evidence?: string;
  readonly note?: string;
  readonly date?: Day;
  readonly earlier?: ReadonlyMap<Day, Earlier>;
  readonly at: Stamp;
}

export type Records = ReadonlyMap<string, ItemRecord>;

/** Fields that are free text. */
export const textFields = ["reason", "by", "evidence", "note"] as const;

/** Fields that are days. */
export const dayFields = ["until", "date"] as const;

const longestText = 10_000;
const longestId = 24;
const idForm = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/;
const writerForm = /^[a-z0-9]{1,16}$/;
const highestClock = 2 ** 52;

/** A stamp for what carries none, such as committed progress: older than everything a reader writes. */
export const oldest: Stamp = [0, "0"];

export function isItemId(value: string): boolean {
  return value.length <= longestId && idForm.test(value);
}

/** Reads one record as it stands in a file; undefined when it is not one. */
export function readRecord(value: unknown, fallback?: Stamp): ItemRecord | undefined {
  if (!isObject(value) || !statuses.includes(value["status"] as Status)) return undefined;
  const at = readStamp(value["at"]) ?? fallback;
  const fields = readFields(value);
  const earlier = readEarlier(value["earlier"], fallback);
  if (!at || !fields || !earlier) return undefined;
  return { status: value["status"] as Status, ...fields, ...(earlier.size > 0 ? { earlier } : {}), at };
}

/** A record as it stands in a file: keys in a fixed order, nothing that is empty. */
export function writeRecord(record: ItemRecord): Record<string, unknown> {
  const { status, reason, by, until, evidence, note, date, at } = record;
  const earlier = [...(record.earlier ?? [])].sort(([left], [right]) => (left < right ? -1 : 1)).map(([day, entry]) => {
    const { by, evidence, gone, at } = entry;
    return [day, { ...(by ? { by } : {}), ...(evidence ? { evidence } : {}), ...(gone ? { gone } : {}), at }] as const;
  });
  return Object.fromEntries(
    Object.entries({ status, reason, by, until, evidence, note, date, earlier: earlier.length > 0 ? Object.fromEntries(earlier) : undefined, at })
      .filter(([, value]) => value !== undefined),
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readFields(value: Record<string, unknown>): Partial<ItemRecord> | undefined {
  const fields: Record<string, string> = {};
  for (const name of textFields) {
    const given = value[name];
    if (given === undefined || given === "") continue;
    if (typeof given !== "string" || given.length > longestText) return undefined;
    fields[name] = given;
  }
  for (const name of dayFields) {
    const given = value[name];
    if (given === undefined || given === "") continue;
    if (!isDay(given)) return undefined;
    fields[name] = given;
  }
  return fields;
}

function readStamp(value: unknown): Stamp | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [clock, writer] = value as unknown[];
  return Number.isInteger(clock) && (clock as number) >= 0 && (clock as number) <= highestClock && typeof writer === "string" && writerForm.test(writer)
    ? [clock as number, writer]
    : undefined;
}

/** A plain list of days is enough for a file written by hand. */
function readEarlier(value: unknown, fallback: Stamp | undefined): Map<Day, Earlier> | undefined {
  const days = new Map<Day, Earlier>();
  if (value === undefined) return days;
  if (Array.isArray(value)) {
    if (!fallback || !value.every(isDay)) return undefined;
    for (const day of value) days.set(day, { at: fallback });
    return days;
  }
  if (!isObject(value)) return undefined;
  for (const [day, entry] of Object.entries(value)) {
    if (!isDay(day) || !isObject(entry)) return undefined;
    const at = readStamp(entry["at"]) ?? fallback;
    const fields = readFields({ by: entry["by"], evidence: entry["evidence"] });
    if (!at || !fields) return undefined;
    days.set(day, { ...fields, ...(entry["gone"] === true ? { gone: true } : {}), at });
  }
  return days;
}
