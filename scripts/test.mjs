/**
 * `npm test`: installs what the tests need, then runs all of them, those against a real Neo4j and a real browser
 * included. Arguments go to vitest (`npm test -- --project unit`); what runs from source alone is not built for. The last
 * line counts the tests.
 */
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { build, fail, install, root, run } from "./lib/prepare.mjs";
import { setupSystem } from "./setup-system.mjs";

/** Projects that need more of the machine than Node. */
const WITH_SYSTEM = ["neo4j", "e2e", "spark"];
/** Projects that run the sources, and nothing of what is built from them. */
const FROM_SOURCE = ["unit", "mocked", "redos", "conformance", "golden", "property", "types"];
const wanted = process.argv.slice(2).flatMap((arg, i, args) => {
  if (arg.startsWith("--project=")) return [arg.slice("--project=".length)];
  return arg === "--project" && args[i + 1] !== undefined ? [args[i + 1]] : [];
});
const needsSystem =
  wanted.length === 0 || wanted.some((name) => name.includes("*") || WITH_SYSTEM.includes(name));
const needsBuild = wanted.length === 0 || !wanted.every((name) => FROM_SOURCE.includes(name));

install();
const missing = needsSystem ? setupSystem() : [];
if (missing.length > 0) fail(`not run: ${missing.join(", ")} missing`);
if (needsBuild) build();

/**
 * The tests over Neo4j take turns with one database and mostly wait for servers to start: as a part of their own they run
 * beside all others. What such a part prints is shown when it has ended.
 */
const args = process.argv.slice(2);
const parts =
  args.length > 0 || availableParallelism() < 2
    ? [{ args }]
    : [{ args: ["--project", "!neo4j"] }, { args: ["--project", "neo4j", "--no-cache"], beside: true }];

if (parts.length > 1) run(process.execPath, ["--import", "tsx", "scripts/neo4j/fetch.ts"]);

const folder = mkdtempSync(join(tmpdir(), "reportgraph-test-"));
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const running = new Set();
// Whoever ends this ends its tests.
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
  });

/** Runs one part. @returns its exit code and the numbers of its tests */
async function runPart({ args, beside = false }, number) {
  const results = join(folder, `results-${number}.json`);
  const said = join(folder, `said-${number}.txt`);
  const output = beside ? openSync(said, "w") : "inherit";
  const child = spawn(
    process.execPath,
    [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...args],
    { cwd: root, stdio: ["ignore", output, output] },
  );
  running.add(child);
  const status = await new Promise((done) => {
    child.once("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.once("exit", (code) => done(code ?? 1));
  });
  running.delete(child);
  if (beside) {
    closeSync(output);
    process.stdout.write(readFileSync(said, "utf8"));
  }
  return { status, ...countsIn(results) };
}

function countsIn(results) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(results, "utf8"),
    );
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch (error) {
    console.error(`vitest left no results: ${error.message}`);
    return { passed: 0, failed: 0, skipped: 0, lost: true };
  }
}

const done = await Promise.all(parts.map(runPart));
rmSync(folder, { recursive: true, force: true });
if (done.some(({ lost }) => lost)) fail("the tests of a part are not counted: see above");
const sum = (name) => done.reduce((all, part) => all + part[name], 0);
console.log(`\ntests: ${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
process.exit(done.find(({ status }) => status !== 0)?.status ?? 0);
