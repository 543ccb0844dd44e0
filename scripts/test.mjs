/**
 * `npm test`: installs what the tests need, then runs all of them, those against a real Neo4j and a real browser
 * included. Arguments go to vitest (`npm test -- --project unit`). The last line counts the tests.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, fail, install, root } from "./lib/prepare.mjs";
import { setupSystem } from "./setup-system.mjs";

/** Projects that need more of the machine than Node. */
const WITH_SYSTEM = ["neo4j", "e2e", "spark"];
const wanted = process.argv.slice(2).flatMap((arg, i, args) => {
  if (arg.startsWith("--project=")) return [arg.slice("--project=".length)];
  return arg === "--project" && args[i + 1] !== undefined ? [args[i + 1]] : [];
});
const needsSystem =
  wanted.length === 0 || wanted.some((name) => name.includes("*") || WITH_SYSTEM.includes(name));

install();
const missing = needsSystem ? setupSystem() : [];
if (missing.length > 0) fail(`not run: ${missing.join(", ")} missing`);
build();

const folder = mkdtempSync(join(tmpdir(), "reportgraph-test-"));
const report = join(folder, "results.json");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const result = spawnSync(
  process.execPath,
  [
    vitest,
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit" },
);

let counts;
try {
  counts = JSON.parse(readFileSync(report, "utf8"));
} catch (error) {
  fail(`vitest left no results: ${error.message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const skipped = counts.numPendingTests + counts.numTodoTests;
console.log(`\ntests: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${skipped} skipped`);
process.exit(result.status ?? 1);
