import fc from "fast-check";
import type { Item, ItemList } from "../scripts/progress/items.js";
import { statuses, type Earlier, type ItemRecord, type Stamp } from "../scripts/progress/record.js";

export function itemOf(id: string, more: Partial<Item> = {}): Item {
  return { id, title: `Title of ${id}`, page: "checklist/people/", area: "people", phase: "start", role: "lead", priority: "must", evidence: "note", ...more };
}

export function listOf(items: readonly Item[], more: Partial<ItemList> = {}): ItemList {
  return { playbook: "tiny", edition: "common", title: "Tiny", root: "http://site/", items, retired: {}, shared: {}, texts: {}, ...more };
}

// Few ids, few counters and few writers, so that sides meet and stamps clash as they do in files edited by hand.
export const anId = fc.integer({ min: 1, max: 6 }).map((number) => `PEO-0${number}`);
const aStamp: fc.Arbitrary<Stamp> = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom("a", "b", "c"));
export const aDay = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const aText = fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" });
const anEarlier: fc.Arbitrary<Earlier> = fc.record(
  { at: aStamp, by: aText, evidence: aText, gone: fc.constant(true as const) },
  { requiredKeys: ["at"] },
);
const someEarlier = fc.array(fc.tuple(fc.constantFrom("2027-01-31", "2027-02-28", "2027-03-31"), anEarlier), { minLength: 1, maxLength: 3 }).map((days) => new Map(days));

export const aRecord: fc.Arbitrary<ItemRecord> = fc.record(
  {
    status: fc.constantFrom(...statuses), at: aStamp, reason: aText, by: aText, until: aDay, evidence: aText, note: aText, date: aDay,
    earlier: someEarlier,
  },
  { requiredKeys: ["status", "at"] },
);

export const someRecords = fc.array(fc.tuple(anId, aRecord), { maxLength: 8 }).map((records) => new Map(records));
