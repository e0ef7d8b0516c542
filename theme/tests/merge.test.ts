import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { writeFile } from "../scripts/progress/file.js";
import { merge, nextClock, rename } from "../scripts/progress/merge.js";
import { statuses, type ItemRecord, type Records } from "../scripts/progress/record.js";
import { anId, someRecords } from "./samples.js";

/** Two sides are the same when they would be written the same. */
function same(left: Records, right: Records): void {
  assert.equal(writeFile({}, left), writeFile({}, right));
}

test("merging is commutative", () => {
  fc.assert(fc.property(someRecords, someRecords, (a, b) => same(merge(a, b), merge(b, a))), { numRuns: 2000 });
});

test("merging is associative", () => {
  fc.assert(fc.property(someRecords, someRecords, someRecords, (a, b, c) => same(merge(merge(a, b), c), merge(a, merge(b, c)))), { numRuns: 2000 });
});

test("merging again changes nothing", () => {
  fc.assert(fc.property(someRecords, someRecords, (a, b) => {
    const once = merge(a, b);
    same(merge(once, b), once);
    same(merge(once, a), once);
    same(merge(a, a), a);
  }), { numRuns: 2000 });
});

test("giving records their present ids and merging can be done in either order", () => {
  const renamed = new Map([["PEO-01", "PEO-02"], ["PEO-03", "PEO-09"]]);
  fc.assert(fc.property(someRecords, someRecords, (a, b) => same(rename(merge(a, b), renamed), merge(rename(a, renamed), rename(b, renamed)))), { numRuns: 2000 });
});

/** What readers do: change a record, or take over a file of somebody else. */
const anAction = fc.oneof(
  fc.record({ kind: fc.constant("change" as const), who: fc.nat(3), id: anId, status: fc.constantFrom(...statuses) }),
  fc.record({ kind: fc.constant("import" as const), who: fc.nat(3), from: fc.nat(3) }),
);

test("after any history, everybody who has read every file has the same list, and nobody's last change is undone by an older file", () => {
  fc.assert(fc.property(fc.array(anAction, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (history, order) => {
    const sides: Map<string, ItemRecord>[] = [new Map(), new Map(), new Map(), new Map()];
    for (const action of history) {
      const mine = sides[action.who]!;
      if (action.kind === "import") {
        sides[action.who] = merge(mine, sides[action.from]!);
        continue;
      }
      const at = [nextClock(mine), "wxyz".charAt(action.who)] as const;
      mine.set(action.id, { status: action.status, at });
      // An own file that was saved before the change does not undo it.
      same(merge(mine, new Map()), mine);
    }
    const shuffled = [...sides].map((side) => ({ side, key: order.next().value as number })).sort((left, right) => left.key - right.key).map(({ side }) => side);
    same(shuffled.reduce(merge, new Map()), sides.reduce(merge, new Map()));
  }), { numRuns: 1000 });
});

test("a tick that was taken back is not brought back by an older file", () => {
  const saved = new Map<string, ItemRecord>([["PEO-01", { status: "done", at: [1, "a"] }]]);
  const now = new Map<string, ItemRecord>([["PEO-01", { status: "todo", at: [2, "a"] }]]);
  assert.equal(merge(now, saved).get("PEO-01")?.status, "todo");
});

test("days of a recurring item come together, and a day taken back stays away", () => {
  const left = new Map<string, ItemRecord>([["PEO-01", { status: "done", at: [3, "a"], earlier: new Map([["2027-01-31", { at: [3, "a"], gone: true }]]) }]]);
  const right = new Map<string, ItemRecord>([["PEO-01", { status: "done", at: [2, "b"], earlier: new Map([["2027-01-31", { at: [1, "b"] }], ["2026-10-31", { at: [1, "b"] }]]) }]]);
  const earlier = merge(left, right).get("PEO-01")?.earlier;
  assert.equal(earlier?.get("2027-01-31")?.gone, true);
  assert.equal(earlier?.get("2026-10-31")?.gone, undefined);
});
