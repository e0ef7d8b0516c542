// Reads what the generator's Coding/ writes.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const digits = new Int8Array(128);
for (let at = 0; at < alphabet.length; at++) digits[alphabet.charCodeAt(at)] = at;

/** Numbers in base 32, smallest digit first; a digit below 32 ends the number. */
export function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let scale = 1;
  for (let at = 0; at < text.length; at++) {
    const digit = digits[text.charCodeAt(at)]!;
    number += (digit & 31) * scale;
    if (digit < 32) {
      numbers.push(number);
      number = 0;
      scale = 1;
    } else scale *= 32;
  }
  return numbers;
}

/** One mark for each of `count` things: 1 where a range covers it. */
export function marksOf(ranges: string, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  const numbers = numbersOf(ranges);
  let at = 0;
  for (let pair = 0; pair + 1 < numbers.length; pair += 2) {
    at += numbers[pair]!;
    const end = at + numbers[pair + 1]! + 1;
    marks.fill(1, at, end);
    at = end;
  }
  return marks;
}

/** Sorted words that share their beginnings: a capital says how many letters of the word before are kept. */
export function wordsOf(coded: string): string[] {
  const words: string[] = [];
  let before = "";
  for (const [, kept, rest] of coded.matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, kept!.charCodeAt(0) - 65) + rest!;
    words.push(before);
  }
  return words;
}

/** The position of the first word that does not sort before `word`, by UTF-16 units. */
export function lowerBound(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
