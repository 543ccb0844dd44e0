/**
 * Mutation testing with seeded mutants: `npx tsx scripts/mutation/run.ts [--mutants N] [--seed N] [--only FOLDERS] [--tests N] [--quick]`.
 * Draws the same number of mutants from each folder whose tests should notice, puts one after the other into a copy of
 * the committed state, and runs the tests that reach the file, the nearest first. Prints the score and the survivors as
 * Markdown. A survivor is a missing assertion, or a change that changes nothing: a reader has to say which
 * (docs/mutation.md). `--quick`: what survives among many is not tried alone, which may say too little of the tests; what
 * speaks to Neo4j or is part of reading is, as tests of other projects come last for it.
 * @module
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../src/paths.ts";
import { type DrawnMutant, draw } from "./draw.ts";
import { meetings } from "./probes.ts";
import { type Importers, importersIn, testsOf } from "./reach.ts";
import { openRecord, type Verdict } from "./record.ts";
import { mutated } from "./sites.ts";
import { tryTogether } from "./together.ts";
import { openTests, type WarmTests } from "./warm-tests.ts";

const FOLDERS = ["extract", "resolve", "graph", "store", "query", "check", "server"] as const;
/** Folders of the tests that a mutant meets: quick ones, without Java or a browser. */
const QUICK = ["unit", "rules", "corpus", "cases", "conformance"];
/** What speaks to Neo4j shows only there: so many tests of that project come last. */
const NEO4J_TESTS = 2;
/** Whole readings, and all answers, come last for what they are made by. */
const GOLDEN: Readonly<Record<string, readonly string[]>> = {
  extract: ["claims", "tables"],
  resolve: ["tables", "reports"],
  graph: ["tables", "reports"],
  server: ["answers"],
};
/** So many mutants are loaded at once. */
const TOGETHER = 14;
/** So many tests next to the file run first, since most mutants fall to them. */
const NEAREST = 4;

/** A copy of the checked-out state, with the installed packages. */
function copy(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "reportgraph-mutants-")));
  execFileSync("git", ["clone", "-q", "--shared", packageRoot, folder]);
  symlinkSync(join(packageRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}

interface Judging {
  folder: string;
  importers: Importers;
  tests: WarmTests;
  /** How many test files a mutant meets. */
  limit: number;
  /** The test files that execute a mutant's place, as far as it was seen. */
  met: ReadonlyMap<DrawnMutant, ReadonlySet<string>>;
  /** Test files that were seen to pass without a mutant. */
  passing: Set<string>;
}

/** Files of tests that a mutant meets where few are written beside it. */
const FEWEST = 3;
/** Of tests that are written for something else so many are looked at, the nearest. */
const FAR = 12;
/** These read megabytes that nobody means (they tell of time and memory), or need modules of their own. */
const isLeftOut = (test: string): boolean => /\/hostile\.test\.ts$|\.mocked\.test\.ts$/.test(test);

/** Tests of other projects, which take longer: they come last. */
function lastTests(importers: Importers, { file }: DrawnMutant): string[] {
  const [, folder = "", part] = file.split("/");
  if (folder === "store" && part === "neo4j")
    return testsOf(importers, file, ["neo4j"]).far.slice(0, NEO4J_TESTS);
  const { far } = testsOf(importers, file, ["golden"]);
  const golden = (GOLDEN[folder] ?? []).map((name) => join("tests", "golden", `${name}.test.ts`));
  return golden.filter((name) => far.includes(name));
}

/** These wait for processes that use up memory and time: they are for those alone whom they are written for. */
const isSlow = (test: string): boolean => test.endsWith("/embedded.test.ts");

/** The tests that reach a mutant's file. */
function candidatesOf(importers: Importers, { file }: DrawnMutant): string[] {
  const { beside, far } = testsOf(importers, file, QUICK);
  const near = far.filter((test) => !isSlow(test)).slice(0, FAR);
  return [...beside.filter((test) => !isSlow(test)), ...near, ...beside.filter(isSlow)].filter(
    (test) => !isLeftOut(test),
  );
}

/**
 * The tests that a mutant meets without a server: those that execute its place, those beside its file first; where they are
 * few, others that reach the file fill up.
 */
function nearTests({ importers, limit, met }: Judging, mutant: DrawnMutant): string[] {
  const quick = candidatesOf(importers, mutant);
  const meets = quick.filter((test) => met.get(mutant)?.has(test));
  const fill = quick.filter((test) => !meets.includes(test));
  return [...meets.slice(0, limit), ...fill.slice(0, Math.max(0, FEWEST - meets.length))];
}

async function judge(judging: Judging, mutant: DrawnMutant): Promise<Verdict> {
  const { folder, importers, tests, passing } = judging;
  const path = join(folder, mutant.file);
  const source = readFileSync(path, "utf8");
  const write = (text: string): void => {
    writeFileSync(path, text);
    tests.changed(mutant.file);
  };
  const near = nearTests(judging, mutant);
  const last = lastTests(importers, mutant);
  const stages = [near.slice(0, NEAREST), near.slice(NEAREST), last].filter(({ length }) => length > 0);
  if (stages.length === 0) return { verdict: "no test" };
  try {
    for (const files of stages) {
      write(mutated(source, mutant));
      const failed = await tests.failing(files);
      if (failed === undefined) continue;
      write(source);
      // What fails without the mutant too says nothing of it.
      const sound =
        (!failed.byTime && passing.has(failed.file)) || (await tests.failing([failed.file])) === undefined;
      if (sound) passing.add(failed.file);
      return { verdict: sound ? "killed" : "not judged", by: `${failed.file}: ${failed.test}` };
    }
    return { verdict: "survived" };
  } finally {
    write(source);
  }
}

const short = (code: string): string => `\`${code.replaceAll(/\s+/g, " ").slice(0, 60)}\``;
const rowOf = (mutant: DrawnMutant, { verdict }: Verdict): string =>
  `| ${relative("src", mutant.file)}:${mutant.line} | ${mutant.kind} | ${short(mutant.was)} → ${short(mutant.replacement)} | ${verdict} |`;

const { values } = parseArgs({
  options: {
    mutants: { type: "string", default: "64" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    tests: { type: "string", default: "10" },
    quick: { type: "boolean", default: false },
  },
});
const only = values.only?.split(",");
const folders = FOLDERS.filter((name) => only?.includes(name) ?? true);
const record = openRecord(Number(values.tests));
const verdicts = new Map<DrawnMutant, Verdict>();
const folder = copy();
const each = Math.ceil(Number(values.mutants) / folders.length);
const mutants = draw(folder, folders, each, Number(values.seed));
try {
  const left = mutants.filter((mutant) => record.of(mutant) === undefined);
  const tests = left.length > 0 ? await openTests(folder) : undefined;
  if (tests !== undefined) {
    const importers = importersIn(folder);
    const candidates = left.flatMap((mutant) => candidatesOf(importers, mutant));
    const met = await meetings(folder, left, [...new Set(candidates)], tests);
    for (const [{ file, line }, of] of met) console.error(`${file}:${line} is met by ${of.size} test files`);
    const judging: Judging = {
      folder,
      importers,
      tests,
      limit: Number(values.tests),
      met,
      passing: new Set(),
    };
    const note = (mutant: DrawnMutant, verdict: Verdict): void => {
      record.add(mutant, verdict);
      verdicts.set(mutant, verdict);
      console.error(`${verdicts.size}/${left.length} ${rowOf(mutant, verdict)} ${verdict.by ?? ""}`);
    };
    for (let from = 0; from < left.length; from += TOGETHER) {
      const some = left.slice(from, from + TOGETHER);
      const tried = await tryTogether(folder, some, (mutant) => nearTests(judging, mutant), tests);
      for (const [mutant, by] of tried)
        if (by !== undefined) note(mutant, { verdict: "killed", by });
        else if (values.quick && lastTests(importers, mutant).length === 0)
          note(mutant, { verdict: "survived" });
    }
    for (const mutant of left)
      if (!verdicts.has(mutant)) {
        const verdict = await judge(judging, mutant);
        note(mutant, verdict);
      }
    await tests.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const rows = mutants.map((mutant) => ({
  mutant,
  verdict: verdicts.get(mutant) ?? record.of(mutant) ?? ({ verdict: "not judged" } as const),
}));
const count = (name: Verdict["verdict"], of = rows): number =>
  of.filter(({ verdict }) => verdict.verdict === name).length;
console.log(`seed ${values.seed}, the ${values.tests} nearest test files\n`);
console.log("| folder | judged | killed | left |\n|---|--:|--:|--:|");
for (const name of [...folders, ""]) {
  const of = rows.filter(({ mutant }) => mutant.file.startsWith(join("src", name, "/")));
  const judged = of.length - count("not judged", of);
  const killed = count("killed", of);
  console.log(`| ${name || "all"} | ${judged} | ${killed} | ${judged - killed} |`);
}
console.log("\n| place | kind | change | verdict |\n|---|---|---|---|");
for (const { mutant, verdict } of rows) if (verdict.verdict !== "killed") console.log(rowOf(mutant, verdict));
