import { describe, expect, it } from "vitest";
import {
  beginOf,
  follows,
  insideOf,
  isInside,
  LABELS,
  OUTSIDE,
  TYPES,
} from "../../../../src/tag/names/labels.ts";
import { bestPath, lattice } from "../../../../src/tag/names/lattice.ts";
import { exp } from "../../../../src/tag/names/numbers.ts";

/** Scores that differ at every cell, the same in every run. */
function example(size: number): { scores: Float64Array; transitions: Float64Array } {
  const wave = (k: number): number => Math.sin(k * 12.9898) * 1.5;
  return {
    scores: Float64Array.from({ length: size * LABELS }, (_, k) => wave(k + 1)),
    transitions: Float64Array.from({ length: LABELS * LABELS }, (_, k) => wave(k + 7001) / 2),
  };
}

/** All labellings with their weights, by enumeration. */
function* all(size: number, scores: Float64Array, transitions: Float64Array): Generator<[number[], number]> {
  const walk = function* (path: number[], score: number): Generator<[number[], number]> {
    if (path.length === size) return yield [path, Math.exp(score)];
    const i = path.length;
    for (let y = 0; y < LABELS; y++) {
      const before = path.at(-1);
      if (before === undefined ? isInside(y) : !follows(before, y)) continue;
      const step = before === undefined ? 0 : (transitions[before * LABELS + y] as number);
      yield* walk([...path, y], score + (scores[i * LABELS + y] as number) + step);
    }
  };
  yield* walk([], 0);
}

describe("lattice", () => {
  const size = 4;
  const { scores, transitions } = example(size);
  const steps = Float64Array.from(transitions, Math.exp);
  const paths = [...all(size, scores, transitions)];
  const total = paths.reduce((sum, [, w]) => sum + w, 0);
  const read = lattice(scores, steps, size);

  it("sums over all labellings", () => {
    expect(read.logSum).toBeCloseTo(Math.log(total), 9);
  });

  it("gives each character's labels their share", () => {
    for (let i = 0; i < size; i++)
      for (let y = 0; y < LABELS; y++) {
        const share = paths.reduce((sum, [p, w]) => (p[i] === y ? sum + w : sum), 0) / total;
        expect(read.marginals[i * LABELS + y]).toBeCloseTo(share, 9);
      }
  });

  it("lists every span that is probable enough, and no other", () => {
    for (const least of [0.001, 0.02, 0.1]) {
      const listed = new Map(
        read.spans(least).map((s) => [`${s.type} ${s.start} ${s.end}`, s.probability] as const),
      );
      let expected = 0;
      for (let type = 0; type < TYPES.length; type++)
        for (let start = 0; start < size; start++)
          for (let end = start + 1; end <= size; end++) {
            const p = read.span(type, start, end);
            const found = listed.get(`${type} ${start} ${end}`);
            if (p < least) expect(found).toBeUndefined();
            else {
              expected++;
              expect(found).toBeCloseTo(p, 12);
            }
          }
      expect(listed.size).toBe(expected);
    }
    expect(read.spans(0.001).length).toBeGreaterThan(read.spans(0.02).length);
  });

  it("gives a span the share of labellings in which it is exactly one name", () => {
    for (const [type, start, end] of [
      [0, 0, 1],
      [1, 1, 3],
      [4, 2, 4],
      [9, 0, 4],
    ] as const) {
      const holds = (p: number[]): boolean =>
        p[start] === beginOf(type) &&
        p.slice(start + 1, end).every((y) => y === insideOf(type)) &&
        p[end] !== insideOf(type);
      const share = paths.reduce((sum, [p, w]) => (holds(p) ? sum + w : sum), 0) / total;
      expect(read.span(type, start, end)).toBeCloseTo(share, 9);
    }
  });

  it("finds the labelling of highest score", () => {
    const [best] = paths.reduce((a, b) => (b[1] > a[1] ? b : a));
    expect([...bestPath(scores, transitions, size)]).toEqual(best);
  });

  it.each([0.05, 1, 4, 40])("finds it where scores are %d times as far apart as steps", (times) => {
    const apart = scores.map((x) => x * times);
    const [best] = [...all(size, apart, transitions)].reduce((a, b) => (b[1] > a[1] ? b : a));
    expect([...bestPath(apart, transitions, size)]).toEqual(best);
  });

  it("counts only allowed labellings when told which", () => {
    const allowed = new Uint8Array(size * LABELS);
    for (let i = 0; i < size; i++) allowed[i * LABELS + OUTSIDE] = 1;
    const only = paths.find(([p]) => p.every((y) => y === OUTSIDE))?.[1] as number;
    expect(lattice(scores, steps, size, allowed).logSum).toBeCloseTo(Math.log(only), 9);
  });
});

describe("exp", () => {
  it("is the exponential to twelve digits", () => {
    for (const x of [-30, -2.5, -0.3, 0, 1e-9, 0.7, 3, 20]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 12);
  });
  it("is 0 far below", () => {
    expect(exp(-1e6)).toBe(0);
  });
});
