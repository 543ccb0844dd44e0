import { expect, it } from "vitest";
import { draw } from "../../scripts/mutation/draw.ts";
import { secondsOf } from "../../scripts/mutation/hangs.ts";
import { importersIn, testsOf } from "../../scripts/mutation/reach.ts";
import { mutantsOf, mutated } from "../../scripts/mutation/sites.ts";
import { packageRoot } from "../../src/paths.ts";

const source = `import { a } from "./a.ts";
export const f = (x: 1 | 2, list: number[]): boolean => {
  if (x === 1 && !list.length) note(x);
  return list.filter((n) => n < 3).length > 0 ? true : false;
};
`;

it("finds each place once, and changes nothing but it", () => {
  const mutants = mutantsOf(source, "f.ts");
  expect(
    mutants.map(({ kind, start, end, replacement }) => [kind, source.slice(start, end), replacement]),
  ).toEqual([
    ["condition", "x === 1 && !list.length", "!(x === 1 && !list.length)"],
    ["comparison", "===", "!=="],
    ["number", "1", "(1 + 1)"],
    ["and, or", "&&", "||"],
    ["negation", "!list.length", "(list.length)"],
    ["step left out", "note(x);", ";"],
    ["no filter", "list.filter((n) => n < 3)", "list"],
    ["condition", "list.filter((n) => n < 3).length > 0", "!(list.filter((n) => n < 3).length > 0)"],
    ["comparison", "<", "<="],
    ["number", "3", "(3 + 1)"],
    ["comparison", ">", ">="],
    ["number", "0", "(0 + 1)"],
    ["flag", "true", "false"],
    ["flag", "false", "true"],
  ]);
  for (const mutant of mutants) {
    const changed = mutated(source, mutant);
    expect(changed.slice(0, mutant.start)).toBe(source.slice(0, mutant.start));
    expect(changed.endsWith(source.slice(mutant.end))).toBe(true);
    expect(() => mutantsOf(changed, "f.ts")).not.toThrow();
  }
});

it("leaves types and imports alone", () => {
  expect(mutantsOf(`import x from "y"; export type T = { a: 1; b: true };`, "t.ts")).toEqual([]);
});

it("leaves out what nobody can see, and the same change twice", () => {
  const changes = (code: string): string[] => mutantsOf(code, "f.ts").map(({ kind }) => kind);
  expect(changes("timer.unref(); clearTimeout(timer);")).toEqual([]);
  expect(changes("const size = 64_000;")).toEqual([]);
  expect(changes("f(list.slice());")).toEqual(["step left out"]);
  expect(changes("const x = a === b ? c : d;")).toEqual(["comparison"]);
  expect(changes("const x = !a ? c : d;")).toEqual(["negation"]);
});

it("draws evenly, and of two counts the smaller one's first", () => {
  const folders = ["check", "graph"];
  const few = draw(packageRoot, folders, 2, 5);
  expect(few.map(({ file }) => file.split("/")[1])).toEqual(["check", "graph", "check", "graph"]);
  expect(draw(packageRoot, folders, 4, 5).slice(0, 4)).toEqual(few);
  expect(draw(packageRoot, folders, 2, 6)).not.toEqual(few);
});

it("reads processor time as ps prints it", () => {
  expect(["00:00:07", "01:02:03", "2-00:00:01", "1:30.50"].map(secondsOf)).toEqual([7, 3723, 172_801, 90.5]);
});

it("knows the tests that reach a file, those that import it first", () => {
  const importers = importersIn(packageRoot);
  const tests = testsOf(importers, "src/limits.ts", ["unit", "conformance"]);
  expect(tests[0]).toBe("tests/unit/limits.test.ts");
  expect(tests).toContain("tests/unit/report/limits.test.ts");
  expect(tests).toContain("tests/conformance/embedded.test.ts");
  expect(tests.some((name) => name.startsWith("tests/neo4j"))).toBe(false);
  // Only its types are imported anywhere.
  expect(testsOf(importers, "src/server/api-types.ts", ["unit"])).toEqual([]);
});
