import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { statuses, type Status } from "../scripts/progress/record.js";
import { decode, encode, fragmentStart } from "../scripts/progress/share.js";
import { itemOf } from "./samples.js";

const longest = 150;
const items = Array.from({ length: 300 }, (_, at) => itemOf(`PEO-${String(at + 1).padStart(3, "0")}`));
const someStatuses = fc.array(fc.constantFrom(...statuses), { minLength: items.length, maxLength: items.length });

function code(all: readonly Status[]): string {
  return encode(items, (item) => all[items.indexOf(item)]!);
}

test("the states of 300 items come back from a fragment of at most 150 signs", () => {
  fc.assert(fc.property(someStatuses, (all) => {
    const fragment = fragmentStart + code(all);
    assert.ok(fragment.length <= longest, `${fragment.length} signs`);
    assert.match(fragment.slice(1), /^[A-Za-z0-9_=-]*$/);
    const decoded = decode(items, code(all));
    assert.ok(decoded instanceof Map);
    assert.deepEqual(items.map((item) => decoded.get(item.id)), all);
  }), { numRuns: 300 });
});

test("the longest fragment for 300 items has 130 signs, one for an untouched list 13", () => {
  assert.equal((fragmentStart + code(items.map(() => "waived"))).length, 130);
  assert.equal((fragmentStart + code(items.map(() => "todo"))).length, 13);
});

test("a link outlives the renaming and the moving of items", () => {
  const before = [itemOf("PEO-01"), itemOf("PEO-02"), itemOf("PEO-03")];
  const after = [itemOf("PEO-03"), itemOf("CUL-07", { formerly: ["PEO-01"] }), itemOf("PEO-02")];
  const decoded = decode(after, encode(before, (item) => (item.id === "PEO-01" ? "done" : item.id === "PEO-03" ? "doing" : "todo")));
  assert.deepEqual([...(decoded as Map<string, Status>)].sort(), [["CUL-07", "done"], ["PEO-02", "todo"], ["PEO-03", "doing"]]);
});

test("a link of another list is refused and not misread", () => {
  assert.equal(decode(items.slice(1), code(items.map(() => "done"))), "other-list");
});

test("no text makes decoding fail, and a number too large for the list is damage", () => {
  fc.assert(fc.property(fc.string(), (text) => void decode(items, text)));
  const few = [itemOf("PEO-01")];
  assert.equal(decode(few, `${encode(few, () => "done")}AAAA`), "damaged");
  assert.equal(decode(few, ""), "damaged");
});
