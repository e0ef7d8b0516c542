import { hitsIn } from "./marking.js";

const key = "playbook-search-trail";

/** Remembers which words led to the next page. Not in its address: what somebody searched for is theirs. */
export function leaveTrail(terms: ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([...terms].slice(0, 200)));
  } catch {
    // Then nothing is marked.
  }
}

/** Marks on this page the words that led to it, once. */
export function markTrail(): void {
  let terms: Set<string>;
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    sessionStorage.removeItem(key);
    terms = new Set(Array.isArray(stored) ? stored.filter((each): each is string => typeof each === "string") : []);
  } catch {
    return;
  }
  const main = document.querySelector("main");
  if (terms.size === 0 || !main || typeof Highlight === "undefined") return;
  const highlight = new Highlight();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { start, end } of hitsIn(node.textContent ?? "", terms)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      highlight.add(range);
    }
  }
  CSS.highlights.set("playbook-search", highlight);
}
