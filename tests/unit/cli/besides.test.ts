import { describe, expect, it } from "vitest";
import { shown } from "../../../src/cli/cells.ts";
import { besides } from "../../../src/model/besides.ts";

const entry = {
  report: "r1",
  start: 40,
  end: 52,
  text: "该公司投资5亿元建厂。",
  rule: "learned/invests",
  context: [{ start: 0, end: 12, text: "云岭集团落户临川。" }],
};

describe("what stands beside a sentence", () => {
  it("is the sentence that names what it leaves out, before or behind it", () => {
    expect(besides(entry)).toEqual(["前文：云岭集团落户临川。"]);
    expect(
      besides({ ...entry, start: 0, context: [{ start: 40, end: 52, text: "云岭集团投资。" }] }),
    ).toEqual(["后文：云岭集团投资。"]);
  });

  it("is the header of a table's row", () => {
    const { context: _, ...row } = entry;
    expect(besides({ ...row, header: "项目 · 投资主体" })).toEqual(["表头：项目 · 投资主体"]);
    expect(besides(row)).toEqual([]);
  });

  it("is printed with evidence in the rows of a query", () => {
    expect(shown(JSON.stringify(entry))).toBe("该公司投资5亿元建厂。（前文：云岭集团落户临川。） [r1]");
  });
});
