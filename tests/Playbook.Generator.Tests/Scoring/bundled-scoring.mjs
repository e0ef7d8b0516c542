// Runs the theme's own scoring, bundled as for a page, outside a browser: cases come in as JSON, results go out as JSON.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import path from "node:path";

const theme = process.argv[2];
const esbuild = createRequire(path.join(theme, "package.json"))("esbuild");
const bundle = await esbuild.build({
  absWorkingDir: theme,
  entryPoints: ["scripts/assessment/scoring.ts"],
  bundle: true,
  minify: true,
  format: "esm",
  write: false,
});
const source = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { answersOf, scoreAnswers, combineAnswers, toAnswers } = await import(`data:text/javascript;base64,${source}`);

const results = JSON.parse(await text(process.stdin)).map(({ spec, group = null, answers, people }) => {
  if (!people) return { report: scoreAnswers(spec, answersOf(spec, { group, answers })) };
  const combined = combineAnswers(spec, people);
  return { combined, report: scoreAnswers(spec, toAnswers(spec, combined)) };
});
process.stdout.write(JSON.stringify(results));
