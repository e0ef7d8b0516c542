import assert from "node:assert/strict";
import test from "node:test";
import { writeFile } from "../scripts/progress/file.js";
import { furtherAlong, prepareImport, type Import } from "../scripts/progress/import.js";
import type { ItemRecord } from "../scripts/progress/record.js";
import { itemOf, listOf } from "./samples.js";

const list = listOf([itemOf("PEO-01"), itemOf("PEO-02"), itemOf("CUL-07", { formerly: ["PEO-03"] })], { retired: { "PEO-08": "PEO-01", "PEO-09": "" } });

function prepare(mine: Record<string, ItemRecord>, theirs: Record<string, ItemRecord>, head: Record<string, string> = {}): Import {
  const prepared = prepareImport(writeFile(head, new Map(Object.entries(theirs))), new Map(Object.entries(mine)), list);
  assert.notEqual(typeof prepared, "string");
  return prepared as Import;
}

test("a file of an older list says what was left out, and gives renamed items their ticks", () => {
  const done: ItemRecord = { status: "done", at: [1, "a"] };
  const { records, report } = prepare({}, { "PEO-03": done, "PEO-08": done, "PEO-09": done, "XYZ-01": done });
  assert.deepEqual([...records.keys()], ["CUL-07"]);
  assert.deepEqual(report.dropped, [{ id: "PEO-08", why: "retired", replacedBy: "PEO-01" }, { id: "PEO-09", why: "retired" }, { id: "XYZ-01", why: "unknown" }]);
});

test("a file that says something else about an item is reported with the side that stays", () => {
  const { report } = prepare(
    { "PEO-01": { status: "done", at: [5, "a"] }, "PEO-02": { status: "doing", at: [1, "a"] } },
    { "PEO-01": { status: "doing", at: [2, "b"] }, "PEO-02": { status: "done", at: [2, "b"] }, "CUL-07": { status: "done", at: [1, "b"] } },
  );
  assert.deepEqual(report.conflicts, [{ id: "PEO-01", theirs: "doing", isTheirsKept: false }, { id: "PEO-02", theirs: "done", isTheirsKept: true }]);
  assert.deepEqual(report.added, ["CUL-07"]);
});

test("a file of another edition says so", () => {
  assert.equal(prepare({}, {}, { playbook: "tiny", edition: "larkfield" }).report.from, "tiny / larkfield");
  assert.equal(prepare({}, {}, { playbook: "tiny", edition: "common" }).report.from, undefined);
});

test("of a shared link, what is further along is taken", () => {
  const theirs = new Map([["PEO-01", "done"], ["PEO-02", "doing"], ["CUL-07", "todo"]] as const);
  assert.deepEqual(furtherAlong(theirs, (id) => (id === "PEO-02" ? "done" : "todo")), [["PEO-01", "done"]]);
});
