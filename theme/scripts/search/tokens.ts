// Cuts text into words. The generator's WordReader.cs does the same for the index; tests/search-eval/vectors.json holds
// what both must say.
import { fold } from "./fold.js";

/** Longer words are cut: nobody types more, and a line of base64 must not fill the index. */
export const longestWord = 40;

const longestJoined = 24;
const mostJoined = 3;

const wordPoint = /[\p{L}\p{N}\p{M}]/u;
const invisible = /[\u00ad\u061c\u200c-\u200f\u2060\ufeff]/u;
const joiner = /['\u2019\-\u2010\u2011_./]/u;
const apostrophe = /['\u2019]/u;

/** Scripts without spaces, and Korean, whose endings are written onto the word: pairs of letters find them. */
const paired =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** Letters without a space between them, with the places where something joined them: `stand-up`. */
export interface Run {
  /** Folded, not empty. */
  readonly parts: string[];
  /** Whether an apostrophe stands before the last part. */
  readonly isContracted: boolean;
  /** Whether the one part is to be read in pairs of letters. */
  readonly isPaired: boolean;
  /** First and behind the last UTF-16 unit of the text. */
  readonly start: number;
  readonly end: number;
}

/** All runs of a text, in order. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let parts: string[] = [];
  let part = "";
  let pending = "";
  let isContracted = false;
  let isPaired = false;
  let start = 0;
  let end = 0;
  const close = (): void => {
    if (part) parts.push(part);
    if (parts.length > 0) runs.push({ parts, isContracted: isContracted && parts.length > 1, isPaired, start, end });
    parts = [];
    part = pending = "";
    isContracted = isPaired = false;
  };

  let at = 0;
  for (const point of text) {
    const from = at;
    at += point.length;
    if (invisible.test(point)) continue;
    if (wordPoint.test(point)) {
      const folded = fold(point);
      if (!folded) continue;
      const isPairedPoint = paired.test(folded);
      if (part && isPairedPoint !== isPaired) close();
      if (pending) {
        parts.push(part);
        part = "";
        isContracted = apostrophe.test(pending);
        pending = "";
      }
      if (!part && parts.length === 0) {
        start = from;
        isPaired = isPairedPoint;
      }
      if (part.length + folded.length <= longestWord || isPaired) part += folded;
      end = at;
    } else if (part && !pending && !isPaired && joiner.test(point)) pending = point;
    else close();
  }
  close();
  return runs;
}

/** Every word of a run, as the index holds them: the parts, all of them joined, and what a query may ask for. */
export function wordsOf(run: Run): string[] {
  if (run.isPaired) return pairsOf(run.parts[0]!);
  const parts = withoutContraction(run);
  if (parts.length === 1) return parts;
  const words = new Set(parts);
  const joined = parts.join("");
  if (parts.length <= mostJoined && joined.length <= longestJoined) words.add(joined);
  for (const word of merged(parts, () => false)) words.add(word);
  return [...words];
}

/** The words that a query asks for: a single letter belongs to its neighbour (`e-mail` asks for `email`). */
export function askedOf(run: Run, isStopWord: (word: string) => boolean): string[] {
  return run.isPaired ? pairsOf(run.parts[0]!) : merged(withoutContraction(run), isStopWord);
}

function merged(parts: string[], isStopWord: (word: string) => boolean): string[] {
  const words: string[] = [];
  let isOpen = false;
  parts.forEach((part, at) => {
    const isSingle = part.length === 1 && parts.length > 1 && !isStopWord(part);
    if (isOpen || (isSingle && at > 0 && at === parts.length - 1)) {
      words.push(words.pop()! + part);
      isOpen = false;
    } else {
      words.push(part);
      isOpen = isSingle;
    }
  });
  return words;
}

/** `today’s` is `today`; `don’t` is one word; `l’équipe` is two. */
function withoutContraction(run: Run): string[] {
  if (!run.isContracted) return run.parts;
  const last = run.parts.at(-1)!;
  const before = run.parts.slice(0, -1);
  if (last === "s") return before;
  return last.length <= 2 ? [...before.slice(0, -1), before.at(-1)! + last] : run.parts;
}

function pairsOf(letters: string): string[] {
  const points = [...letters];
  return points.length === 1 ? points : points.slice(1).map((point, at) => points[at]! + point);
}
