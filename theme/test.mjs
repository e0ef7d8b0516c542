// Runs tests/*.test.ts with Node's own test runner: bundles each for Node, checks its types, runs it. `dotnet test` calls it.

import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const theme = path.dirname(fileURLToPath(import.meta.url));
const compiler = path.join(theme, "node_modules", "typescript", "bin", "tsc");
const bundles = await mkdtemp(path.join(os.tmpdir(), "playbook-theme-tests-"));

function run(...command) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, command, { cwd: theme, stdio: "inherit" })
      .on("error", reject)
      .on("exit", (code) => resolve(code ?? 1));
  });
}

try {
  const tests = (await readdir(path.join(theme, "tests"))).filter((name) => name.endsWith(".test.ts")).sort();
  await esbuild.build({
    absWorkingDir: theme,
    entryPoints: tests.map((name) => `tests/${name}`),
    outdir: bundles,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
  });
  const codes = await Promise.all([
    run(compiler, "--pretty", "false", "--project", "tests"),
    run("--test", ...tests.map((name) => path.join(bundles, name.replace(/\.ts$/, ".cjs")))),
  ]);
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
} finally {
  await rm(bundles, { recursive: true });
}
