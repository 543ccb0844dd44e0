import { expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { readReport } from "../../../src/report/read.ts";
import { drawTable, type PdfText, pdfInNamedFont } from "./fixtures.ts";

const read = (...pages: ((draw: PdfText) => string)[]): Promise<Report> =>
  readReport(pdfInNamedFont(pages), { source: "a.pdf" });
const body = (report: Report): string[] =>
  report.sentences.flatMap((s) => (s.kind === "body" || s.kind === "heading" ? [s.text] : []));
const lines = (draw: PdfText, texts: readonly string[], x = 60, top = 700): string =>
  texts.map((text, i) => draw.show(text, x, top - i * 18)).join("");

test.each(["UniGB-UCS2-H", "GBK-EUC-H"] as const)("a font that is not embedded: %s", async (encoding) => {
  const bytes = pdfInNamedFont(
    [({ show }) => show("云岭集团在云泽市投资30亿元建设新基地。", 60, 700)],
    encoding,
  );
  const report = await readReport(bytes, { source: "a.pdf" });
  expect(body(report)).toEqual(["云岭集团在云泽市投资30亿元建设新基地。"]);
});

const STATISTICS = [
  ["指标", "单位", "绝对数", "比上年增长（%）"],
  ["地区生产总值", "亿元", "412.5", "5.2"],
  ["粗钢产量", "万吨", "86.2", "-1.4"],
  ["年末常住人口", "万人", "98.6", "0.1"],
];
const EDGES = [60, 200, 280, 380, 500];

test.each([true, false])("a table of statistics, ruled: %s", async (ruled) => {
  const report = await read((draw) =>
    [
      draw.show("表1 2024年主要经济指标", 200, 700),
      drawTable(draw, STATISTICS, EDGES, 680, ruled),
      draw.show("全市经济运行总体平稳，主要指标好于预期。", 60, 560),
    ].join(""),
  );
  expect(report.tables).toHaveLength(1);
  const [table] = report.tables ?? [];
  expect(table?.columns).toEqual(STATISTICS[0]);
  expect(table?.caption).toBe("表1 2024年主要经济指标");
  expect(table?.rows.map((row) => row.cells.map((c) => report.text.slice(c.start, c.end)))).toEqual(
    STATISTICS,
  );
  expect(body(report)).toContain("全市经济运行总体平稳，主要指标好于预期。");
});

test("cells of several lines, merged cells, a table that goes on over the page", async () => {
  const frame = ({ line }: PdfText, top: number): string =>
    [60, 200, 400].map((x) => line(x, top, x, top - 80)).join("") +
    [0, 40, 80].map((d) => line(60, top - d, 400, top - d)).join("");
  const report = await read(
    (draw) =>
      frame(draw, 200) +
      draw.show("项目名称", 64, 185, 10) +
      draw.show("建设内容", 204, 185, 10) +
      draw.show("云岭新基地", 64, 145, 10) +
      draw.show("新建厂房三座，", 204, 145, 10) +
      draw.show("年产零件五万套", 204, 130, 10),
    (draw) =>
      frame(draw, 780) +
      draw.show("项目名称", 64, 765, 10) +
      draw.show("建设内容", 204, 765, 10) +
      draw.show("青禾电站", 64, 725, 10) +
      draw.show("装机二十万千瓦", 204, 725, 10),
  );
  expect(report.tables).toHaveLength(1);
  const rows = report.tables?.[0]?.rows.map((row) => [row.kind, report.sentences[row.sentence]?.text]);
  expect(rows).toEqual([
    ["header", "项目名称 | 建设内容"],
    ["body", "云岭新基地 | 新建厂房三座，年产零件五万套"],
    ["header", "项目名称 | 建设内容"],
    ["body", "青禾电站 | 装机二十万千瓦"],
  ]);
});

test("two columns are read one after the other, though the file draws them line by line", async () => {
  const left = [
    "云岭集团在云泽市投资三十亿元建",
    "设新材料生产基地，项目分两期实",
    "施，一期今年开工，预计明年全面",
    "投产，达产后年产值五十亿元，带",
    "动就业三千人，税收三亿元以上，",
    "成为全市最大的工业项目。",
  ];
  const right = [
    "青禾公司同日宣布，将在农安县建",
    "设光伏电站，装机容量二十万千瓦",
    "年发电量三亿千瓦时，项目由青禾",
    "新能源科技有限公司投资，占地三",
    "千亩，计划今年底并网发电，届时",
    "可节约标准煤九万吨。",
  ];
  const report = await read(({ show }) =>
    left
      .map((text, i) => show(text, 50, 700 - i * 18) + show(right[i] as string, 320, 700 - i * 18))
      .join(""),
  );
  expect(body(report).join("")).toBe([...left, ...right].join(""));
});

test("heads and feet of pages, a word that a page cuts, a watermark", async () => {
  const page =
    (n: number, texts: readonly string[]) =>
    (draw: PdfText): string =>
      draw.show("云泽市统计公报", 240, 800, 10) +
      draw.show("内部资料注意保存", 150, 300, 48, 45) +
      lines(draw, texts) +
      draw.show(`第 ${n} 页 共 3 页`, 260, 40, 10);
  const report = await read(
    page(1, ["全市工业生产保持平稳增长，高技术产业增加值增长百分之九点三，规模以上工业增加"]),
    page(2, ["值增长百分之十一点二。社会消费品零售总额增长百分之四。"]),
    page(3, ["城镇新增就业四万八千人。"]),
  );
  const text = body(report).join("|");
  expect(text).toContain("规模以上工业增加值增长百分之十一点二。");
  expect(text).not.toContain("统计公报");
  expect(text).not.toContain("内部资料");
  expect(report.notes?.join()).toContain("watermark");
});

test("hanzi that are set apart, ligatures", async () => {
  const report = await read(
    ({ show }) =>
      show("全 市 地 区 生 产 总 值 增 长 百 分 之 五 。", 60, 700) + show("项目由ﬁrst集团承建。", 60, 660),
  );
  expect(body(report)).toEqual(["全市地区生产总值增长百分之五。", "项目由first集团承建。"]);
});
