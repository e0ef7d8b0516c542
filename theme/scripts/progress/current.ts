import { isDay, today, type Day } from "./days.js";
import { itemsById, list, renamed, type Item } from "./items.js";
import { oldest, readRecord, type ItemRecord, type Stamp, type Status } from "./record.js";
import { decode, fragmentStart } from "./share.js";
import { stateOf, type State } from "./state.js";
import { ProgressStore } from "./store.js";

/** The reader's own records in this edition. */
export const store = new ProgressStore(() => localStorage, { playbook: list?.playbook ?? "", edition: list?.edition ?? "" }, renamed);

/** What the organization has committed. */
const committed: ReadonlyMap<string, ItemRecord> = new Map(
  Object.entries(list?.shared ?? {}).flatMap(([id, value]) => {
    const record = readRecord(value, oldest);
    return record ? [[id, record] as const] : [];
  }),
);

/** Somebody's statuses, while the page shows a link that was shared; a word when the link cannot be read. */
export let sharedView: ReadonlyMap<string, Status> | "damaged" | "other-list" | undefined = readFragment();

function readFragment(): typeof sharedView {
  return list && location.hash.startsWith(fragmentStart) ? decode(list.items, location.hash.slice(fragmentStart.length)) : undefined;
}

/** Stops showing somebody else's statuses. */
export function leaveSharedView(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
  sharedView = undefined;
  store.dispatchEvent(new Event("change"));
}

export function isReadOnly(): boolean {
  return sharedView instanceof Map;
}

export function currentState(item: Item, on: Day = today()): State {
  if (sharedView instanceof Map) {
    const status = sharedView.get(item.id) ?? "todo";
    return stateOf(item, { status, at: oldest }, undefined, on);
  }
  return stateOf(item, store.records.get(item.id), committed.get(item.id), on);
}

/** Items that come first and are open. */
export function blockers(item: Item): Item[] {
  return (item.after ?? []).map((id) => itemsById.get(id)).filter((other): other is Item => other !== undefined && !currentState(other).isClosed);
}

/** What a reader changes in a record. */
export type RecordChange = Partial<Omit<ItemRecord, "at" | "earlier">>;

/** Changes the record of one item. */
export function record(item: Item, change: RecordChange): void {
  recordAll([[item, change]]);
}

/**
 * Sets a status with the day and, for an item that comes back, puts the time before into its history. Fields of the record
 * that the change does not name stay; those of the time before go.
 */
export function recordAll(changes: readonly (readonly [item: Item, change: RecordChange])[]): void {
  const isFirst = store.records.size === 0;
  store.changeAll(changes.map(([item, change]) => [item.id, (before, at) => changed(item, change, before ?? committed.get(item.id), at)]));
  // Browsers ask or decide by themselves; a refusal changes nothing, because the notice and the export are there anyway.
  if (isFirst) void navigator.storage?.persist?.().catch(() => false);
}

function changed(item: Item, change: RecordChange, before: ItemRecord | undefined, at: Stamp): Omit<ItemRecord, "at"> {
  const { at: _, ...kept } = before ?? { status: "todo" as const, at };
  const isNextTime = item.every && kept.status === "done" && isDay(kept.date) && change.status === "done" && currentState(item).again === "due-again";
  if (isNextTime && isDay(kept.date)) {
    const { by, evidence, note } = kept;
    const earlier = new Map(kept.earlier).set(kept.date, { ...(by ? { by } : {}), ...(evidence ? { evidence } : {}), at });
    return clean({ date: today(), ...(note ? { note } : {}), status: "done", ...change, earlier });
  }
  const date = change.status === "done" && !kept.date ? { date: today() } : {};
  return clean({ ...kept, ...date, ...change });
}

/** Takes a day out of an item's history. */
export function forgetDay(item: Item, day: Day): void {
  store.change(item.id, (before, at) => {
    const { at: _, ...kept } = before ?? { status: "todo" as const, at };
    if (kept.status === "done" && kept.date === day) {
      const { date: __, ...rest } = kept;
      return { ...rest, status: "todo" };
    }
    return { ...kept, earlier: new Map(kept.earlier).set(day, { gone: true, at }) };
  });
}

/** A status keeps only the fields that belong to it. */
function clean(given: Omit<ItemRecord, "at">): Omit<ItemRecord, "at"> {
  const fields = Object.entries(given).filter(([name, value]) => {
    if (value === undefined || value === "") return false;
    if (name === "reason") return given.status === "not-applicable" || given.status === "waived";
    if (name === "until") return given.status === "waived";
    return !(name === "date" && (given.status === "todo" || given.status === "doing"));
  });
  return Object.fromEntries(fields) as unknown as Omit<ItemRecord, "at">;
}

if (list) {
  addEventListener("storage", (event) => {
    if (event.key === null || event.key === store.key) store.refresh();
  });
  // A page that comes back from the browser's memory has missed what happened meanwhile.
  addEventListener("pageshow", (event) => {
    if (event.persisted) store.refresh();
  });
  addEventListener("hashchange", () => {
    const next = readFragment();
    if (next === undefined && sharedView === undefined) return;
    sharedView = next;
    store.dispatchEvent(new Event("change"));
  });
}
