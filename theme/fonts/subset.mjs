// Cuts the theme's fonts to what pages use. Two files are wanted before the first paint, text and heading: 58 kB together.
//
//   text          Atkinson Hyperlegible Next, weights 400 to 700: drawn so that similar letters cannot be mistaken
//   text-italic   the same, fetched by pages that have emphasis
//   heading       Newsreader, weights 400 to 700, at the optical size for 32 px
//   *-ext         the letters of other Latin alphabets, fetched only where a page has one (unicode-range in fonts.css)
//
// The generator draws the pictures of link previews itself and needs the same two faces for it, each in one weight and as
// plain outlines: cards/*.ttf. They are not published.
//
// Both families are under the SIL Open Font License 1.1 without reserved names. The licence and the copyright lines
// stay inside each file (name records 0, 13 and 14), as the licence asks.

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

const weights = { min: 400, max: 700 };
const atkinson = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const newsreader = "@fontsource-variable/newsreader/files/newsreader";

// The ranges are repeated in fonts.css, where browsers read them.
const latin = [
  [0x20, 0x7e], [0xa0, 0xff], 0x131, [0x152, 0x153], [0x2bb, 0x2bc], 0x2c6, 0x2da, 0x2dc, [0x2000, 0x206f],
  0x20ac, 0x2116, 0x2122, [0x2190, 0x2193], 0x2212, 0x2215, 0xfeff, 0xfffd,
];
const latinExtended = [
  [0x100, 0x2ba], [0x2bd, 0x2c5], [0x2c7, 0x2cc], [0x2ce, 0x2d7], [0x2dd, 0x2ff], 0x304, 0x308, 0x329,
  [0x1d00, 0x1dbf], [0x1e00, 0x1e9f], [0x1ef2, 0x1eff], 0x2020, [0x20a0, 0x20ab], [0x20ad, 0x20c0], 0x2113,
];

const fonts = {
  "text": { source: `${atkinson}-latin-wght-normal.woff2`, ranges: latin, axes: { wght: weights } },
  "text-ext": { source: `${atkinson}-latin-ext-wght-normal.woff2`, ranges: latinExtended, axes: { wght: weights } },
  "text-italic": { source: `${atkinson}-latin-wght-italic.woff2`, ranges: latin, axes: { wght: weights } },
  "text-italic-ext": { source: `${atkinson}-latin-ext-wght-italic.woff2`, ranges: latinExtended, axes: { wght: weights } },
  "heading": { source: `${newsreader}-latin-opsz-normal.woff2`, ranges: latin, axes: { wght: weights, opsz: 32 } },
  "heading-ext": { source: `${newsreader}-latin-ext-opsz-normal.woff2`, ranges: latinExtended, axes: { wght: weights, opsz: 32 } },
};

// The title of a card is larger than any on a page, so it is cut for a larger size; weights as the style sheets have them.
const cards = {
  "title": { source: `${newsreader}-latin-opsz-normal.woff2`, ranges: latin, axes: { wght: 500, opsz: 48 } },
  "title-ext": { source: `${newsreader}-latin-ext-opsz-normal.woff2`, ranges: latinExtended, axes: { wght: 500, opsz: 48 } },
  "text": { source: `${atkinson}-latin-wght-normal.woff2`, ranges: latin, axes: { wght: 500 } },
  "text-ext": { source: `${atkinson}-latin-ext-wght-normal.woff2`, ranges: latinExtended, axes: { wght: 500 } },
};

/** All characters of a list of code points and ranges of code points (both ends included). */
function characters(ranges) {
  return ranges
    .map((range) => (Array.isArray(range) ? range : [range, range]))
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)))
    .join("");
}

/** Writes fonts as `<name>.<ending>` into `folder`, and removes files there that are no longer made. */
async function write(folder, fonts, targetFormat, ending) {
  await mkdir(folder, { recursive: true });
  for (const [name, { source, ranges, axes }] of Object.entries(fonts)) {
    const whole = await readFile(require.resolve(source));
    const part = await subsetFont(whole, characters(ranges), { targetFormat, variationAxes: axes, preserveNameIds: [0, 13, 14] });
    await writeFile(path.join(folder, `${name}.${ending}`), part);
  }
  for (const file of await readdir(folder)) {
    if (!(path.parse(file).name in fonts)) await rm(path.join(folder, file));
  }
}

/** Writes the fonts of pages into `<folder>/fonts` and those of cards into `<folder>/cards`. */
export async function writeFonts(folder) {
  await write(path.join(folder, "fonts"), fonts, "woff2", "woff2");
  await write(path.join(folder, "cards"), cards, "truetype", "ttf");
}
