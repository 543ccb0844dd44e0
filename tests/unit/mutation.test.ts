import { describe, expect, it } from "vitest";
import { type DrawnMutant, draw } from "../../scripts/mutation/draw.ts";
import { secondsOf } from "../../scripts/mutation/hangs.ts";
import { importersIn, testsOf } from "../../scripts/mutation/reach.ts";
import { mutantsOf, mutated } from "../../scripts/mutation/sites.ts";
import { AWAKE, apart, canSleep, withSleeping } from "../../scripts/mutation/switched.ts";
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

it("knows what counts at load, and what a property is called is no value", () => {
  const [top, inside, ...rest] = mutantsOf("const a = 1; const f = () => 2; const o = { 3: f };", "f.ts");
  expect([top?.atLoad, inside?.atLoad, rest]).toEqual([true, false, []]);
});

describe("mutants that sleep", () => {
  // Plain JavaScript, so that it runs as it stands.
  const code = `const f = (a, list, note) => {
  if (a > 2) note(a);
  else note(-a);
  const kept = list.filter((n) => n < a);
  return kept.length > 1 && !list.includes(a) ? kept.length + 1 : 0;
};`;
  const mutants = mutantsOf(code, "f.ts").map(
    (mutant): DrawnMutant => ({ ...mutant, file: "f.ts", line: 1, was: "" }),
  );
  const told = (text: string, awake: number): string => {
    const f = new Function(`${text} return f;`)() as (
      a: number,
      list: number[],
      note: (n: number) => void,
    ) => number;
    Reflect.set(globalThis, AWAKE, awake);
    try {
      return [1, 2, 3, 4]
        .map((a) => {
          const notes: number[] = [];
          return `${f(a, [1, 2, 3, 5], (n) => notes.push(n))} ${notes.join()}`;
        })
        .join("; ");
    } finally {
      Reflect.deleteProperty(globalThis, AWAKE);
    }
  };

  it("do what they do alone when their number is called, and nothing before", () => {
    let left = mutants;
    while (left.length > 0) {
      const round = apart(left);
      const together = round.together.map((mutant, i) => ({ mutant, number: i + 1 }));
      const text = withSleeping(code, together);
      expect(told(text, 0)).toBe(told(code, 0));
      for (const { mutant, number } of together)
        expect(told(text, number), mutant.kind).toBe(told(mutated(code, mutant), 0));
      left = round.left;
    }
  });

  it("are none that count at load or would break a chain that may end early", () => {
    const sleeps = (text: string): boolean[] =>
      mutantsOf(text, "f.ts").map((mutant) => canSleep(text, { ...mutant, file: "f.ts", line: 1, was: "" }));
    expect(sleeps("const limit = 3;")).toEqual([false]);
    expect(sleeps("const f = (a) => a?.list.filter(g).length;")).toEqual([false]);
    expect(sleeps("const f = (a) => a.list.filter(g).length;")).toEqual([true]);
  });
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

it("knows the tests that reach a file: those beside it, and the others by their steps", () => {
  const importers = importersIn(packageRoot);
  const { beside, far } = testsOf(importers, "src/report/ids.ts", ["unit", "conformance"]);
  expect(beside).toContain("tests/unit/report/files.test.ts");
  expect(beside.every((name) => name.startsWith("tests/unit/report/"))).toBe(true);
  expect(far).toContain("tests/unit/extract/facts.test.ts");
  expect([...beside, ...far].some((name) => name.startsWith("tests/neo4j"))).toBe(false);
  expect(testsOf(importers, "src/limits.ts", ["unit"]).far[0]).toBe("tests/unit/limits.test.ts");
  expect(testsOf(importers, "src/store/embedded/reader.ts", ["conformance"]).far).toEqual([
    "tests/conformance/embedded.test.ts",
  ]);
  // Only its types are imported anywhere.
  expect(testsOf(importers, "src/server/api-types.ts", ["unit"])).toEqual({ beside: [], far: [] });
});
