import type { Day } from "./days.js";
import { writeRecord, type Earlier, type ItemRecord, type Records, type Stamp } from "./record.js";

/**
 * The newer of two: the higher counter, then the higher writer. Where a file was edited by hand both can be equal; then the
 * content decides, so that every order of merging ends the same.
 */
function isNewer<T>(left: { at: Stamp } & T, right: { at: Stamp } & T, content: (value: T) => string): boolean {
  if (left.at[0] !== right.at[0]) return left.at[0] > right.at[0];
  if (left.at[1] !== right.at[1]) return left.at[1] > right.at[1];
  return content(left) > content(right);
}

/** Merges what two sides know about an item: the newer record, and the history of both. */
export function mergeRecord(left: ItemRecord, right: ItemRecord): ItemRecord {
  const { earlier: _, ...newer } = isNewer(left, right, contentOf) ? left : right;
  const earlier = mergeEarlier(left.earlier, right.earlier);
  return earlier.size > 0 ? { ...newer, earlier } : newer;
}

/** Merges two sides. Commutative, associative, and merging again changes nothing. */
export function merge(left: Records, right: Records): Map<string, ItemRecord> {
  const merged = new Map(left);
  for (const [id, record] of right) {
    const mine = merged.get(id);
    merged.set(id, mine ? mergeRecord(mine, record) : record);
  }
  return merged;
}

/** Gives records that stand under former ids to the items of today. */
export function rename(records: Iterable<readonly [string, ItemRecord]>, renamed: ReadonlyMap<string, string>): Map<string, ItemRecord> {
  const result = new Map<string, ItemRecord>();
  for (const [old, record] of records) {
    const id = renamed.get(old) ?? old;
    const other = result.get(id);
    result.set(id, other ? mergeRecord(other, record) : record);
  }
  return result;
}

/** What a reader can tell apart: everything but the stamp and the history. */
export function contentOf(record: Omit<ItemRecord, "at">): string {
  return JSON.stringify({ ...writeRecord(record as ItemRecord), at: undefined, earlier: undefined });
}

/** A counter higher than all of them. */
export function nextClock(records: Records): number {
  let highest = 0;
  for (const record of records.values()) {
    highest = Math.max(highest, record.at[0]);
    for (const entry of record.earlier?.values() ?? []) highest = Math.max(highest, entry.at[0]);
  }
  return highest + 1;
}

function mergeEarlier(left: ItemRecord["earlier"], right: ItemRecord["earlier"]): Map<Day, Earlier> {
  const days = new Map(left);
  for (const [day, entry] of right ?? []) {
    const mine = days.get(day);
    days.set(day, mine && isNewer(mine, entry, (value) => JSON.stringify([value.by, value.evidence, value.gone])) ? mine : entry);
  }
  return days;
}
