import { describe, expect, it } from "vitest";
import { reportFromText } from "../../../src/index.ts";
import { parseHeaderLine } from "../../../src/report/header-line.ts";

describe("the line below a title", () => {
  it.each([
    ["2024-05-08 澄湖日报", { date: "2024-05-08", outlet: "澄湖日报" }],
    ["澄湖日报 2024-05-08", { date: "2024-05-08", outlet: "澄湖日报" }],
    ["来源：澄湖日报  发布时间：2024-05-08 10:20  浏览次数：120", { date: "2024-05-08", outlet: "澄湖日报" }],
    ["2024年05月08日 09:30 来源：澄湖新闻网 作者：王小明", { date: "2024年05月08日", outlet: "澄湖新闻网" }],
    ["发布日期： 2024/5/8 星期三 | 来源： 澄湖县人民政府 | 字号：[大 中 小]", undefined],
    ["来源：澄湖县人民政府", { outlet: "澄湖县人民政府" }],
    ["（2024年5月8日）", { date: "2024年5月8日" }],
  ])("%s", (line, gives) => {
    if (gives) expect(parseHeaderLine(line)).toEqual(gives);
    else expect(parseHeaderLine(line)?.date).toBe("2024/5/8");
  });

  it.each([
    "澄湖县新材料产业园开工建设",
    "2024年5月8日，项目开工。",
    "2024年5月8日 云泽公司投资12亿元",
    "来源于当地的原料",
    "2024-05-08 云泽公司开工",
  ])("is none: %s", (line) => {
    expect(parseHeaderLine(line)).toBeUndefined();
  });

  it("is neither heading nor body of the report, and dates it", () => {
    const report = reportFromText(
      "澄湖县新材料产业园开工建设\n2024-05-08\n来源：澄湖县人民政府\n\n云泽公司投资12亿元。项目占地300亩。",
      { id: "x", source: "x.txt" },
    );
    expect(report.date).toBe("2024-05-08");
    expect(report.outlet).toBe("澄湖县人民政府");
    expect(report.sections).toEqual([]);
    expect(report.sentences.map((s) => s.kind)).toEqual([
      "title",
      "running-head",
      "running-head",
      "body",
      "body",
    ]);
  });

  it("reads a reporters' line behind a mark", () => {
    const report = reportFromText("澄湖县产业园开工\n□ 本报记者 王小明 李丹\n\n云泽公司投资12亿元。", {
      id: "x",
      source: "x.txt",
    });
    expect(report.articles[0]?.byline).toEqual(["王小明", "李丹"]);
  });
});
