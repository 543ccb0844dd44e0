import { expect, it } from "vitest";
import { tokenBefore, wordsOf } from "../../../src/extract/company/words.ts";
import { sentenceOf } from "./sentence.ts";

const tokens = [0, 2, 5].map((start) => ({ text: "云岭", start, end: start + 2, tag: "n" }));

it.each([
  [0, -1],
  [1, 0],
  [2, 0],
  [3, 1],
  [5, 1],
  [6, 2],
  [99, 2],
])("before character %d begins word %d", (position, index) => {
  expect(tokenBefore(tokens, position)).toBe(index);
});

it("takes the tagger's words, and cuts roughly where it has none", () => {
  expect(wordsOf(sentenceOf("云岭", [], { tokens }))).toBe(tokens);
  const rough = sentenceOf("云岭的建设，A1");
  expect(wordsOf(rough)).toEqual([
    { text: "云", start: 0, end: 1, tag: "n" },
    { text: "岭", start: 1, end: 2, tag: "n" },
    { text: "的", start: 2, end: 3, tag: "u" },
    { text: "建设", start: 3, end: 5, tag: "v" },
    { text: "，", start: 5, end: 6, tag: "w" },
    { text: "A1", start: 6, end: 8, tag: "n" },
  ]);
  expect(wordsOf(rough)).toBe(wordsOf(rough));
});
