// Opens an index on disk with the code that runs in the browser, bundled as the theme bundles it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const theme = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../theme");

/** The exports of TypeScript modules of the theme's search. */
export async function importSearch(...modules) {
  const esbuild = createRequire(path.join(theme, "package.json"))("esbuild");
  const { outputFiles } = await esbuild.build({
    absWorkingDir: theme,
    stdin: { contents: modules.map((name) => `export * from "./scripts/search/${name}.js";`).join("\n"), resolveDir: theme, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

/** A search over the folder that holds index.json. */
export async function openEngine(folder) {
  const { SearchIndex, SearchEngine } = await importSearch("index-files", "engine");
  const read = async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8"));
  const index = new SearchIndex(await read("index.json"), read);
  return new SearchEngine(index);
}
