// Serves a folder as a static host would, compressed, and counts what goes over the wire.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".pagefind": "application/wasm" };
const compressed = /^\.(html|js|mjs|json|css|svg|txt|xml)$/;

/** @returns {Promise<{url: string, log: {path: string, bytes: number, time: number}[], close: () => void}>} */
export async function serve(folder) {
  const log = [];
  const cache = new Map();
  const server = createServer(async (request, response) => {
    let name = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (name.endsWith("/")) name += "index.html";
    const file = path.join(folder, name);
    try {
      if (!path.resolve(file).startsWith(path.resolve(folder)) || !(await stat(file)).isFile()) throw new Error(name);
      let entry = cache.get(file);
      if (!entry) {
        const bytes = await readFile(file);
        const ending = path.extname(file);
        entry = { type: types[ending] ?? "application/octet-stream", isSmall: compressed.test(ending), bytes };
        if (entry.isSmall) entry.bytes = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
        cache.set(file, entry);
      }
      log.push({ path: name, bytes: entry.bytes.length, time: Date.now() });
      response.writeHead(200, { "Content-Type": entry.type, "Access-Control-Allow-Origin": "*", ...(entry.isSmall ? { "Content-Encoding": "br" } : {}) }).end(entry.bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, log, close: () => server.close() };
}
