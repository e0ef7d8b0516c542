// The other engine: makes its index of a folder of HTML, and answers queries in the browser that asks it.
import { execFile } from "node:child_process";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Writes the index into the folder's `pagefind`; gives wall seconds of the program. */
export async function indexWithPagefind(site) {
  const program = path.join(here, "node_modules/pagefind/lib/runner/bin.cjs");
  const start = performance.now();
  await promisify(execFile)(process.execPath, [program, "--site", site, "--output-subdir", "pagefind"], { maxBuffer: 64 << 20 });
  return (performance.now() - start) / 1000;
}
