import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/model/cell.ts";
import { AnswerBudget } from "../../../src/store/answer.ts";

const tooBig = expect.objectContaining({ name: "QueryError", code: "QUERY_TOO_BIG" });
const nested = (depth: number): Cell => Array.from({ length: depth }).reduce<Cell>((inner) => [inner], 1);

describe("the budget of an answer", () => {
  it("takes rows as long as they fit, and refuses an answer whose first row does not", () => {
    const budget = new AnswerBudget(30, 9);
    expect(budget.takes(["x".repeat(10)])).toBe(true);
    expect(budget.takes(["x".repeat(16)])).toBe(true);
    expect(budget.bytes).toBe(30);
    expect(budget.takes([1])).toBe(false);
    expect(budget.bytes).toBe(38);
    expect(() => new AnswerBudget(30, 9).takes(["x".repeat(29)])).toThrow(tooBig);
  });

  it("counts about what JSON needs", () => {
    const bytesOf = (cell: Cell): number => {
      const budget = new AnswerBudget(10_000, 9);
      budget.takes([cell]);
      return budget.bytes;
    };
    expect(bytesOf("青禾")).toBe(8);
    expect([null, true, 7].map(bytesOf)).toEqual([8, 8, 8]);
    expect(bytesOf(["ab", "c"])).toBe(2 + 4 + 1 + 3 + 1);
    expect(bytesOf({ ab: "c" })).toBe(2 + 2 + 3 + 4);
  });

  it("goes so deep and no deeper", () => {
    expect(new AnswerBudget(10_000, 3).takes([nested(3)])).toBe(true);
    expect(new AnswerBudget(10_000, 3).takes([{ a: nested(2) }])).toBe(true);
    expect(() => new AnswerBudget(10_000, 3).takes([nested(4)])).toThrow(tooBig);
    expect(() => new AnswerBudget(10_000, 3).takes([{ a: nested(3) }])).toThrow(tooBig);
  });
});
