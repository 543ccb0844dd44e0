/**
 * Which tests reach a source file, the nearest first. Modules are loaded by relative paths only, so the text of the imports
 * is enough, with the modules that become a thread or a process.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Of values: types are gone when the tests run. */
const IMPORT = /\b(?:import|export)\b(?!\s+type\b)[^;"]*"(\.[^"]+\.ts)"/g;

const THREAD = /\bstartThread\(\s*"(\.[^"]+)"/g;
/** Who starts a process, and its module. */
const PROCESSES: Readonly<Record<string, string>> = {
  "src/store/embedded/process.ts": "src/store/embedded/reader.ts",
  "tests/cli/program.ts": "src/cli/main.ts",
};

/** Files that a file imports or starts, relative to the checkout. */
function importsOf(root: string, file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const at = (path: string): string => normalize(join(dirname(file), path));
  return [
    ...[...source.matchAll(IMPORT)].map(([, path]) => at(path as string)),
    ...[...source.matchAll(THREAD)].map(([, path]) => at(`${path}.ts`)),
    ...(PROCESSES[file] === undefined ? [] : [PROCESSES[file]]),
  ];
}

const filesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name))
    .sort();

/** Who imports or starts each file of a checkout. */
export type Importers = ReadonlyMap<string, readonly string[]>;

export function importersIn(root: string): Importers {
  const importers = new Map<string, string[]>();
  for (const from of ["src", "schema", "scripts", "tests"].flatMap((name) => filesBelow(root, name)))
    for (const to of importsOf(root, from)) importers.set(to, [...(importers.get(to) ?? []), from]);
  return importers;
}

/**
 * Test files (`*.test.ts`) below `tests/<folder>` that import `file`, directly or through others: those that were written
 * beside it (the folder that mirrors its own, and the examples of rules) apart from the others, the fewest steps first.
 * @param file relative to the checkout
 */
export function testsOf(
  importers: Importers,
  file: string,
  folders: readonly string[],
): { beside: string[]; far: string[] } {
  const reached = new Set([file]);
  for (const at of reached) for (const from of importers.get(at) ?? []) reached.add(from);
  const [, stage = ""] = file.split("/");
  const isBeside = (name: string): boolean =>
    folders.some((of) => name.startsWith(join("tests", of, stage, "/"))) ||
    (stage === "extract" && name.startsWith(join("tests", "rules", "/")));
  // A Set keeps the order of the walk, which goes step by step.
  const tests = [...reached].filter(
    (name) =>
      name.endsWith(".test.ts") && folders.some((folder) => name.startsWith(join("tests", folder, "/"))),
  );
  return { beside: tests.filter(isBeside), far: tests.filter((name) => !isBeside(name)) };
}
