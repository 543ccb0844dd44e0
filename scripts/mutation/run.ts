/**
 * Mutation testing with seeded mutants: `npx tsx scripts/mutation/run.ts [--mutants N] [--seed N] [--only FOLDER]`.
 * Draws the same number of mutants from each folder whose tests should notice, puts one after the other into a copy of
 * the checkout, and runs the tests that reach the file. Prints the score and the survivors as Markdown. A survivor is a
 * missing assertion, or a change that changes nothing: a reader has to say which (docs/mutation.md).
 * @module
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../src/paths.ts";
import { testsOf } from "./reach.ts";
import { type Mutant, mutantsOf, mutated } from "./sites.ts";

const FOLDERS = ["extract", "resolve", "graph", "store", "query", "check", "server"] as const;
/** Folders of tests that need neither Java nor a browser; a mutant meets the first ones first. */
const TESTS = ["unit", "rules", "corpus", "conformance", "golden", "property"];
/** For what none of them reaches: the program as a user starts it, a real Neo4j. */
const LAST = ["cli", "neo4j"];
/** So many tests next to the file run first, since most mutants fall to them. */
const NEAR = 6;
/** A mutant that makes the tests run this long (ms) made them hang. */
const PATIENCE = 600_000;

interface Drawn extends Mutant {
  file: string;
  line: number;
  was: string;
}

/** A small generator of pseudo-random numbers in 0..1 (mulberry32), so that a seed names the same mutants again. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw(root: string, folder: string, count: number, seed: number): Drawn[] {
  const all = readdirSync(join(root, "src", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .flatMap((name) => {
      const file = join("src", folder, name);
      const source = readFileSync(join(root, file), "utf8");
      return mutantsOf(source, file).map(
        (mutant): Drawn => ({
          ...mutant,
          file,
          line: source.slice(0, mutant.start).split("\n").length,
          was: source.slice(mutant.start, mutant.end),
        }),
      );
    });
  const next = random(seed);
  const drawn: Drawn[] = [];
  while (drawn.length < count && all.length > 0)
    drawn.push(...all.splice(Math.floor(next() * all.length), 1));
  return drawn;
}

/** A copy of the checked-out state, with the installed packages. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-mutants-"));
  execFileSync("git", ["clone", "-q", "--shared", packageRoot, folder]);
  symlinkSync(join(packageRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}

interface Verdict {
  verdict: "killed" | "survived" | "no test" | "not judged";
  /** The test that noticed. */
  by?: string;
}

function tryOut(folder: string, mutant: Drawn): Verdict {
  const path = join(folder, mutant.file);
  const source = readFileSync(path, "utf8");
  const near = testsOf(folder, mutant.file, TESTS);
  const onlyInNeo4j = mutant.file.startsWith(join("src", "store", "neo4j"));
  const tests = near.length === 0 || onlyInNeo4j ? [...near, ...testsOf(folder, mutant.file, LAST)] : near;
  if (tests.length === 0) return { verdict: "no test" };
  writeFileSync(path, mutated(source, mutant));
  try {
    for (const files of [tests.slice(0, NEAR), tests.slice(NEAR)]) {
      const by = files.length > 0 ? failing(folder, files) : undefined;
      if (by === undefined) continue;
      // A busy machine fails tests by their clock: what fails without the mutant says nothing of it.
      writeFileSync(path, source);
      return failing(folder, files) === undefined ? { verdict: "killed", by } : { verdict: "not judged", by };
    }
    return { verdict: "survived" };
  } finally {
    writeFileSync(path, source);
  }
}

/** The first of these tests that fails; `undefined` when all pass. */
function failing(folder: string, files: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(folder, "node_modules/vitest/vitest.mjs"),
      "run",
      ...files,
      "--bail=1",
      "--maxWorkers=1",
      "--experimental.fsModuleCache",
    ],
    { cwd: folder, timeout: PATIENCE, encoding: "utf8", env: { ...process.env, CI: "1", NO_COLOR: "1" } },
  );
  if (status === 0) return undefined;
  return status === null ? "never ended" : (/FAIL\s+(.*)/.exec(stdout + stderr)?.[1] ?? "no test ran");
}

const { values } = parseArgs({
  options: {
    mutants: { type: "string", default: "64" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const folders = FOLDERS.filter((name) => values.only === undefined || name === values.only);
const each = Math.ceil(Number(values.mutants) / folders.length);
const folder = copy();
try {
  const lines: string[] = [];
  let killed = 0;
  let tried = 0;
  for (const name of folders) {
    for (const mutant of draw(folder, name, each, Number(values.seed))) {
      const { verdict, by = "" } = tryOut(folder, mutant);
      if (verdict !== "not judged") tried += 1;
      if (verdict === "killed") killed += 1;
      const change = `\`${mutant.was.replaceAll(/\s+/g, " ").slice(0, 60)}\` → \`${mutant.replacement.replaceAll(/\s+/g, " ").slice(0, 60)}\``;
      const row = `| ${relative("src", mutant.file)}:${mutant.line} | ${mutant.kind} | ${change} | ${verdict} |`;
      if (verdict !== "killed") lines.push(row);
      console.error(`${tried} ${row} ${by}`);
    }
  }
  console.log(
    `${killed} of ${tried} mutants killed (${Math.round((100 * killed) / tried)} %), seed ${values.seed}.\n`,
  );
  console.log("| place | kind | change | verdict |\n|---|---|---|---|");
  console.log(lines.join("\n"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
