import { merge, nextClock, rename } from "./merge.js";
import { readFile, writeFile } from "./file.js";
import type { ItemRecord, Stamp } from "./record.js";

/**
 * What keeps a reader's records from being kept: storage that is `blocked` or `full`; records that were `corrupt` and are
 * kept aside; records of a `newer` version of the page, which stay as they are.
 */
export type Trouble = "blocked" | "full" | "corrupt" | "newer";

/** Of the browser's storage, what is used; a test gives another one. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Gets the present record and returns the new one without its stamp. */
export type Change = (before: ItemRecord | undefined, at: Stamp) => Omit<ItemRecord, "at">;

/**
 * A reader's records, kept in the browser under one key for each edition of each playbook. Fires `change` whenever they
 * change, here or in another window. Where nothing can be kept, the records live as long as the page.
 */
export class ProgressStore extends EventTarget {
  private current = new Map<string, ItemRecord>();
  private writer = randomWriter();
  private canWrite = true;
  private problem: Trouble | undefined;
  /** The text that the records were read from: an unchanged one is not read again. */
  private text: string | null = null;

  /**
   * @param shelf Gives the storage, and may throw where it is blocked.
   * @param head Ids of playbook and edition.
   * @param renamed Present ids of items by former ones.
   */
  constructor(
    private readonly shelf: () => Shelf,
    private readonly head: { readonly playbook: string; readonly edition: string },
    private readonly renamed: ReadonlyMap<string, string>,
  ) {
    super();
    this.read();
  }

  get key(): string {
    return `playbook-progress:${this.head.playbook}:${this.head.edition}`;
  }

  get records(): ReadonlyMap<string, ItemRecord> {
    return this.current;
  }

  get trouble(): Trouble | undefined {
    return this.problem;
  }

  /** Changes one record. */
  change(id: string, make: Change): void {
    this.changeAll([[id, make]]);
  }

  /** Changes several records at once: they are written together, and `change` fires once. */
  changeAll(changes: readonly (readonly [id: string, make: Change])[]): void {
    this.read();
    const at: Stamp = [nextClock(this.current), this.writer];
    const next = new Map(this.current);
    for (const [id, make] of changes) next.set(id, { ...make(next.get(id), at), at });
    this.write(next);
  }

  /** Takes over what another side knows. */
  merge(records: ReadonlyMap<string, ItemRecord>): void {
    this.read();
    this.write(merge(this.current, rename(records, this.renamed)));
  }

  /** Forgets everything, as if the browser had done it. */
  clear(): void {
    this.current = new Map();
    this.text = null;
    try {
      if (this.canWrite) this.shelf().removeItem(this.key);
    } catch {
      this.problem = "blocked";
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Looks whether another window has changed the records. */
  refresh(): void {
    const before = this.text;
    this.read();
    if (before !== this.text) this.dispatchEvent(new Event("change"));
  }

  /** The records as a file to keep. */
  export(title: string, day: string): string {
    return writeFile({ playbook: this.head.playbook, edition: this.head.edition, title, exported: day }, this.current);
  }

  private read(): void {
    // After a failed write the page knows more than the storage.
    if (!this.canWrite || this.problem === "full") return;
    let text: string | null;
    try {
      text = this.shelf().getItem(this.key);
    } catch {
      this.problem = "blocked";
      this.canWrite = false;
      return;
    }
    if (text === this.text) return;
    this.text = text;
    const file = text === null ? undefined : readFile(text);
    if (file === undefined) {
      this.current = new Map();
    } else if (typeof file === "string") {
      this.refuse(text!, file === "newer");
    } else {
      this.writer = file.writer ?? this.writer;
      this.current = rename(file.records, this.renamed);
      // A part that cannot be read is kept aside as well, before the next tick writes over it.
      if (file.unreadable.length > 0) this.keepAside(text!);
    }
  }

  private refuse(text: string, isNewer: boolean): void {
    if (isNewer) {
      this.problem = "newer";
      this.canWrite = false;
    } else {
      this.keepAside(text);
    }
  }

  /** Copies what cannot be read to a key of its own; without room for that it stays where it is and nothing is written. */
  private keepAside(text: string): void {
    this.problem = "corrupt";
    try {
      const shelf = this.shelf();
      let number = 1;
      for (; ; number++) {
        const kept = shelf.getItem(`${this.key}:unreadable-${number}`);
        if (kept === text) return;
        if (kept === null) break;
      }
      shelf.setItem(`${this.key}:unreadable-${number}`, text);
    } catch {
      this.canWrite = false;
    }
  }

  private write(next: Map<string, ItemRecord>): void {
    this.current = next;
    if (this.canWrite) {
      const text = writeFile({ ...this.head, writer: this.writer }, next);
      try {
        this.shelf().setItem(this.key, text);
        this.text = text;
        if (this.problem === "full") this.problem = undefined;
      } catch {
        this.problem = "full";
      }
    }
    this.dispatchEvent(new Event("change"));
  }
}

function randomWriter(): string {
  const signs = "abcdefghijklmnopqrstuvwxyz0123456789";
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => signs[byte % signs.length]).join("");
}
