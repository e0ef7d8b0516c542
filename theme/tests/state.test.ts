import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { isDay, later } from "../scripts/progress/days.js";
import { doneDays, nextDays, stateOf } from "../scripts/progress/state.js";
import type { ItemRecord } from "../scripts/progress/record.js";
import { aDay, itemOf } from "./samples.js";

const at = [1, "a"] as const;
const quarterly = itemOf("PEO-01", { every: "3m", due: "2027-01-31" });

test("the reader's own record wins over what the organization has committed", () => {
  const shared: ItemRecord = { status: "done", at: [0, "0"] };
  assert.equal(stateOf(itemOf("PEO-01"), undefined, shared, "2027-01-01").status, "done");
  assert.equal(stateOf(itemOf("PEO-01"), { status: "todo", at }, shared, "2027-01-01").status, "todo");
});

test("an item that comes back is open again when its time is over", () => {
  const done: ItemRecord = { status: "done", date: "2027-01-31", at };
  assert.deepEqual(
    ["2027-01-31", "2027-04-29", "2027-04-30"].map((day) => stateOf(quarterly, done, undefined, day).status),
    ["done", "done", "todo"],
  );
  assert.equal(stateOf(quarterly, done, undefined, "2027-04-30").again, "due-again");
});

test("the next three days count from the last time it was done, or from the day it is due", () => {
  assert.deepEqual(nextDays(quarterly, undefined), ["2027-01-31", "2027-04-30", "2027-07-31"]);
  assert.deepEqual(nextDays(quarterly, { status: "done", date: "2027-02-03", at }), ["2027-05-03", "2027-08-03", "2027-11-03"]);
  assert.deepEqual(nextDays(itemOf("PEO-02", { due: "2027-01-31" }), undefined), []);
});

test("its history holds every day that was not taken back, newest first", () => {
  const record: ItemRecord = { status: "done", date: "2027-04-30", at, earlier: new Map([["2026-10-31", { at }], ["2027-01-31", { at, gone: true }]]) };
  assert.deepEqual(doneDays(record), ["2027-04-30", "2026-10-31"]);
});

test("a waiver ends after its last day", () => {
  const waived: ItemRecord = { status: "waived", by: "Board", reason: "Small", until: "2027-06-30", at };
  assert.equal(stateOf(itemOf("PEO-01"), waived, undefined, "2027-06-30").isClosed, true);
  assert.equal(stateOf(itemOf("PEO-01"), waived, undefined, "2027-07-01").again, "waiver-ended");
  const byEdition = itemOf("PEO-01", { waived: true, waivedUntil: "2027-06-30" });
  assert.equal(stateOf(byEdition, undefined, undefined, "2027-06-30").status, "waived");
  assert.equal(stateOf(byEdition, undefined, undefined, "2027-07-01").status, "todo");
});

test("a day some lengths later is a day, and no month is passed over", () => {
  fc.assert(fc.property(aDay, fc.integer({ min: 1, max: 40 }), (day, times) => {
    const then = later(day, "1m", times);
    assert.ok(isDay(then));
    const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
    assert.equal(months(then) - months(day), times);
    assert.equal(later(day, "7d", times), later(day, "1w", times));
  }));
});
