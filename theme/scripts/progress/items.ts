/** One item as `assets/items.js` describes it. Days are written `2027-01-31`. */
export interface Item {
  readonly id: string;
  readonly title: string;
  /** Address of the page with all about it, below the site's root. */
  readonly page: string;
  readonly area: string;
  readonly phase: string;
  /** Id of whoever is accountable. */
  readonly role: string;
  readonly priority: string;
  readonly evidence: string;
  readonly gate?: string;
  readonly due?: string;
  /** How often it comes back: a number and `d`, `w` or `m`. */
  readonly every?: string;
  /** The edition waives it, for good or until a day. */
  readonly waived?: boolean;
  readonly waivedUntil?: string;
  /** Ids of items of the edition that come first. */
  readonly after?: readonly string[];
  /** Ids under which it may have been ticked before, oldest first. */
  readonly formerly?: readonly string[];
}

/** What an edition publishes about its items. */
export interface ItemList {
  readonly playbook: string;
  readonly edition: string;
  readonly title: string;
  /** Absolute address of the site's root, with a closing slash. */
  readonly root: string;
  readonly items: readonly Item[];
  /** Items that were given up, with the one that took their place or nothing. */
  readonly retired: Readonly<Record<string, string>>;
  /** What the organization has committed, by id, in the form of records without stamps. */
  readonly shared: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
}

declare global {
  // eslint-disable-next-line no-var
  var playbookItems: ItemList | undefined;
}

/** Undefined on a site without items, and where the file did not load. */
export const list: ItemList | undefined = globalThis.playbookItems;

export const itemsById: ReadonlyMap<string, Item> = new Map(list?.items.map((item) => [item.id, item]));

/** Present ids by former ones. */
export const renamed: ReadonlyMap<string, string> = new Map(
  list?.items.flatMap((item) => (item.formerly ?? []).map((old) => [old, item.id] as const)),
);

/** A text of the interface with `{0}`, `{1}` … filled; its key when there is none. */
export function text(key: string, ...values: readonly (string | number)[]): string {
  return (list?.texts[key] ?? key).replace(/\{(\d)\}/g, (hole, at: string) => String(values[Number(at)] ?? hole));
}

/** A text for a number of things. */
export function plural(key: string, count: number): string {
  // French counts 0 as singular; languages with more forms have the one for all others.
  const isOne = new Intl.PluralRules(document.documentElement.lang).select(count) === "one";
  return text(`${key}.${isOne ? "one" : "other"}`, count);
}

/** Where everything about an item is; without the server's name, which print would write out beside it. */
export function addressOf(item: Item): string {
  const address = new URL(`${item.page}#${item.id}`, list?.root);
  return address.origin === location.origin ? address.pathname + address.hash : address.href;
}
