// `node make-vectors.mjs`: writes vectors.json anew from the texts below with the code of the browser. Read the difference
// before it is committed: the file says what both sides must do, and this program only types it.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importSearch } from "./engine.mjs";
import { texts } from "./vector-texts.mjs";

const { runsOf, wordsOf, askedOf } = await importSearch("tokens");
const lines = texts.map((text) => {
  const runs = runsOf(text);
  return JSON.stringify({ text, words: runs.flatMap(wordsOf), asked: runs.flatMap((run) => askedOf(run, () => false)) });
});
await writeFile(path.join(path.dirname(fileURLToPath(import.meta.url)), "vectors.json"), `[\n${lines.join(",\n")}\n]\n`);
console.log(`${lines.length} vectors`);
