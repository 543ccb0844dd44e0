import fc from "fast-check";
import { expect, test } from "vitest";
import { allMatches } from "../../src/matches.ts";

const PATTERNS = [
  /云岭(?<what>集团|公司)?/gu,
  /(?:)/gu,
  /(?:)/g,
  /(?=青)/gu,
  /青*/gu,
  /\p{Script=Han}{1,2}/gu,
  /(?<=^|，)[^，]*/dgu,
];
const text = fc.string({
  unit: fc.constantFrom("云", "岭", "集", "团", "公", "司", "青", "，", "𠮷", "\ud842"),
  maxLength: 30,
});

test.each(PATTERNS)("finds what matchAll finds: %s", (pattern) => {
  fc.assert(
    fc.property(text, (t) => {
      const found = allMatches(t, pattern);
      const expected = [...t.matchAll(pattern)];
      expect(found.map((m) => [m.index, ...m])).toEqual(expected.map((m) => [m.index, ...m]));
      expect(found.map((m) => ({ ...m.groups }))).toEqual(expected.map((m) => ({ ...m.groups })));
      expect(found.map((m) => m.indices?.[0])).toEqual(expected.map((m) => m.indices?.[0]));
    }),
  );
});

test("begins at the beginning, wherever the pattern was left", () => {
  const pattern = /青/gu;
  pattern.lastIndex = 3;
  expect(allMatches("青禾青", pattern).map((m) => m.index)).toEqual([0, 2]);
  expect(pattern.lastIndex).toBe(0);
});
