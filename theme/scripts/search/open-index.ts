import { SearchEngine } from "./engine.js";
import { type IndexJson, type ReadFile, SearchIndex } from "./index-files.js";
import { PageTexts } from "./page-texts.js";

/** A search that is ready, with what reads the pages it finds. */
export interface OpenSearch {
  readonly engine: SearchEngine;
  readonly texts: PageTexts;
}

const opened = new Map<string, Promise<OpenSearch>>();

/** Whether the page was opened from a disk, where nothing can be fetched. */
export const isOnDisk = location.protocol === "file:";

/** The address of something below the site's root. On a disk no server adds the file's name to a folder. */
export function addressOf(root: string, url: string, anchor?: string): string {
  const file = isOnDisk && (url === "" || url.endsWith("/")) ? `${url}index.html` : url;
  return new URL(root + file, location.href).href + (anchor ? `#${encodeURIComponent(anchor)}` : "");
}

/** The index of the site; read once a page. What failed is tried again the next time. */
export function openIndex(root: string, first?: Promise<Response>): Promise<OpenSearch> {
  let search = opened.get(root);
  if (!search) {
    search = open(root, first);
    opened.set(root, search);
    search.catch(() => opened.delete(root));
  }
  return search;
}

async function open(root: string, first?: Promise<Response>): Promise<OpenSearch> {
  const read = isOnDisk ? await readFromScript(root) : readFromServer(root, first);
  const index = new SearchIndex((await read("index.json")) as IndexJson, read);
  const texts = new PageTexts(index, root);
  return { texts, engine: new SearchEngine(index, (section, phrases) => texts.holds(section, phrases)) };
}

function readFromServer(root: string, first?: Promise<Response>): ReadFile {
  const folder = new URL(`${root}search/`, location.href);
  return async (name) => {
    // What was asked for early serves once, and only if it came.
    const early = name === "index.json" ? await first?.catch(() => undefined) : undefined;
    const answer = early?.ok && !early.bodyUsed ? early : await fetch(new URL(name, folder));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json() as Promise<unknown>;
  };
}

async function readFromScript(root: string): Promise<ReadFile> {
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`${root}search/offline.js`, location.href).href;
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error("search/offline.js")));
    document.head.append(script);
  });
  const files = (globalThis as { playbookSearchFiles?: Record<string, unknown> }).playbookSearchFiles ?? {};
  return (name) => (name in files ? Promise.resolve(files[name]) : Promise.reject(new Error(name)));
}
