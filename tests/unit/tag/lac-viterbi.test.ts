import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ViterbiDecoder } from "../../../src/tag/lac/viterbi.ts";

type Matrix = readonly (readonly number[])[];

function scoreOf(path: readonly number[], emissions: Matrix, transitions: Matrix): number {
  const cell = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? Number.NaN;
  return path.reduce((sum, tag, position) => {
    const step = position === 0 ? 0 : cell(transitions, path[position - 1] ?? -1, tag);
    return sum + step + cell(emissions, position, tag);
  }, 0);
}

/** The highest score, by trying every path. */
function bestByTrial(emissions: Matrix, transitions: Matrix): number {
  const tags = transitions.length;
  let best = -Infinity;
  for (let code = 0; code < tags ** emissions.length; code++) {
    const path = emissions.map((_, position) => Math.floor(code / tags ** position) % tags);
    best = Math.max(best, scoreOf(path, emissions, transitions));
  }
  return best;
}

const TAGS = 4;
const matrix = (rows: number, spread: number) => {
  const row = fc.array(fc.double({ min: -spread, max: spread, noNaN: true }), {
    minLength: TAGS,
    maxLength: TAGS,
  });
  return fc.array(row, { minLength: rows, maxLength: rows });
};

describe("ViterbiDecoder", () => {
  // A small spread of the transitions lets the shortcut drop most predecessors, a large one none.
  it.each([0.1, 1, 5])("finds the best of all paths; transitions within ±%d", (spread) => {
    const problem = fc
      .integer({ min: 1, max: 5 })
      .chain((length) => fc.tuple(matrix(length, 3), matrix(TAGS, spread)));
    fc.assert(
      fc.property(problem, ([emissions, transitions]) => {
        const rows = Float32Array.from(emissions.flat());
        const path = [...new ViterbiDecoder(transitions).decode(rows, 0, emissions.length)];
        expect(scoreOf(path, emissions, transitions)).toBeCloseTo(bestByTrial(emissions, transitions), 4);
      }),
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

  it("prefers the lower tag of equals, as the original does", () => {
    const decoder = new ViterbiDecoder([
      [0, 0],
      [0, 0],
    ]);
    expect([...decoder.decode(new Float32Array(6), 0, 3)]).toEqual([0, 0, 0]);
  });
});
