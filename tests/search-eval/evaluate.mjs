// Measures how well a search finds known things in any folder of built HTML:
//
//   node evaluate.mjs SITE QUERIES [--program DLL] [--pagefind]
//
// QUERIES is JSON: [{"query": "…", "pages": ["guide/install/"], "section": "guide/install/#linux"}, …]. `pages` are the
// right pages, `section` is the right place where there is one. Prints MRR@10, success@1 and @5 of pages and sections.
// The index is made by `playbook index`; with --pagefind also by Pagefind, and both answer in this run.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { openEngine } from "./engine.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const [site, file, ...options] = process.argv.slice(2);
if (!site || !file) {
  console.error("usage: node evaluate.mjs SITE QUERIES [--program DLL] [--pagefind]");
  process.exit(2);
}
const at = options.indexOf("--program");
const program = at >= 0 ? options[at + 1] : path.join(here, "../../.artifacts/bin/Playbook.Cli/debug/playbook.dll");
const queries = JSON.parse(await readFile(file, "utf8"));
const most = 10;

const work = await mkdtemp(path.join(os.tmpdir(), "search-eval-"));
try {
  print("engine", ["page MRR@10", "S@1", "S@5", "section MRR@10", "S@1", "S@5", "nothing"]);
  execFileSync("dotnet", [program, "index", site, "--theme", path.join(here, "../../theme"), "--output", path.join(work, "out"), "--quiet"], { stdio: "inherit" });
  report("playbook", await answersOfPlaybook(path.join(work, "out/search")));
  if (options.includes("--pagefind")) report("pagefind", await answersOfPagefind());
} finally {
  await rm(work, { recursive: true });
}

async function answersOfPlaybook(folder) {
  const engine = await openEngine(folder);
  const answers = [];
  for (const { query } of queries) {
    const { pages } = await engine.search(query);
    await engine.index.describe(pages.slice(0, most).map(({ page }) => page));
    answers.push({
      pages: pages.slice(0, most).map(({ page }) => engine.index.page(page).url),
      sections: pages.flatMap(({ page, sections }) => sections.map(({ section }) => engine.index.page(page)?.url + (engine.index.heading(section) ? `#${engine.index.heading(section).anchor}` : ""))).slice(0, most),
    });
  }
  return answers;
}

/** Pagefind answers only in a browser. */
async function answersOfPagefind() {
  const { indexWithPagefind } = await import("./pagefind-engine.mjs");
  const { serve } = await import("./serve.mjs");
  const { chromium } = await import("playwright-core");
  await indexWithPagefind(site);
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: process.env.PLAYBOOK_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    // Any document of the server will do; a folder of pages need not have one at its root.
    await page.goto(`${server.url}pagefind/pagefind-entry.json`);
    return await page.evaluate(async ({ queries, most }) => {
      const pagefind = await import("/pagefind/pagefind.js");
      const answers = [];
      for (const query of queries) {
        const found = await Promise.all((await pagefind.search(query)).results.slice(0, most).map((result) => result.data()));
        answers.push({
          pages: found.map(({ url }) => url.replace(/^\//, "").replace(/index\.html$/, "")),
          sections: found.flatMap(({ sub_results: all }) => all.slice(0, 3).map(({ url }) => url.replace(/^\//, ""))).slice(0, most),
        });
      }
      return answers;
    }, { queries: queries.map(({ query }) => query), most });
  } finally {
    await browser.close();
    server.close();
    await rm(path.join(site, "pagefind"), { recursive: true });
  }
}

function report(name, answers) {
  const page = figures(answers.map(({ pages }, at) => pages.findIndex((url) => queries[at].pages.includes(url)) + 1));
  const known = answers.flatMap(({ sections }, at) => (queries[at].section ? [sections.indexOf(queries[at].section) + 1] : []));
  const section = known.length > 0 ? figures(known) : ["–", "–", "–"];
  print(name, [...page, ...section, String(answers.filter(({ pages }) => pages.length === 0).length)]);
}

function figures(ranks) {
  const share = (isIn) => (ranks.filter(isIn).length / ranks.length).toFixed(3);
  const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
  return [mrr.toFixed(3), share((rank) => rank === 1), share((rank) => rank >= 1 && rank <= 5)];
}

function print(name, cells) {
  console.log(name.padEnd(12) + cells.map((cell) => cell.padStart(16)).join(""));
}
