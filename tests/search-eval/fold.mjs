// `node fold.mjs`: the table of folded letters as the browser's code would write it now.
import { importSearch } from "./engine.mjs";

const { fold } = await importSearch("fold");
const lines = [];
for (let value = 0; value <= 0x10ffff; value++) {
  if (value >= 0xd800 && value <= 0xdfff) continue;
  const point = String.fromCodePoint(value);
  if (!/[\p{L}\p{N}\p{M}]/u.test(point)) continue;
  const folded = fold(point);
  if (folded !== point) lines.push(`${value.toString(16)} ${folded}`);
}
process.stdout.write(lines.join("\n") + "\n");
