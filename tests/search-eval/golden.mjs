// `node golden.mjs SITE QUERIES`: for each query of the file the rank of the first right page, as JSON lines.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { openEngine } from "./engine.mjs";

const [site, queries] = process.argv.slice(2);
const engine = await openEngine(path.join(site, "search"));
for (const { query, pages } of JSON.parse(await readFile(queries, "utf8"))) {
  const found = (await engine.search(query)).pages.map(({ page }) => engine.index.page(page).url);
  const rank = found.findIndex((url) => pages.includes(url)) + 1;
  console.log(JSON.stringify({ query, rank, first: found.slice(0, 3) }));
}
