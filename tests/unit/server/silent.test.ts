import fc from "fast-check";
import { expect, it } from "vitest";
import { silentAmong } from "../../../src/server/answers/silent.ts";

const places = fc
  .array(fc.tuple(fc.nat(60), fc.nat(12)), { maxLength: 20 })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })));

it("a sentence is silent that nothing told overlaps", () => {
  fc.assert(
    fc.property(places, places, (sentences, told) => {
      const plain = sentences.filter(
        (sentence) => !told.some(({ start, end }) => start < sentence.end && sentence.start < end),
      );
      expect(silentAmong(sentences, told)).toEqual(plain);
    }),
    { numRuns: 2_000 },
  );
});

it("a report of very many sentences is gone through once", () => {
  const most = 300_000;
  const sentences = Array.from({ length: most }, (_, i) => ({ start: i * 10, end: i * 10 + 9 }));
  const told = sentences.filter((_, i) => i % 2 === 0).map(({ start }) => ({ start, end: start + 3 }));
  expect(silentAmong(sentences, told)).toHaveLength(most / 2);
});
