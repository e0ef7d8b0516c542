// `node stems.mjs INDEX`: every mistakable word of an index with what is left of it without endings, one pair a line.
import { openEngine } from "./engine.mjs";

const { index } = await openEngine(process.argv[2]);
process.stdout.write((await index.words()).map((word) => `${word} ${index.language.stemOf(word)}\n`).join(""));
