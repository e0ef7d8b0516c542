import assert from "node:assert/strict";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import schema from "../schemas/answers.schema.json";
import { isProblem, readAnswers, writeAnswers } from "../scripts/assessment/answer-file.js";
import type { PageData } from "../scripts/assessment/page-data.js";

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
const ids = ["PEO-A1", "PEO-A2", "PLC-A1"];
const groups = ["leads", "others"];

const data: PageData = {
  schema: 1,
  store: "playbook-answers:tiny:common",
  playbook: "tiny",
  edition: "common",
  assessment: "readiness",
  version: 3,
  revision: "r",
  spec: {
    levels: [0, 1, 2, 3, 4],
    extraAnswers: { unknown: "missing", "does-not-apply": "excluded" },
    importance: null,
    scoring: { minimumCoverage: 0.6, round: 1, opportunity: "gap", gateAlertAt: 1 },
    bands: [],
    combining: { groups, method: "median", groupSummary: "median", minimumGroup: 3, differAt: 2, agreeAtOrBelow: 1 },
    areas: ["people", "place"],
    items: ids.map((id) => ({ id, area: "people", weight: 1, importance: null, target: 3, isGate: false, groups: [] })),
  },
  formerly: {},
  pulse: { title: "Pulse", steps: 5, statements: [{ id: "worth-it", factor: "value" }], factors: [{ id: "value", label: "Value" }] },
  words: {},
};

const someAnswers = fc.record({
  group: fc.constantFrom(null, ...groups),
  // With an answer to a statement that is no longer asked.
  answers: fc.dictionary(fc.constantFrom(...ids, "OLD-A1"), fc.constantFrom(0, 1, 2, 3, 4, "unknown", "does-not-apply")),
  pulse: fc.dictionary(fc.constantFrom("worth-it", "gone"), fc.integer({ min: 1, max: 5 })),
});

function write(answers: Pick<Parameters<typeof writeAnswers>[1], "group" | "answers" | "pulse">): string {
  return writeAnswers(data, { schema: 1, assessment: data.assessment, version: data.version, revision: data.revision, isOneByOne: false, areas: {}, ...answers });
}

test("every answer file fits its published schema and is read back", () => {
  fc.assert(fc.property(someAnswers, (given) => {
    const text = write(given);
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    const person = readAnswers(data, text);
    assert.ok(!isProblem(person), JSON.stringify(person));
    const { "OLD-A1": _, ...answers } = given.answers;
    const { gone: __, ...pulse } = given.pulse;
    assert.deepEqual([person.group, { ...person.answers }, { ...person.pulse }], [given.group, { ...answers }, { ...pulse }]);
  }), { numRuns: 1000 });
});

test("the schema and the page refuse the same files", () => {
  const good = JSON.parse(write({ group: null, answers: { "PEO-A1": 2 }, pulse: {} })) as Record<string, unknown>;
  assert.ok(validate(good));
  for (const change of [{ format: "playbook-progress" }, { schema: 2 }, { group: 7 }, { answers: [] }, { answers: { "PEO-A1": true } }, { answers: { "PEO-A1": null } }]) {
    const bad: Record<string, unknown> = { ...good, ...change };
    assert.equal(validate(bad), false, JSON.stringify(change));
    assert.ok(isProblem(readAnswers(data, JSON.stringify(bad))), JSON.stringify(change));
  }
});
