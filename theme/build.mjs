// Turns the theme's sources into theme/dist, which the generator copies into every site:
//
//   scripts/site.ts    → dist/site.js      ES module
//   scripts/search/search.ts → dist/search.js   ES module, fetched when somebody searches
//   scripts/offline.ts → dist/offline.js   classic script with all of the above, for pages opened from a disk
//   scripts/scheme.ts  → dist/scheme.js    classic script: runs before the first paint, so it cannot be a module
//   styles/site.css    → dist/site.css     one file; urls of fonts stay relative to it
//   scripts/{assessment,checklist,plan}.ts, and the styles of these names
//                      → dist/assessment.* …  what only some pages need (PagePlan.Bundles)
//   styles/book.css    → dist/book.css     what only the print edition needs
//   fonts/subset.mjs   → dist/fonts/*.woff2, and dist/cards/*.ttf, with which the generator draws
//
// Names are stable; the generator adds the content hash. Same sources, same bytes, whatever the machine or folder.
// `dotnet build` runs this file when one of its inputs has changed. By hand: `node build.mjs`, or
// `node build.mjs --watch` while working on styles and scripts.

import { spawn } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { writeFonts } from "./fonts/subset.mjs";

const theme = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(theme, "dist");

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: theme,
  outdir: "dist",
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // Browsers that know cascade layers, nesting, :has() and container queries: all current ones since 2023.
  target: ["chrome115", "edge115", "firefox121", "safari17"],
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...shared, entryPoints: ["scripts/site.ts", "scripts/assessment.ts", "scripts/checklist.ts", "scripts/plan.ts"], format: "esm" },
  { ...shared, entryPoints: ["scripts/search/search.ts"], outdir: undefined, outfile: "dist/search.js", format: "esm" },
  { ...shared, entryPoints: ["scripts/scheme.ts", "scripts/offline.ts"], format: "iife" },
  { ...shared, entryPoints: ["styles/site.css", "styles/assessment.css", "styles/checklist.css", "styles/plan.css", "styles/book.css"], external: ["fonts/*"] },
];

/** esbuild drops types without reading them, so the compiler looks at them here. */
function checkTypes() {
  const compiler = path.join(theme, "node_modules", "typescript", "bin", "tsc");
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [compiler, "--pretty", "false"], { cwd: theme, stdio: "inherit" })
      .on("error", reject)
      .on("exit", (code) => (code === 0 ? resolve() : reject(new Error("the TypeScript compiler found errors"))));
  });
}

/** An esbuild message in the form that MSBuild, editors and CI systems recognize: file(line,column): error CODE: text. */
function compilerLine({ text, location }) {
  return `${location ? `${location.file}(${location.line},${location.column + 1})` : "build.mjs"}: error THEME: ${text}`;
}

/** Removes what an earlier build left and this one does not make, except the stamps (.name) of the build itself. */
async function sweep(keep) {
  for (const name of await readdir(dist)) {
    if (!keep.has(name) && !name.startsWith(".")) await rm(path.join(dist, name), { recursive: true });
  }
}

await mkdir(dist, { recursive: true });
await sweep(new Set(["site.js", "search.js", "offline.js", "scheme.js", "site.css", "assessment.js", "assessment.css", "checklist.js", "checklist.css", "plan.js", "plan.css", "book.css", "fonts", "cards"]));

if (process.argv.includes("--watch")) {
  await writeFonts(dist);
  for (const bundle of bundles) await (await esbuild.context({ ...bundle, logLevel: "info" })).watch();
} else {
  // Every step runs to its end, so that one run tells all problems.
  const steps = [
    checkTypes(),
    writeFonts(dist),
    ...bundles.map((bundle) => esbuild.build({ ...bundle, logLevel: "silent" })),
  ];
  for (const { status, reason } of await Promise.allSettled(steps)) {
    if (status === "fulfilled") continue;
    process.exitCode = 1;
    for (const line of reason.errors?.map(compilerLine) ?? [`theme: ${reason.message}`]) console.error(line);
  }
}
