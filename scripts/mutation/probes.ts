/**
 * Which test files execute which mutants' places: each place notes that it was met, and each test file is run once over that.
 * What is reckoned once for all files of a worker (a memo, a value made at load) is met by the first of them only, and what
 * runs in a process or thread of its own by none: who chooses tests has to fill up with those that stand beside the file.
 * @module
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DrawnMutant } from "./draw.ts";
import { canSleep } from "./switched.ts";
import type { WarmTests } from "./warm-tests.ts";

/** Of the copy, where Vitest finds tests of `unit`. */
const FOLDER = join("tests", "unit", "mutants-met");
const MET = "mutantsMet";

/** The source with a note at each of these places; they may lie in each other. */
export function withProbes(
  source: string,
  places: readonly { of: DrawnMutant["of"]; number: number }[],
): string {
  const note = (number: number): string => `globalThis.${MET}?.add(${number})`;
  const inserts = places.flatMap(({ of, number }) => [
    {
      at: of.start,
      length: of.end - of.start,
      text: of.isStatement ? `{ ${note(number)}; ` : `(${note(number)}, `,
    },
    { at: of.end, length: of.start - of.end, text: of.isStatement ? " }" : ")" },
  ]);
  // Of what begins at one place the longest stands outside, of what ends there too; what ends there comes before what begins.
  inserts.sort((a, b) =>
    a.at !== b.at ? a.at - b.at : a.length < 0 !== b.length < 0 ? a.length - b.length : b.length - a.length,
  );
  let text = "";
  let done = 0;
  for (const { at, text: inserted } of inserts) {
    text += source.slice(done, at) + inserted;
    done = at;
  }
  return text + source.slice(done);
}

/** A test file that runs another and notes what it met. */
const wrapper = (file: string, log: string): string => `import { appendFileSync } from "node:fs";
import { afterAll } from "vitest";
const met = (globalThis.${MET} = new Set());
afterAll(() => {
  appendFileSync(${JSON.stringify(log)}, JSON.stringify({ file: ${JSON.stringify(file)}, met: [...met] }) + "\\n");
  globalThis.${MET} = undefined;
});
await import(${JSON.stringify(`../../../${file}?met`)});
`;

/**
 * @param folder the copy of the checkout; its sources are as they were afterwards
 * @param files of tests
 * @returns of the mutants that can note it, the files that met them
 */
export async function meetings(
  folder: string,
  mutants: readonly DrawnMutant[],
  files: readonly string[],
  tests: WarmTests,
): Promise<Map<DrawnMutant, ReadonlySet<string>>> {
  const sources = new Map(
    [...new Set(mutants.map(({ file }) => file))].map((file) => [
      file,
      readFileSync(join(folder, file), "utf8"),
    ]),
  );
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
    tests.changed(file);
  };
  const probed = mutants.filter((mutant) => canSleep(sources.get(mutant.file) ?? "", mutant));
  for (const [file, source] of sources)
    write(
      file,
      withProbes(
        source,
        probed.flatMap((mutant, number) => (mutant.file === file ? [{ of: mutant.of, number }] : [])),
      ),
    );
  mkdirSync(join(folder, FOLDER), { recursive: true });
  const log = join(folder, FOLDER, "met.jsonl");
  writeFileSync(log, "");
  const wrappers = files.map((file, i) => {
    const name = join(FOLDER, `${String(i).padStart(4, "0")}.test.ts`);
    writeFileSync(join(folder, name), wrapper(file, log));
    return name;
  });
  const met = new Map<DrawnMutant, Set<string>>(probed.map((mutant) => [mutant, new Set()]));
  try {
    await tests.runAll(wrappers);
    for (const line of readFileSync(log, "utf8").split("\n").filter(Boolean)) {
      const told = JSON.parse(line) as { file: string; met: number[] };
      for (const number of told.met) met.get(probed[number] as DrawnMutant)?.add(told.file);
    }
  } finally {
    for (const [file, source] of sources) write(file, source);
    rmSync(join(folder, FOLDER), { recursive: true, force: true });
  }
  return met;
}
