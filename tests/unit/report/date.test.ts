import { describe, expect, test } from "vitest";
import { findDate, parseDateOption } from "../../../src/report/date.ts";

describe("findDate", () => {
  const cases: readonly {
    name: string;
    text: string;
    source?: string;
    option?: string;
    found: [string, string] | undefined;
  }[] = [
    {
      name: "option over all",
      text: "2023-08-04 23:37\n正文",
      option: "2024年5月6日",
      found: ["2024-05-06", "option"],
    },
    {
      name: "front matter",
      text: '---\ntitle: 甲\ndate: "2024-03-05"\n---\n正文',
      found: ["2024-03-05", "front-matter"],
    },
    {
      name: "a line of its own",
      text: "标题\n2023-08-04 23:37\n正文",
      found: ["2023-08-04", "front-matter"],
    },
    { name: "brackets", text: "[2023/08/08  16:50]，正文：甲", found: ["2023-08-08", "front-matter"] },
    {
      name: "source and date",
      text: "来源：江河网 | 2023年08月05日 15:03:15，正文：甲",
      found: ["2023-08-05", "front-matter"],
    },
    {
      name: "dateline and a year",
      text: "江河网江城8月10日电 2023年上半年增长。到2025年翻番。",
      found: ["2023-08-10", "text"],
    },
    {
      name: "reporter's day",
      text: "本报讯 12月21日，记者从会上获悉，2022年1至11月增长。",
      found: ["2022-12-21", "text"],
    },
    {
      name: "a dateline with its own year",
      text: "江河网2023年7月26日讯 区里召开2024年度预算会议。",
      found: ["2023-07-26", "text"],
    },
    {
      name: "the day of the news with its year",
      text: "江河网江城8月10日电 2023年8月9日，会议召开。",
      found: ["2023-08-10", "text"],
    },
    {
      name: "an edition in the head",
      text: "江河网江城8月10日电 2023云岭储能博览会开幕。公司成立于2016年。",
      found: ["2023-08-10", "text"],
    },
    {
      name: "figures as of a month just past",
      text: "江河网江城8月10日电 截至2023年7月底，入库20亿元。",
      found: ["2023-08-10", "text"],
    },
    {
      name: "a planned year is none",
      text: "江河网江城8月11日电 项目总投资20亿元，2026年上半年试投产。",
      found: undefined,
    },
    {
      name: "a founding year is none",
      text: "江河网江城8月11日电 公司成立于2016年，去年增长。",
      found: undefined,
    },
    {
      name: "last year's figures are none",
      text: "江河网江城8月11日电 2022年增长5%，今年上半年增长6%。",
      found: undefined,
    },
    {
      name: "nor those that are compared with",
      text: "江河网江城8月11日电 成交占7%，较2022年上半年下降。",
      found: undefined,
    },
    {
      name: "an older report that is quoted",
      text: "8月4日，一则视频引发关注。据江河网2023年4月21日消息，有规定。",
      found: undefined,
    },
    {
      name: "someone was born",
      text: "江河网江城7月28日讯 1933年7月27日出生的老人回忆。",
      found: undefined,
    },
    { name: "dateline without a year", text: "江河网江城8月10日电 上半年增长。", found: undefined },
    {
      name: "year of the file's name",
      text: "1月15日，记者走进江城。2024年增长。",
      source: "a/江城-2025-01.txt",
      found: ["2025-01-15", "text"],
    },
    {
      name: "looking back in January",
      text: "1月15日，记者走进江城。2024年增长，今年继续。",
      found: ["2025-01-15", "text"],
    },
    {
      name: "plan year",
      text: "今年是“十四五”规划收官之年。1月15日，记者走进江城。2024年增长。",
      found: ["2025-01-15", "text"],
    },
    {
      name: "month of the file's name is its last day",
      text: "增长。",
      source: "江城-2024-02.txt",
      found: ["2024-02-29", "file-name"],
    },
    {
      name: "day of the file's name",
      text: "增长。",
      source: "20240305-江城.txt",
      found: ["2024-03-05", "file-name"],
    },
    { name: "no number is a date", text: "增长1234567890。", source: "report-12345.txt", found: undefined },
    { name: "no day of the calendar", text: "2023-02-30 10:00\n甲", found: undefined },
  ];
  for (const { name, text, source, option, found } of cases) {
    test(name, () => {
      const date = findDate(text, source ?? "t.txt", option);
      expect(date === undefined ? undefined : [date.date, date.dateSource]).toEqual(found);
    });
  }

  test("an option that is no date is wrong usage", () => {
    for (const value of ["gestern", "2023-13-01", "12-01", ""]) {
      expect(() => parseDateOption(value)).toThrowError(expect.objectContaining({ code: "DATE_INVALID" }));
    }
  });
});
