import { readFile, type Refusal } from "./file.js";
import type { ItemList } from "./items.js";
import { contentOf, merge, rename } from "./merge.js";
import type { ItemRecord, Records, Status } from "./record.js";

/** What an import did, item by item. */
export interface ImportReport {
  readonly added: readonly string[];
  /** Both sides had recorded something different; whose is newer is kept. */
  readonly conflicts: readonly { readonly id: string; readonly theirs: string; readonly isTheirsKept: boolean }[];
  readonly dropped: readonly { readonly id: string; readonly why: "retired" | "unknown" | "unreadable"; readonly replacedBy?: string }[];
  /** The file was written for another playbook or edition. */
  readonly from: string | undefined;
  readonly count: number;
}

export interface Import {
  readonly records: Records;
  readonly report: ImportReport;
}

/** Reads a file for a list of items: what can be taken over, and what cannot. */
export function prepareImport(json: string, mine: Records, list: ItemList): Import | Refusal {
  const file = readFile(json);
  if (typeof file === "string") return file;
  const renamed = new Map(list.items.flatMap((item) => (item.formerly ?? []).map((old) => [old, item.id] as const)));
  const known = new Set(list.items.map((item) => item.id));
  const all = rename(file.records, renamed);
  const records = new Map([...all].filter(([id]) => known.has(id)));
  const dropped = [...all.keys()].filter((id) => !known.has(id)).map((id) => {
    const replacedBy = list.retired[id];
    return replacedBy === undefined ? { id, why: "unknown" as const } : { id, why: "retired" as const, ...(replacedBy ? { replacedBy } : {}) };
  });
  const isOther = (file.playbook ?? list.playbook) !== list.playbook || (file.edition ?? list.edition) !== list.edition;
  return {
    records,
    report: {
      ...compare(mine, records),
      dropped: [...dropped, ...file.unreadable.map((id) => ({ id, why: "unreadable" as const }))],
      from: isOther ? `${file.playbook ?? list.playbook} / ${file.edition ?? list.edition}` : undefined,
      count: records.size,
    },
  };
}

/** How far each status is along; the further one wins where a link says nothing about time. */
const rank: Readonly<Record<Status, number>> = { todo: 0, doing: 1, "not-applicable": 2, waived: 3, done: 4 };

/** Statuses of a shared link that are further along than one's own. */
export function furtherAlong(theirs: ReadonlyMap<string, Status>, mine: (id: string) => Status): [id: string, status: Status][] {
  return [...theirs].filter(([id, status]) => rank[status] > rank[mine(id)]);
}

function compare(mine: Records, theirs: Records): Pick<ImportReport, "added" | "conflicts"> {
  const added: string[] = [];
  const conflicts: { id: string; theirs: string; isTheirsKept: boolean }[] = [];
  const merged = merge(mine, theirs);
  for (const [id, record] of theirs) {
    const own: ItemRecord | undefined = mine.get(id);
    if (!own) added.push(id);
    else if (contentOf(own) !== contentOf(record)) {
      conflicts.push({ id, theirs: record.status, isTheirsKept: contentOf(merged.get(id)!) === contentOf(record) });
    }
  }
  return { added, conflicts };
}
