// Folding makes words equal that readers take for equal: case, accents, width, ligatures. One code point at a time, so
// that the generator's table (src/Playbook.Generator/Indexing/Tokens/fold.txt, written by theme/fold-table.mjs with this
// file) says the same whatever Unicode data a machine has. What Unicode has once assigned never folds differently.

/** Letters that Unicode does not take apart but readers type without the stroke. */
const own: Record<string, string> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ŧ: "t", ı: "i", ŋ: "n", ς: "σ", ى: "ي",
};

/** Accents, Hebrew points, Arabic vowel signs and the stroke that only lengthens a word. */
const dropped = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/gu;

/** Forms that break or join letters without being seen. */
const invisible = /[\u00ad\u061c\u200c-\u200f\u2060\ufeff]/u;

const known = new Map<string, string>();

/** The folded form of one code point: nothing, a letter, or several. */
export function fold(point: string): string {
  let folded = known.get(point);
  if (folded === undefined) {
    folded = invisible.test(point) ? "" : compute(point);
    known.set(point, folded);
  }
  return folded;
}

function compute(point: string): string {
  const plain = point
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(dropped, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "");
  let folded = "";
  for (const letter of plain) folded += own[letter] ?? letter;
  return folded;
}
