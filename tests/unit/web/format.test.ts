/** Numbers as a reader of either language expects them. */
import { describe, expect, it } from "vitest";
import { lexiconTable } from "../../../src/lexicon.ts";
import { unitNames } from "../../../src/server/units.ts";
import { amount, axisOf, period, type Speech } from "../../../web/src/lib/amounts.ts";

const [zh, en] = (["zh", "en"] as const).map((lang) => ({ lang, units: unitNames })) as [Speech, Speech];

describe("amounts", () => {
  it.each([
    [12_300_000_000, "CNY", "123 亿元", "12.3 billion yuan"],
    [38_612_300_000, "CNY", "386.12 亿元", "38.61 billion yuan"],
    [1_204, "户", "1,204 户", "1,204 households"],
    [1, "户", "1 户", "1 household"],
    [1_204, "家", "1,204 家", "1,204 (家)"],
    [2_300_000, "人", "230 万人", "2.3 million people"],
    [2_345_678, "人", "2,345,678 人", "2,345,678 people"],
    [4.81, "CNY/股", "4.81 元/股", "4.81 yuan per share"],
    [16_000, "立方米/天", "1.6 万立方米/天", "16,000 m³ per day"],
    [120_000, "平方米", "12 万平方米", "120,000 m²"],
    [3, "USD", "3 美元", "3 US dollars"],
    [0.125, "ratio", "12.5%", "12.5%"],
    [1.5, "pp", "1.5 个百分点", "1.5 pp"],
    [7, "count", "7", "7"],
    [7, "MW", "7 MW", "7 MW"],
  ])("%d %s", (value, unit, chinese, english) => {
    expect(amount(zh, value, unit)).toBe(chinese);
    expect(amount(en, value, unit)).toBe(english);
  });

  it("share one unit on an axis", () => {
    const { name, tick } = axisOf(en, 14_100_000_000, "CNY");
    expect([name, tick(5_000_000_000)]).toEqual(["billion yuan", "5"]);
    expect(axisOf(en, 0.2, "ratio").tick(0.15)).toBe("15");
    expect(axisOf(zh, 14_100_000_000, "CNY").name).toBe("亿元");
    expect(axisOf(zh, 900, "个月").name).toBe("个月");
  });
});

describe("times", () => {
  it.each([
    ["2023", "2023年", "2023"],
    ["2023-01/2023-06", "2023年1月至6月", "January to June 2023"],
    ["2022-11/2023-02", "2022年11月至2023年2月", "November 2022 to February 2023"],
    ["2021/2023", "2021年至2023年", "2021 to 2023"],
    ["../2025", "到2025年", "by 2025"],
    ["2025/..", "2025年起", "from 2025"],
    ["2023-06-30", "2023-06-30", "2023-06-30"],
    ["2023-07-24/2023-07-25", "2023-07-24 – 2023-07-25", "2023-07-24 – 2023-07-25"],
  ])("%s", (text, chinese, english) => {
    expect(period(zh, text)).toBe(chinese);
    expect(period(en, text)).toBe(english);
  });
});

it("knows an English word for every currency and unit that is read", () => {
  const namelessIn = (list: string, form: RegExp): string[] =>
    lexiconTable(list).flatMap(([, unit = ""]) => (form.test(unit) && !unitNames[unit] ? [unit] : []));
  expect(namelessIn("currencies", /./)).toEqual([]);
  // They stand as printed, in brackets: what they mean hangs on the sentence.
  expect([...new Set(namelessIn("units", /\p{Script=Han}/u))]).toEqual([
    "里",
    "年一遇",
    "吨级",
    "千瓦级",
    "度",
  ]);
});
