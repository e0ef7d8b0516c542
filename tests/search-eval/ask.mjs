// `node ask.mjs INDEX QUERY…`: what each query finds, as JSON lines. A facet is chosen with a query such as "kind=Plays".
import { openEngine } from "./engine.mjs";

const engine = await openEngine(process.argv[2]);
const { index } = engine;
let filter = {};
for (const query of process.argv.slice(3)) {
  const facet = /^(area|kind|role|phase)=(.*)$/.exec(query);
  if (facet) {
    filter = { [facet[1]]: index.facets[facet[1]].findIndex(({ label }) => label === facet[2]) };
    continue;
  }
  const answer = await engine.search(query, filter);
  await index.describe(answer.pages.map(({ page }) => page));
  const pages = answer.pages.map(({ page, isComplete, sections }) => ({
    url: index.page(page).url,
    isComplete,
    sections: sections.map(({ section }) => index.heading(section)?.anchor ?? ""),
  }));
  console.log(JSON.stringify({ query, complete: answer.completeCount, corrections: answer.corrections, nearest: answer.nearest, without: answer.query.without, pages }));
}
