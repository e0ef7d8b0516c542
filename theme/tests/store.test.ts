import assert from "node:assert/strict";
import test from "node:test";
import { ProgressStore, type Shelf } from "../scripts/progress/store.js";

const head = { playbook: "tiny", edition: "common" };
const key = "playbook-progress:tiny:common";

class Memory implements Shelf {
  readonly kept = new Map<string, string>();
  isFull = false;

  getItem(name: string): string | null {
    return this.kept.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    if (this.isFull) throw new Error("QuotaExceededError");
    this.kept.set(name, value);
  }

  removeItem(name: string): void {
    this.kept.delete(name);
  }
}

function storeOn(shelf: Shelf | undefined, renamed: Record<string, string> = {}, edition = head.edition): ProgressStore {
  return new ProgressStore(() => {
    if (!shelf) throw new Error("SecurityError");
    return shelf;
  }, { ...head, edition }, new Map(Object.entries(renamed)));
}

function tick(store: ProgressStore, id: string): void {
  store.change(id, () => ({ status: "done" }));
}

test("a tick is there in the next visit", () => {
  const shelf = new Memory();
  tick(storeOn(shelf), "PEO-01");
  assert.equal(storeOn(shelf).records.get("PEO-01")?.status, "done");
});

test("a tick follows an item to its new id", () => {
  const shelf = new Memory();
  tick(storeOn(shelf), "PEO-01");
  const later = storeOn(shelf, { "PEO-01": "CUL-07" });
  assert.deepEqual([...later.records.keys()], ["CUL-07"]);
});

test("two editions on one origin do not mix", () => {
  const shelf = new Memory();
  tick(storeOn(shelf), "PEO-01");
  assert.equal(storeOn(shelf, {}, "larkfield").records.size, 0);
});

test("records of items that are not in the list today are kept for the day they come back", () => {
  const shelf = new Memory();
  tick(storeOn(shelf), "OLD-01");
  tick(storeOn(shelf), "PEO-01");
  assert.equal(storeOn(shelf).records.get("OLD-01")?.status, "done");
});

test("two windows do not overwrite each other", () => {
  const shelf = new Memory();
  const [first, second] = [storeOn(shelf), storeOn(shelf)];
  tick(first, "PEO-01");
  tick(second, "PEO-02");
  tick(first, "PEO-03");
  second.refresh();
  assert.deepEqual([...second.records.keys()].sort(), ["PEO-01", "PEO-02", "PEO-03"]);
});

test("a window notices that another one has forgotten everything", () => {
  const shelf = new Memory();
  const [first, second] = [storeOn(shelf), storeOn(shelf)];
  tick(first, "PEO-01");
  second.refresh();
  first.clear();
  second.refresh();
  assert.equal(second.records.size, 0);
  tick(second, "PEO-02");
  assert.deepEqual([...storeOn(shelf).records.keys()], ["PEO-02"]);
});

test("blocked storage: ticks live as long as the page, and it says so", () => {
  const store = storeOn(undefined);
  tick(store, "PEO-01");
  assert.equal(store.records.get("PEO-01")?.status, "done");
  assert.equal(store.trouble, "blocked");
});

test("full storage: ticks live on, it says so, and there is no trouble any more when there is room again", () => {
  const shelf = new Memory();
  const store = storeOn(shelf);
  tick(store, "PEO-01");
  shelf.isFull = true;
  tick(store, "PEO-02");
  assert.equal(store.trouble, "full");
  assert.equal(store.records.size, 2);
  shelf.isFull = false;
  tick(store, "PEO-03");
  assert.equal(store.trouble, undefined);
  assert.deepEqual([...storeOn(shelf).records.keys()], ["PEO-01", "PEO-02", "PEO-03"]);
});

test("corrupt records are kept aside once, and the page goes on", () => {
  const shelf = new Memory();
  shelf.kept.set(key, "{broken");
  const store = storeOn(shelf);
  assert.equal(store.trouble, "corrupt");
  tick(store, "PEO-01");
  storeOn(shelf);
  assert.equal(shelf.kept.get(`${key}:unreadable-1`), "{broken");
  assert.equal(shelf.kept.size, 2);
  assert.equal(storeOn(shelf).records.get("PEO-01")?.status, "done");
});

test("a record that is corrupt does not take the others with it", () => {
  const shelf = new Memory();
  const text = JSON.stringify({ format: "playbook-progress", version: 2, items: { "PEO-01": { status: "done", at: [1, "a"] }, "PEO-02": { status: 7 } } });
  shelf.kept.set(key, text);
  const store = storeOn(shelf);
  assert.deepEqual([...store.records.keys()], ["PEO-01"]);
  tick(store, "PEO-03");
  assert.equal(shelf.kept.get(`${key}:unreadable-1`), text);
});

test("corrupt records that cannot be kept aside are left where they are", () => {
  const shelf = new Memory();
  shelf.kept.set(key, "{broken");
  shelf.isFull = true;
  const store = storeOn(shelf);
  shelf.isFull = false;
  tick(store, "PEO-01");
  assert.equal(shelf.kept.get(key), "{broken");
});

test("records of a later version of the page are left untouched", () => {
  const shelf = new Memory();
  const text = '{"format":"playbook-progress","version":99,"things":[]}';
  shelf.kept.set(key, text);
  const store = storeOn(shelf);
  tick(store, "PEO-01");
  store.clear();
  assert.equal(store.trouble, "newer");
  assert.equal(shelf.kept.get(key), text);
});
