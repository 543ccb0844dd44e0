import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../src/extract/passage.ts";
import { reportFromText } from "../../../src/report/read.ts";

/** Passage of the sentence that holds the words, as `mood period`. */
function passageAt(text: string, words: string, date?: string): string {
  const report = reportFromText(text, { id: "x", source: "x.txt", ...(date ? { date } : {}) });
  const at = report.sentences.findIndex((s) => s.norm.includes(words));
  expect(at, words).toBeGreaterThanOrEqual(0);
  const { mood = "-", period = "-" } = passagesOf(report)[at] ?? {};
  return `${mood} ${period}`;
}

const WORK_REPORT = `2026年云泽市政府工作报告
——2026年1月12日在云泽市第十届人民代表大会第五次会议上
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议。
一、“十四五”时期和2025年工作回顾
“十四五”时期，是云泽发展极不平凡的五年。建成学校四十五所。
——这五年，经济实力大幅跃升。财政收入翻番。
刚刚过去的2025年，我们迎难而上。一年来，主要做了以下工作。
（一）稳增长。投资稳步增长。
2024年，省领导来我市调研。市场主体活跃。
各位代表！过去五年，成绩来之不易。
在看到成绩的同时，困难不少。
二、“十五五”时期主要目标和2026年重点工作
“十五五”时期，我市要干成几件大事。产业迈上新台阶。
今年是“十五五”开局之年。城市更新全面铺开。
（一）坚持守住底线。
农田建设加快推进。`;

describe("passagesOf", () => {
  it.each([
    ["建成学校", "review 2021/2025"],
    ["财政收入", "review 2021/2025"],
    ["投资稳步", "review 2025"],
    ["市场主体", "review 2025"],
    ["成绩来之不易", "review 2021/2025"],
    ["产业迈上", "plan 2026/2030"],
    ["城市更新", "plan 2026"],
    ["农田建设", "plan 2026"],
  ])("a work report: %s is in %s", (words, wanted) => {
    expect(passageAt(WORK_REPORT, words, "2026-01-13")).toBe(wanted);
    expect(passageAt(WORK_REPORT, words)).toBe(wanted);
  });

  it.each([
    [
      "青禾县2023年国民经济和社会发展统计公报\n青禾县统计局\n2024年3月29日\n年末人口增加。",
      "年末",
      "review 2023",
    ],
    ["云泽市2026年工作要点\n完成投资五十亿元。", "完成投资", "plan 2026"],
    ["一、2025年工作回顾\n新增就业。\n二、2026年工作安排\n稳就业。", "稳就业", "plan 2026"],
    ["一、工作回顾\n新增就业。\n二、下步工作打算\n稳就业。", "新增就业", "review 2025"],
    ["一、工作回顾\n新增就业。\n二、下步工作打算\n稳就业。", "稳就业", "plan 2026"],
  ])("%s", (text, words, wanted) => {
    expect(passageAt(text, words, "2026-01-20")).toBe(wanted);
  });

  it("news has no passages, nor has a headline that only uses the words", () => {
    expect(passageAt("云泽市重点工作全面推进\n今年，全市新开工项目40个。", "新开工", "2026-03-20")).toBe(
      "- -",
    );
    expect(passageAt("记者获悉，过去五年，云泽市新建学校45所。", "新建学校", "2026-03-20")).toBe("- -");
  });
});
