import assert from "node:assert/strict";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import schema from "../schemas/progress.schema.json";
import { readFile, writeFile, type ProgressFile } from "../scripts/progress/file.js";
import { someRecords } from "./samples.js";

const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

function read(json: string): ProgressFile {
  const file = readFile(json);
  assert.notEqual(typeof file, "string", String(file));
  return file as ProgressFile;
}

test("what is written is read back", () => {
  fc.assert(fc.property(someRecords, (records) => {
    const text = writeFile({ playbook: "tiny", edition: "common" }, records);
    const file = read(text);
    assert.deepEqual(file.unreadable, []);
    assert.equal(writeFile({ playbook: "tiny", edition: "common" }, file.records), text);
  }), { numRuns: 1000 });
});

test("every file fits its published schema", () => {
  fc.assert(fc.property(someRecords, (records) => {
    const isValid = validate(JSON.parse(writeFile({ playbook: "tiny", edition: "common", title: "Tiny", exported: "2027-01-31" }, records)));
    assert.ok(isValid, JSON.stringify(validate.errors));
  }), { numRuns: 1000 });
});

test("the schema refuses what the page refuses", () => {
  const records = { format: "playbook-progress", version: 2, items: {} as Record<string, unknown> };
  for (const [id, record] of Object.entries({
    "PEO-01": { status: "finished", at: [1, "a"] },
    "PEO-02": { status: "done" },
    "PEO-03": { status: "done", at: [1, "a"], date: "31.1.2027" },
    "PEO-04": { status: "done", at: [-1, "a"] },
    "people": { status: "done", at: [1, "a"] },
  })) {
    const one = { ...records, items: { [id]: record } };
    assert.equal(validate(one), false, id);
    assert.deepEqual(read(JSON.stringify(one)).unreadable, [id]);
  }
});

test("a file of version 1, as people write it by hand, is read", () => {
  const file = read('{"format": "playbook-progress", "version": 1, "done": {"PEO-01": "2027-01-31", "PEO-02": true}}');
  assert.deepEqual([...file.records].map(([id, record]) => [id, record.status, record.date]), [["PEO-01", "done", "2027-01-31"], ["PEO-02", "done", undefined]]);
});

test("a file of a later version is told apart from a broken one", () => {
  assert.equal(readFile('{"format": "playbook-progress", "version": 3, "items": {}}'), "newer");
  assert.equal(readFile('{"format": "playbook-progress", "version": 0, "items": {}}'), "not-progress");
  assert.equal(readFile('{"format": "shopping"}'), "not-progress");
  assert.equal(readFile("{"), "not-json");
});

test("no text makes reading fail", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readFile(text)));
  fc.assert(fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("PEO-01", "__proto__", "constructor")), fc.jsonValue()), (items) => {
    read(JSON.stringify({ format: "playbook-progress", version: 2, items }));
  }));
});

test("an id that is a word of the language does no harm", () => {
  const file = read('{"format": "playbook-progress", "version": 2, "items": {"__proto__": {"status": "done", "at": [1, "a"]}}}');
  assert.equal(file.records.size, 0);
  assert.equal(({} as Record<string, unknown>)["status"], undefined);
});
