import { runsOf, wordsOf } from "./tokens.js";

const wordsOfExcerpt = 26;
const wordsBefore = 4;

/** Where words that were found stand in a text. */
export function hitsIn(text: string, terms: ReadonlySet<string>): { start: number; end: number; word: string }[] {
  return runsOf(text).flatMap((run) => {
    const word = wordsOf(run).find((each) => terms.has(each));
    return word === undefined ? [] : [{ start: run.start, end: run.end, word }];
  });
}

/** A text as nodes, with the words that were found in `mark` elements. */
export function marked(text: string, terms: ReadonlySet<string>): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { start, end } of hitsIn(text, terms)) {
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(mark);
    at = end;
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

/** The piece of a text in which most of the words stand together. */
export function excerptOf(text: string, terms: ReadonlySet<string>): string {
  const runs = runsOf(text);
  if (runs.length === 0) return "";
  const found = runs.map((run) => wordsOf(run).find((word) => terms.has(word)));
  let best = 0;
  let most = 0;
  for (let at = 0; at < runs.length; at++) {
    if (found[at] === undefined) continue;
    const window = found.slice(at, at + wordsOfExcerpt - wordsBefore).filter((word) => word !== undefined);
    const score = new Set(window).size * 100 + window.length;
    if (score > most) {
      most = score;
      best = at;
    }
  }
  const first = Math.max(0, Math.min(best - wordsBefore, runs.length - wordsOfExcerpt));
  const last = Math.min(runs.length - 1, first + wordsOfExcerpt - 1);
  const from = first === 0 ? 0 : runs[first]!.start;
  const to = last === runs.length - 1 ? text.length : runs[last]!.end;
  return `${from > 0 ? "… " : ""}${text.slice(from, to).replace(/\s+/g, " ")}${to < text.length ? " …" : ""}`;
}
