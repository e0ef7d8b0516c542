import type { Language } from "./language.js";
import { askedOf, runsOf } from "./tokens.js";

/** What a reader asked for. */
export interface Query {
  /** Folded words that are looked for; stop words only when there is nothing else. */
  readonly words: string[];
  /** Whether the last word may go on: no space was typed behind it. */
  readonly isOpen: boolean;
  /** Words that must stand together, each a list of folded words. */
  readonly phrases: string[][];
  /** Folded words whose sections are left out. */
  readonly without: string[];
}

const mostWords = 12;
const phrasePattern = /(^|\s)(-?)(?:"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»)/gu;
const withoutPattern = /(^|\s)[-−–](?=[^\s\-−–])(\S+)/gu;

/** Reads what was typed: words, "words together", -words to leave out. */
export function parseQuery(text: string, language: Language): Query {
  const phrases: string[][] = [];
  const without: string[] = [];
  const isStop = (word: string): boolean => language.isStopWord(word);
  const asked = (piece: string): string[] => runsOf(piece).flatMap((run) => askedOf(run, isStop));
  const isClosed = /["”“»]\s*$/u.test(text);
  let rest = text.replace(phrasePattern, (_, space: string, minus: string, ...quoted: (string | undefined)[]) => {
    const inside = quoted.slice(0, 4).find((piece) => piece !== undefined) ?? "";
    if (minus) without.push(...asked(inside));
    else {
      const words = asked(inside);
      if (words.length > 1) phrases.push(words);
      return `${space}${inside} `;
    }
    return space;
  });
  rest = rest.replace(withoutPattern, (_, space: string, word: string) => {
    const words = asked(word);
    // "-v" is what a program is called with.
    if (words.length === 1 && words[0]!.length === 1) return `${space}${word}`;
    without.push(...words);
    return space;
  });
  // Nothing is left to leave something out of: then the words themselves are meant.
  if (without.length > 0 && asked(rest).length === 0) return parseQuery(text.replace(withoutPattern, "$1$2").replace(phrasePattern, "$1$3$4$5$6"), language);
  const all = asked(rest).slice(0, mostWords);
  const telling = all.filter((word) => !isStop(word));
  const words = telling.length > 0 ? telling : all;
  const lastIsTelling = words.length > 0 && words.at(-1) === all.at(-1);
  return {
    words: [...new Set(words)],
    isOpen: lastIsTelling && !isClosed && words.indexOf(words.at(-1)!) === words.length - 1 && /[\p{L}\p{N}\p{M}]$/u.test(rest),
    phrases,
    without: without.filter((word) => !words.includes(word)),
  };
}
