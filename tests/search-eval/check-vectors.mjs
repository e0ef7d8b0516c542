// `node check-vectors.mjs VECTORS`: says where the code of the browser and the vectors differ; fails when they do.
import { readFile } from "node:fs/promises";
import { importSearch } from "./engine.mjs";

const { runsOf, wordsOf, askedOf } = await importSearch("tokens");
const vectors = JSON.parse(await readFile(process.argv[2], "utf8"));
for (const { text, words, asked } of vectors) {
  const runs = runsOf(text);
  const own = JSON.stringify([runs.flatMap(wordsOf), runs.flatMap((run) => askedOf(run, () => false))]);
  const expected = JSON.stringify([words, asked]);
  if (own === expected) continue;
  process.exitCode = 1;
  console.log(`${JSON.stringify(text)}: ${own} instead of ${expected}`);
}
console.log(`${vectors.length} vectors`);
