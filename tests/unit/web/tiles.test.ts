import { describe, expect, it } from "vitest";
import { provinces } from "../../../src/server/views/divisions.ts";
import { STEPS, shadeOf, stepsOf } from "../../../web/src/charts/steps.ts";
import { neighbourOf, TILE_COLUMNS, TILE_ROWS, TILES } from "../../../web/src/charts/tiles.ts";

const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;

describe("the grid", () => {
  it("has a square for each of the 34 provinces, none on another", () => {
    expect(TILES.map(({ code }) => code).sort()).toEqual(provinces().map(({ code }) => code));
    expect(new Set(TILES.map(({ column, row }) => `${column}:${row}`)).size).toBe(34);
    expect(TILES.every(({ column, row }) => column < TILE_COLUMNS && row < TILE_ROWS)).toBe(true);
  });

  it("keeps north in the north and east in the east", () => {
    const at = (code: string): { column: number; row: number } =>
      TILES.find((tile) => tile.code === code) as (typeof TILES)[number];
    expect(at("230000").row).toBeLessThan(at("210000").row);
    expect(at("210000").row).toBeLessThan(at("370000").row);
    expect(at("650000").column).toBeLessThan(at("620000").column);
    expect(at("350000").column).toBeLessThan(at("710000").column);
    expect(at("460000").row).toBeGreaterThan(at("440000").row);
  });

  it("every square is reached by arrows from every other", () => {
    for (const { code } of TILES) {
      const reached = new Set([code]);
      const queue = [code];
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        for (const key of ARROWS) {
          const to = neighbourOf(next, key);
          if (to !== undefined && !reached.has(to)) {
            reached.add(to);
            queue.push(to);
          }
        }
      }
      expect(reached.size, code).toBe(34);
    }
  });
});

describe("steps", () => {
  it.each([
    [[0, 0], 0],
    [[3], 1],
    [[1, 2, 2, 0], 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 79, 46, 3, 2, 2], 5],
  ])("%j in %d classes", (counts, classes) => {
    const { steps, stepOf } = stepsOf(counts);
    expect(steps.length).toBeLessThanOrEqual(STEPS);
    if (classes < STEPS) expect(steps).toHaveLength(classes);
    expect(stepOf(0)).toBe(-1);
    // Classes follow each other, and every count is in the class whose bounds the legend shows.
    for (const [at, step] of steps.entries()) {
      expect(step.from).toBeLessThanOrEqual(step.to);
      if (at > 0) expect(step.from).toBeGreaterThan(steps[at - 1]?.to as number);
    }
    for (const count of counts.filter((each) => each > 0)) expect(stepOf(count)).toBeGreaterThanOrEqual(0);
    if (steps.length > 0) expect(shadeOf(steps.length - 1, steps.length)).toBe(STEPS - 1);
  });
});
