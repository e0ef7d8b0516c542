// Writes the table by which the generator folds letters, from the same code that folds them in the browser:
// `node fold-table.mjs`. One line for each code point that changes: hexadecimal, space, what it becomes.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const theme = path.dirname(fileURLToPath(import.meta.url));
const bundle = await esbuild.build({ absWorkingDir: theme, entryPoints: ["scripts/search/fold.ts"], bundle: true, write: false, format: "esm", charset: "utf8" });
const { fold } = await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString("base64")}`);

const lines = [`# Unicode ${process.versions.unicode}`];
for (let value = 0; value <= 0x10ffff; value++) {
  if (value >= 0xd800 && value <= 0xdfff) continue;
  const point = String.fromCodePoint(value);
  if (!/[\p{L}\p{N}\p{M}]/u.test(point)) continue;
  const folded = fold(point);
  if (folded !== point) lines.push(`${value.toString(16)} ${folded}`);
}
await writeFile(path.join(theme, "../src/Playbook.Generator/Indexing/Tokens/fold.txt"), lines.join("\n") + "\n");
console.log(`${lines.length - 1} code points change`);
