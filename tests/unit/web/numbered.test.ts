import { expect, it } from "vitest";
import type { EvidenceItem } from "../../../src/server/api-types.ts";
import { Sources } from "../../../web/src/dossier/numbered.ts";

const sentence = (start: number, context: [number, string][] = []): EvidenceItem => ({
  report: "r",
  start,
  end: start + 10,
  text: `句${start}`,
  rule: "test",
  title: "云岭见闻",
  ...(context.length === 0
    ? {}
    : { context: context.map(([at, text]) => ({ start: at, end: at + text.length, text })) }),
});

it("numbers sentences as they are needed, each once", () => {
  const sources = new Sources();
  expect([sentence(10), sentence(30), sentence(10)].map((one) => sources.of([one]))).toEqual([1, 2, 1]);
  expect(sources.of([])).toBeUndefined();
  expect(sources.items.map(({ start }) => start)).toEqual([10, 30]);
});

it("tells all that any fact needs of what stands around a sentence, once, in the order of the text", () => {
  const sources = new Sources();
  sources.of([sentence(50)]);
  sources.of([sentence(50, [[20, "云岭集团"]])]);
  sources.of([
    sentence(50, [
      [5, "青禾光伏电站"],
      [20, "云岭集团"],
    ]),
  ]);
  expect(sources.items[0]?.context?.map(({ text }) => text)).toEqual(["青禾光伏电站", "云岭集团"]);
});
