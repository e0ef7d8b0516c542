import type { Item } from "./items.js";
import { statuses, type Status } from "./record.js";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const version = "1";
const base = BigInt(statuses.length);
const bitsPerSign = 6n;
const fingerprintLength = 4;

/** Starts the fragment of a link that shows somebody's statuses. Browsers send no fragment to any server. */
export const fragmentStart = "#shared=";

/**
 * Statuses in as few signs as they need: one number with a digit of base 5 for each item, written in base64url. 300 items
 * take 122 signs at most. Notes, evidence, names and dates are not in it.
 */
export function encode(items: readonly Item[], statusOf: (item: Item) => Status): string {
  const ordered = inOrder(items);
  let number = 0n;
  // The first item is the lowest digit: a list whose end is untouched makes a shorter link.
  for (const { item } of ordered.toReversed()) number = number * base + BigInt(statuses.indexOf(statusOf(item)));
  return version + fingerprint(ordered) + toSigns(number);
}

/** The statuses of a link by item id; a word when they cannot be told: the link is damaged, or was made from another list. */
export function decode(items: readonly Item[], code: string): Map<string, Status> | "damaged" | "other-list" {
  if (!code.startsWith(version) || [...code].some((sign) => !alphabet.includes(sign)) || code.length < version.length + fingerprintLength) return "damaged";
  const ordered = inOrder(items);
  if (code.slice(version.length, version.length + fingerprintLength) !== fingerprint(ordered)) return "other-list";
  let number = fromSigns(code.slice(version.length + fingerprintLength));
  const decoded = new Map<string, Status>();
  for (const { item } of ordered) {
    decoded.set(item.id, statuses[Number(number % base)] ?? "todo");
    number /= base;
  }
  return number === 0n ? decoded : "damaged";
}

/** By the oldest id of each, so that a link outlives a rename. */
function inOrder(items: readonly Item[]): { item: Item; oldest: string }[] {
  return items.map((item) => ({ item, oldest: item.formerly?.[0] ?? item.id })).sort((left, right) => (left.oldest < right.oldest ? -1 : 1));
}

/** 24 bits of FNV-1a over the ids: enough to notice that an item was added or taken away. */
function fingerprint(ordered: readonly { oldest: string }[]): string {
  let hash = 0x811c9dc5;
  for (const sign of ordered.map((each) => each.oldest).join(" ")) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return toSigns(BigInt((hash ^ (hash >>> 24)) & 0xffffff)).padStart(fingerprintLength, alphabet[0]);
}

function toSigns(number: bigint): string {
  let signs = "";
  for (let rest = number; rest > 0n; rest >>= bitsPerSign) signs = alphabet.charAt(Number(rest & 63n)) + signs;
  return signs;
}

function fromSigns(signs: string): bigint {
  let number = 0n;
  for (const sign of signs) number = (number << bitsPerSign) | BigInt(alphabet.indexOf(sign));
  return number;
}
