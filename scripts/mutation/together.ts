/**
 * Tries many mutants in one run of Vitest: the sources are loaded once with all of them asleep (`switched.ts`), and each test
 * file is run again for each mutant. A mutant counts as killed only if the file that failed passes right after with none
 * awake: what it left behind in a cache is not taken for a fault. What survives here may do so because such a cache, or a
 * value made at load, hid it: that is for a run of its own to say.
 * @module
 */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DrawnMutant } from "./draw.ts";
import { AWAKE, apart, canSleep, withSleeping } from "./switched.ts";
import type { WarmTests } from "./warm-tests.ts";

/** Of the copy, where Vitest finds tests of `unit`. */
const FOLDER = join("tests", "unit", "mutants");
/** Vitest keeps what it knows of a file: each round has names of its own. */
let rounds = 0;

interface Told {
  number: number;
  file: string;
  /** The first test that failed. */
  failed?: string;
  isControl: boolean;
  hasBegun?: boolean;
}

/** A test file that runs another with a mutant awake; as a control with none, and only if the mutant failed just now. */
function wrapper(number: number, file: string, isControl: boolean, log: string): string {
  const told = JSON.stringify({ number, file, isControl });
  return `import { appendFileSync } from "node:fs";
import { afterAll, afterEach, beforeEach, it } from "vitest";
const told = ${told};
const state = (globalThis.mutantsKilled ??= new Map());
const wanted = ${isControl ? "state.get(told.number) === told.file" : "!state.has(told.number)"};
const say = (more) => appendFileSync(${JSON.stringify(log)}, JSON.stringify({ ...told, ...more }) + "\\n");
if (wanted) {
  say({ hasBegun: true });
  globalThis.${AWAKE} = ${isControl ? 0 : number};
  process.env.${AWAKE} = String(globalThis.${AWAKE});
  let failed;
  beforeEach((context) => { if (failed !== undefined) context.skip(); });
  afterEach((context) => { if (context.task.result?.state === "fail") failed ??= context.task.name; });
  const broke = ({ result, tasks }) => result?.state === "fail" || (tasks?.some(broke) ?? false);
  afterAll(({}, suite) => {
    const broken = failed ?? (broke(suite) ? "a suite" : undefined);
    if (broken !== undefined && !told.isControl) state.set(told.number, told.file);
    say(broken === undefined ? {} : { failed: broken });
    globalThis.${AWAKE} = 0;
    process.env.${AWAKE} = "0";
  });
  try {
    await import(${JSON.stringify(`../../../${file}?mutant=${isControl ? `0-${number}` : number}`)});
  } catch (error) {
    failed = "the file: " + String(error).split("\\n")[0];
    it("is loaded", () => {});
  }
} else it("is not wanted", () => {});
`;
}

/**
 * @param folder the copy of the checkout; its sources are as they were afterwards
 * @param testsOf files that a mutant meets, the nearest first
 * @returns of those that were tried, by which test they were killed; `undefined` for survivors
 */
export async function tryTogether(
  folder: string,
  mutants: readonly DrawnMutant[],
  testsOf: (mutant: DrawnMutant) => readonly string[],
  tests: WarmTests,
): Promise<Map<DrawnMutant, string | undefined>> {
  const sources = new Map(
    [...new Set(mutants.map(({ file }) => file))].map((file) => [
      file,
      readFileSync(join(folder, file), "utf8"),
    ]),
  );
  const { together } = apart(mutants.filter((mutant) => canSleep(sources.get(mutant.file) ?? "", mutant)));
  const log = join(folder, FOLDER, "told.jsonl");
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
    tests.changed(file);
  };
  for (const [file, source] of sources) {
    const own = together.flatMap((mutant, i) => (mutant.file === file ? [{ mutant, number: i + 1 }] : []));
    write(file, withSleeping(source, own));
  }
  rounds += 1;
  mkdirSync(join(folder, FOLDER), { recursive: true });
  writeFileSync(log, "");
  const wrappers = together.flatMap((mutant, i) =>
    testsOf(mutant).flatMap((file, t) =>
      [false, true].map((isControl) => {
        const name = `${rounds}-${String(i + 1).padStart(4, "0")}-${String(t).padStart(2, "0")}-${isControl ? "b" : "a"}.test.ts`;
        writeFileSync(join(folder, FOLDER, name), wrapper(i + 1, file, isControl, log));
        return { name: join(FOLDER, name), number: i + 1 };
      }),
    ),
  );
  try {
    let left = wrappers;
    while (left.length > 0) {
      const hung = await tests.runAll(left.map(({ name }) => name));
      if (!hung) break;
      const last = linesOf(log).at(-1);
      if (last === undefined) break;
      // It takes its worker with it; the others go on in another.
      if (!last.isControl)
        appendFileSync(log, `${JSON.stringify({ ...last, hasBegun: false, failed: "never ended" })}\n`);
      left = left.filter(({ number }) => number > last.number);
    }
    const all = linesOf(log).filter(({ hasBegun }) => hasBegun !== true);
    const told = new Map<DrawnMutant, string | undefined>();
    /** Failed, and what was awake was not the reason, or nobody could ask. */
    const unclear = new Set<DrawnMutant>();
    for (const { number, file, failed, isControl } of all) {
      const mutant = together[number - 1];
      if (mutant === undefined || isControl) continue;
      const control = all.find((one) => one.isControl && one.number === number && one.file === file);
      if (failed === undefined) told.set(mutant, undefined);
      else if (control !== undefined && control.failed === undefined) told.set(mutant, `${file}: ${failed}`);
      else unclear.add(mutant);
    }
    for (const mutant of unclear) told.delete(mutant);
    return told;
  } finally {
    for (const [file, source] of sources) write(file, source);
    rmSync(join(folder, FOLDER), { recursive: true, force: true });
  }
}

const linesOf = (log: string): Told[] =>
  readFileSync(log, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told);
