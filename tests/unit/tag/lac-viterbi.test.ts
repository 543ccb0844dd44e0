import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ViterbiDecoder } from "../../../src/tag/lac/viterbi.ts";

/** The highest-scoring path by trying every one. */
function bestByTrial(emissions: number[][], transitions: number[][]): number[] {
  const tags = transitions.length;
  let best: { score: number; path: number[] } = { score: -Infinity, path: [] };
  for (let code = 0; code < tags ** emissions.length; code++) {
    const path = emissions.map((_, position) => Math.floor(code / tags ** position) % tags);
    const score = path.reduce(
      (sum, tag, position) =>
        sum +
        (emissions[position]?.[tag] ?? 0) +
        (position > 0 ? (transitions[path[position - 1] ?? 0]?.[tag] ?? 0) : 0),
      0,
    );
    if (score > best.score) best = { score, path };
  }
  return best.path;
}

describe("ViterbiDecoder", () => {
  it("finds the best of all paths, also where the shortcut drops most predecessors", () => {
    const tags = 4;
    const matrix = (rows: number, spread: number) =>
      fc.array(
        fc.array(fc.double({ min: -spread, max: spread, noNaN: true }), { minLength: tags, maxLength: tags }),
        {
          minLength: rows,
          maxLength: rows,
        },
      );
    const cases = fc.tuple(fc.constantFrom(0.1, 1, 5), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(
        cases.chain(([spread, length]) => fc.tuple(matrix(length, 3), matrix(tags, spread))),
        ([emissions, transitions]) => {
          const scoreOf = (path: readonly number[]) =>
            path.reduce(
              (sum, tag, at) =>
                sum +
                (emissions[at]?.[tag] ?? 0) +
                (at > 0 ? (transitions[path[at - 1] ?? 0]?.[tag] ?? 0) : 0),
              0,
            );
          const path = new ViterbiDecoder(transitions).decode(
            Float32Array.from(emissions.flat()),
            0,
            emissions.length,
          );
          // Ties aside, equal scores mean equal paths; float32 sums leave a small difference.
          expect(scoreOf([...path])).toBeCloseTo(scoreOf(bestByTrial(emissions, transitions)), 4);
        },
      ),
    );
  });

  it("reads its rows from where it is told", () => {
    const decoder = new ViterbiDecoder([
      [0, 0],
      [0, 0],
    ]);
    const emissions = Float32Array.from([9, 0, 0, 9, 9, 0, 0, 9]);
    expect([...decoder.decode(emissions, 2, 3)]).toEqual([1, 0, 1]);
  });
});
