// What a search costs, beside Pagefind, in one run:
//
//   node bench.mjs SITE [--no-pagefind] [--requests]
//
// SITE is a built edition (for example of `playbook build` over the folder that `dotnet run --project
// tests/Playbook.Benchmarks -- corpus 1000 1 FOLDER` writes). --requests also lists what is fetched up to the first result.
//
// Cold: in a new browser, from the reader's click on the search, with nothing prepared by a pointer that came near, until
// the first result stands in the page and is laid out. The words are in the field as soon as there is a field. Once on a
// local net, once on slow 4G (150 ms, 1.6 Mbit/s); the processor is 4× slower both times; medians of several browsers.
// Bytes (brotli; what is packed already as it is) and requests are those answered by then, without the page itself.
// Keystroke: from the key until the results stand in the page and are laid out, 4× slower, after the first search; without
// the time that is waited on purpose for a next letter. Median and 95th percentile over all letters of the queries below.
// Main thread: its working time while all letters are typed, at full speed, by the number of letters.
//
// Pagefind answers through its own program and shows what its own interface shows, title and excerpt of five pages, in
// the plainest dialog there can be: no pause, no style, no code of an interface to load, the first result shown before the
// others are there. That is less than any site would ship, so the comparison is in its favour. It indexes all pages that are
// there, also one that is everything on one page.
// Building the index: both read the finished HTML; `stages` of tests/Playbook.Benchmarks says what it is in a build.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { indexWithPagefind } from "./pagefind-engine.mjs";
import { serve } from "./serve.mjs";

const [site, ...options] = process.argv.slice(2);
const slower = 4;
const rounds = 5;
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
// Words that are in any text of some length; the corpus is made of such words.
const queries = frequentWords(site);
const pageCount = readdirSync(site, { recursive: true }).filter((file) => file.endsWith(".html")).length;

const rows = [];
if (!options.includes("--no-pagefind")) {
  const seconds = await indexWithPagefind(site);
  rows.push(["pagefind", { ...build(seconds), ...(await measure("pagefind")), ...sizes("pagefind") }]);
}
rows.unshift(["playbook", { ...build(indexWithPlaybook()), ...(await measure("playbook")), ...sizes("search") }]);
const names = Object.keys(rows[0][1]);
console.log(["".padEnd(34), ...rows.map(([name]) => name.padStart(16))].join(""));
for (const name of names) console.log([name.padEnd(34), ...rows.map(([, row]) => String(row[name]).padStart(16))].join(""));

function build(seconds) {
  return { "index from HTML, wall s": seconds.toFixed(2), "index from HTML, wall µs/page": ((seconds * 1e6) / pageCount).toFixed(0) };
}

/** Seconds of the program over the finished HTML, as Pagefind reads it. A build does less: it has the texts already. */
function indexWithPlaybook() {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const program = path.join(here, "../../.artifacts/bin/Playbook.Cli/debug/playbook.dll");
  const work = mkdtempSync(path.join(os.tmpdir(), "search-bench-"));
  const start = performance.now();
  execFileSync("dotnet", [program, "index", site, "--theme", path.join(here, "../../theme"), "--output", path.join(work, "out"), "--quiet"], { stdio: "inherit" });
  const seconds = (performance.now() - start) / 1000;
  rmSync(work, { recursive: true });
  return seconds;
}

function sizes(folder) {
  let [bytes, files] = [0, 0];
  for (const entry of readdirSync(path.join(site, folder), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || /offline\.js$|\.html$/.test(file)) continue;
    files++;
    const raw = readFileSync(file);
    bytes += folder === "pagefind" && !/\.(js|css|json)$/.test(file) ? statSync(file).size : brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  }
  return { "index on disk, kB": (bytes / 1000).toFixed(0), "index on disk, B/page": (bytes / pageCount).toFixed(0), "files": files };
}

async function measure(engine) {
  const server = await serve(site);
  try {
    const local = [];
    const far = [];
    for (let round = 0; round < rounds; round++) {
      local.push(await coldSearch(server, engine));
      far.push(await coldSearch(server, engine, slow4G));
    }
    const { unused, log, times } = await coldSearch(server, engine, undefined, queries);
    const { busy } = await coldSearch(server, engine, undefined, queries, 1);
    if (options.includes("--requests")) console.log([engine, ...log.map(({ path: name, bytes }) => `  ${name} ${bytes}`)].join("\n"));
    return {
      "requests on page load": unused,
      "requests to first result": log.length,
      "kB to first result (brotli)": (log.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1),
      "cold first result, local, ms": share(local.map(({ cold }) => cold), 0.5).toFixed(0),
      "cold first result, slow 4G, ms": share(far.map(({ cold }) => cold), 0.5).toFixed(0),
      "the same, least of all, ms": `${share(local.map(({ cold }) => cold), 0).toFixed(0)} / ${share(far.map(({ cold }) => cold), 0).toFixed(0)}`,
      "keystroke median, ms": share(times, 0.5).toFixed(1),
      "keystroke p95, ms": share(times, 0.95).toFixed(1),
      "main thread per keystroke, not slowed, ms": (busy / times.length).toFixed(1),
      keystrokes: times.length,
    };
  } finally {
    server.close();
  }
}

/** One search in a new browser, and after it, letter by letter, those that are given. */
async function coldSearch(server, engine, network, more = [], rate = slower) {
  const browser = await chromium.launch({ executablePath: process.env.PLAYBOOK_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    const client = await page.context().newCDPSession(page);
    server.log.length = 0;
    await page.goto(server.url, { waitUntil: "networkidle" });
    const unused = server.log.filter(({ path: name }) => /\/(search|pagefind)/.test(name)).length;
    if (engine === "pagefind") await page.evaluate(makePagefindDialog);
    if (network) {
      await client.send("Network.enable");
      await client.send("Network.emulateNetworkConditions", network);
    }
    await client.send("Emulation.setCPUThrottlingRate", { rate });
    server.log.length = 0;
    const opener = engine === "playbook" ? "site-search a" : "#open-pagefind";
    const { cold, end } = await page.evaluate(openAndSearch, { query: queries[0], opener });
    // Both clocks are this machine's. What is asked for after the first result is shown does not keep it waiting.
    const log = server.log.filter(({ time }) => time <= end);
    const pause = engine === "playbook" ? 60 : 0;
    await client.send("Performance.enable");
    const before = await secondsOfTasks(client);
    const times = await page.evaluate(typeAll, { queries: more, pause });
    return { unused, cold, log, times, busy: ((await secondsOfTasks(client)) - before) * 1000 };
  } finally {
    await browser.close();
  }
}

/** How long the main thread of the page has been at work, for scripts, styles, layout and all else. */
async function secondsOfTasks(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value;
}

/** Opens the dialog with a click, as a reader would, and waits until the first result is there. */
async function openAndSearch({ query, opener }) {
  const there = (selector) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = document.querySelector(selector);
        if (!found) return false;
        watcher.disconnect();
        resolve(found);
        return true;
      };
      const watcher = new MutationObserver(look);
      if (look()) return;
      watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
      setTimeout(() => reject(new Error(`nothing found for "${query}": no ${selector}`)), 60_000);
    });
  const start = performance.now();
  document.querySelector(opener).click();
  const input = await there("dialog[open] input");
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  // Reading a box makes the browser lay it out.
  (await there("dialog[open] .search-list a")).getBoundingClientRect();
  return { cold: performance.now() - start, end: Date.now() };
}

/** What a site would have to write around Pagefind, at the least. */
function makePagefindDialog() {
  const opener = document.body.appendChild(document.createElement("button"));
  opener.id = "open-pagefind";
  const dialog = document.body.appendChild(document.createElement("dialog"));
  let latest = 0;
  opener.addEventListener("click", () => {
    const loading = import("/pagefind/pagefind.js");
    const input = dialog.appendChild(document.createElement("input"));
    const list = dialog.appendChild(document.createElement("ol"));
    list.className = "search-list";
    dialog.showModal();
    input.addEventListener("input", async () => {
      const own = ++latest;
      const pagefind = await loading;
      const { results } = await pagefind.search(input.value);
      if (own !== latest) return;
      const entries = results.slice(0, 5).map(async (result) => {
        const { url, meta, excerpt } = await result.data();
        const entry = document.createElement("li");
        const link = entry.appendChild(document.createElement("a"));
        link.href = url;
        link.textContent = meta.title;
        entry.appendChild(document.createElement("p")).innerHTML = excerpt;
        return entry;
      });
      if (list.childElementCount === 0 && entries.length > 0) list.append(await entries[0]);
      const shown = await Promise.all(entries);
      if (own !== latest) return;
      list.replaceChildren(...shown);
      // An empty list that stays empty is no change that could be watched.
      if (shown.length === 0) list.append("");
    });
  });
}

/** Types every query letter by letter; the time of each letter from key to results, without the pause against haste. */
async function typeAll({ queries, pause }) {
  const times = [];
  const input = document.querySelector("dialog[open] input");
  const list = document.querySelector("dialog[open] .search-list");
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) {
      const start = performance.now();
      const changed = new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
          watcher.disconnect();
          resolve();
        });
        watcher.observe(list, { childList: true });
      });
      input.value = query.slice(0, length);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await changed;
      list.getBoundingClientRect();
      times.push(performance.now() - start - pause);
    }
  }
  return times;
}

function share(values, part) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)];
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
