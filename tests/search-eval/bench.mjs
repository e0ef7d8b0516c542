// What a search costs, beside Pagefind, in one run:
//
//   node bench.mjs SITE [--no-pagefind]
//
// SITE is a built edition (for example of `playbook build` over the folder that `dotnet run --project
// tests/Playbook.Benchmarks -- corpus 1000 1 FOLDER` writes). Prints what page load fetches unused, bytes (brotli) and
// requests up to the first result, size of the index, and the time from a keystroke to the results in Chromium with a
// 4× slower processor. Times are medians and 95th percentiles over all keystrokes of the queries below, after the first.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { indexWithPagefind } from "./pagefind-engine.mjs";
import { serve } from "./serve.mjs";

const [site, ...options] = process.argv.slice(2);
const slower = 4;
// Words that are in any text of some length; the corpus is made of such words.
const queries = frequentWords(site);

const rows = [];
if (!options.includes("--no-pagefind")) {
  const seconds = await indexWithPagefind(site);
  rows.push(["pagefind", { build: `${seconds.toFixed(2)} s wall`, ...(await measure("pagefind")), ...sizes("pagefind") }]);
}
rows.unshift(["playbook", { build: "see stages", ...(await measure("playbook")), ...sizes("search") }]);
const names = Object.keys(rows[0][1]);
console.log(["".padEnd(34), ...rows.map(([name]) => name.padStart(16))].join(""));
for (const name of names) console.log([name.padEnd(34), ...rows.map(([, row]) => String(row[name]).padStart(16))].join(""));

function sizes(folder) {
  let [bytes, files] = [0, 0];
  for (const entry of readdirSync(path.join(site, folder), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || /offline\.js$|\.html$/.test(file)) continue;
    files++;
    const raw = readFileSync(file);
    bytes += folder === "pagefind" && !/\.(js|css|json)$/.test(file) ? statSync(file).size : brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  }
  return { "index on disk, kB": (bytes / 1000).toFixed(0), "files": files };
}

async function measure(engine) {
  const server = await serve(site);
  const browser = await chromium.launch({ executablePath: process.env.PLAYBOOK_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await (await browser.newContext()).newPage();
    const client = await page.context().newCDPSession(page);
    await page.goto(server.url, { waitUntil: "networkidle" });
    const unused = server.log.filter(({ path: name }) => /\/(search|pagefind)/.test(name)).length;
    await client.send("Emulation.setCPUThrottlingRate", { rate: slower });
    server.log.length = 0;
    const cold = await page.evaluate(engine === "playbook" ? openPlaybook : openPagefind, { query: queries[0] });
    const first = [...server.log];
    const times = await page.evaluate(typeAll, { queries, engine });
    times.sort((a, b) => a - b);
    return {
      "requests on page load": unused,
      "requests to first result": first.length,
      "kB to first result (brotli)": (first.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1),
      "cold first result, ms": cold.toFixed(0),
      "keystroke median, ms": times[Math.floor(times.length / 2)].toFixed(1),
      "keystroke p95, ms": times[Math.floor(times.length * 0.95)].toFixed(1),
      keystrokes: times.length,
    };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Opens the dialog as a reader would and waits until the first result is there. */
async function openPlaybook({ query }) {
  const start = performance.now();
  document.querySelector("site-search a").click();
  while (!document.querySelector("dialog[open] input")) await new Promise(requestAnimationFrame);
  const input = document.querySelector("dialog input");
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  while (!document.querySelector(".search-hit")) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

async function openPagefind({ query }) {
  const start = performance.now();
  window.pagefind = await import("/pagefind/pagefind.js");
  const found = await window.pagefind.search(query);
  await Promise.all(found.results.slice(0, 5).map((result) => result.data()));
  return performance.now() - start;
}

/** Types every query letter by letter; the time of each letter from key to results, without the pause against haste. */
async function typeAll({ queries, engine }) {
  const times = [];
  const input = document.querySelector("dialog input");
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) {
      const text = query.slice(0, length);
      const start = performance.now();
      if (engine === "playbook") {
        const changed = new Promise((resolve) => {
          const watcher = new MutationObserver(() => {
            watcher.disconnect();
            resolve();
          });
          watcher.observe(document.querySelector(".search-list"), { childList: true });
        });
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        await changed;
        times.push(performance.now() - start - 60);
      } else {
        const found = await window.pagefind.search(text);
        await Promise.all(found.results.slice(0, 5).map((result) => result.data()));
        times.push(performance.now() - start);
      }
    }
  }
  return times;
}

/** A dozen pairs of words from headings of the site's own pages, the same for both engines. */
function frequentWords(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith("index.html") && file.split("/").length > 2).sort();
  const found = [];
  for (let at = 0; found.length < 12 && at < pages.length; at += Math.max(1, Math.floor(pages.length / 12))) {
    const title = /<h1[^>]*>([^<]+)/.exec(readFileSync(path.join(folder, pages[at]), "utf8"))?.[1] ?? "";
    const words = title.toLowerCase().match(/[a-z]{4,}/g) ?? [];
    if (words.length > 1) found.push(words.slice(0, 2).join(" "));
  }
  return found;
}
