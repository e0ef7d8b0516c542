// Holds every page below a folder against the HTML standard:
//
//   node check.mjs FOLDER
//
// Prints what is wrong with its place, then how many pages were read; the exit code is 1 when anything is wrong.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const [root] = process.argv.slice(2);
const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  elements: ["html5"],
  // What the standard says, and nothing about style.
  extends: ["html-validate:standard"],
}));

const pages = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".html"));
let errors = 0;
for (const page of pages) {
  const report = await validator.validateString(readFileSync(path.join(root, page), "utf8"), page);
  for (const { messages } of report.results) {
    for (const { line, column, ruleId, message } of messages) {
      errors++;
      console.log(`${page}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
}

console.log(`${pages.length} pages, ${errors} errors`);
process.exitCode = errors > 0 ? 1 : 0;
