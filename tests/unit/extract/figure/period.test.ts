import { describe, expect, it } from "vitest";
import { figures } from "./document.ts";

/** `value period kind`, with the change beside it, of each figure in a report of 15 March 2024. */
const told = (text: string): string[] =>
  figures(text).map(
    ({ quantity, period = "-", observationKind, change, basis }) =>
      `${quantity.value} ${period} ${observationKind}${change === undefined ? "" : ` ${change}`}${basis === undefined ? "" : ` ${basis}`}`,
  );

describe("when a figure holds", () => {
  it.each([
    ["2023年，完成投资30亿元。", ["3000000000 2023 actual"]],
    ["去年完成投资30亿元。", ["3000000000 2023 actual"]],
    ["今年完成投资30亿元。", ["3000000000 2024 actual"]],
    ["今年以来，完成投资30亿元。", ["3000000000 2024-01/2024-03 actual"]],
    ["1至2月，完成投资30亿元。", ["3000000000 2024-01/2024-02 actual"]],
    ["一季度，用电量3亿度。", ["300000000 2024-01/2024-03 actual"]],
    ["2月，用电量3亿度。", ["300000000 2024-02 actual"]],
    ["本月完成投资30亿元。", ["3000000000 2024-03 actual"]],
    ["全年完成投资30亿元。", ["3000000000 2024 actual"]],
    ["3月10日，签约金额30亿元。", ["3000000000 2024-03-10 actual"]],
    ["截至2月底，完成投资30亿元。", ["3000000000 2024-02 actual"]],
    ["2021-2023年，完成投资30亿元。", ["3000000000 2021/2023 actual"]],
    ["2021年至2023年，完成投资30亿元。", ["3000000000 2021/2023 actual"]],
    ["过去五年，完成投资300亿元。", ["30000000000 2019/2023 actual"]],
    ["2023年，完成投资30亿元。新建道路20公里。", ["3000000000 2023 actual", "20 2023 actual"]],
    ["2023年，完成投资30亿元。2022年新建道路20公里。", ["3000000000 2023 actual", "20 2022 actual"]],
  ])("%s", (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  it.each(["截至目前，", "近日，", "当日", "已累计"])("%s means the day of the report", (head) => {
    expect(told(`${head}完成投资30亿元。`)).toEqual(["3000000000 2024-03-15 actual"]);
  });

  it.each([
    ["a beginning", "始建于2010年，年产值30亿元。"],
    ["an end", "2025年竣工，总投资30亿元。"],
    ["a record", "创2006年以来新高，产值30亿元。"],
    ["years that run on", "连续三年产值超30亿元。"],
    ["every year", "每年新增产值30亿元。"],
  ])("%s is no time of it", (_, text) => {
    expect(told(text)).toEqual(["3000000000 - actual"]);
  });
});

describe("what is aimed at", () => {
  it.each([
    ["到2027年，产值突破800亿元。", "2027"],
    ["2027年产值达到800亿元。", "2027"],
    ["力争产值突破800亿元。", "-"],
    ["预计产值突破800亿元。", "-"],
    ["明年产值达到800亿元。", "2025"],
    ["2024年，计划完成产值800亿元。", "2024"],
    ["“十四五”期间，完成产值800亿元。", "2021/2025"],
    ["“十四五”末，产值达到800亿元。", "2025"],
    ["未来三年，完成产值800亿元。", "2024/2026"],
  ])("%s", (text, period) => {
    expect(told(text)).toEqual([`80000000000 ${period} target`]);
  });

  it("beside what is there", () => {
    expect(told("总投资30亿元，建成后年产值50亿元。")).toEqual([
      "3000000000 - actual",
      "5000000000 - target",
    ]);
  });
});

describe("a change", () => {
  it.each([
    ["产值30亿元，同比增长5.2%。", ["3000000000 - actual 0.052 同比"]],
    ["产值由3亿元增加到5亿元，增长66%。", ["500000000 - actual 0.66"]],
    ["产值比上年增长5.2%。", ["0.052 - actual 比上年"]],
    ["产值年均增长5.2%。", ["0.052 - actual 年均"]],
    ["产值两年平均增长5.2%。", ["0.052 - actual 平均"]],
    ["产值下降5.2%。", ["0.052 - actual"]],
    ["产值增加3亿元。", ["300000000 - actual"]],
  ])("%s", (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });
});
