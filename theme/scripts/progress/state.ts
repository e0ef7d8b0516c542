import { later, type Day } from "./days.js";
import type { Item } from "./items.js";
import type { ItemRecord, Status } from "./record.js";

/** How an item stands on a day, after everything that has a say in it. */
export interface State {
  readonly status: Status;
  /** The record it follows from: the reader's own, else the organization's. */
  readonly record: ItemRecord | undefined;
  readonly isOwn: boolean;
  /** Done, waived or not applicable: nothing waits for it any more. */
  readonly isClosed: boolean;
  /** Why it is open again: its waiver has ended, or it was done and comes back. */
  readonly again: "waiver-ended" | "due-again" | undefined;
}

/** @param waived Whether the edition itself waives the item, which a reader's record may overrule. */
export function stateOf(item: Item, own: ItemRecord | undefined, shared: ItemRecord | undefined, on: Day): State {
  const record = own ?? shared;
  const isWaivedByEdition = item.waived === true && (item.waivedUntil === undefined || item.waivedUntil >= on);
  const written: Status = record?.status ?? (isWaivedByEdition ? "waived" : "todo");
  const again = openAgain(item, record, on);
  const status = again ? "todo" : written;
  return { status, record, isOwn: own !== undefined, isClosed: status !== "todo" && status !== "doing", again };
}

/** The next three days on which a recurring item is due. */
export function nextDays(item: Item, record: ItemRecord | undefined): Day[] {
  if (!item.every) return [];
  const last = lastDone(record);
  if (last) return [1, 2, 3].map((times) => later(last, item.every!, times));
  return item.due ? [0, 1, 2].map((times) => later(item.due!, item.every!, times)) : [];
}

/** Days on which it was done, newest first. */
export function doneDays(record: ItemRecord | undefined): Day[] {
  const days = new Set([...(record?.earlier ?? [])].filter(([, entry]) => !entry.gone).map(([day]) => day));
  if (record?.status === "done" && record.date) days.add(record.date);
  return [...days].sort().reverse();
}

function lastDone(record: ItemRecord | undefined): Day | undefined {
  return doneDays(record)[0];
}

function openAgain(item: Item, record: ItemRecord | undefined, on: Day): State["again"] {
  if (record?.status === "waived" && record.until && record.until < on) return "waiver-ended";
  if (record?.status === "done" && item.every && record.date && later(record.date, item.every, 1) <= on) return "due-again";
  return undefined;
}
