import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOf, bucketsOf, offsetsOf, SIGNED, UNSIGNED } from "../../../src/tag/buckets.ts";

const hashes = fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 600 });

test.each([
  { order: SIGNED, compare: (a: number, b: number) => a - b },
  { order: UNSIGNED, compare: (a: number, b: number) => (a >>> 0) - (b >>> 0) },
])("every hash lies in its own bucket, and buckets hold all ($order)", ({ order, compare }) => {
  fc.assert(
    fc.property(hashes, (values) => {
      const sorted = values.toSorted(compare);
      // Every second number is a hash, as in the files of weights.
      const { starts, shift } = bucketsOf(Int32Array.from(sorted.flatMap((h) => [h, 7])), 2, order);
      for (const [row, hash] of sorted.entries()) {
        const bucket = bucketOf(hash, shift, order);
        expect(starts[bucket]).toBeLessThanOrEqual(row);
        expect(starts[bucket + 1]).toBeGreaterThan(row);
      }
      expect([starts[0], starts.at(-1)]).toEqual([0, sorted.length]);
    }),
  );
});

test("offsets are the sums of the lengths before", () => {
  expect([...offsetsOf(Uint8Array.of(2, 0, 255, 1))]).toEqual([0, 2, 2, 257, 258]);
});
