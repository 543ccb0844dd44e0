/**
 * Projects told as forms, label beside value, in every format; workbooks of several sheets and tables. Names invented.
 */
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { describeClaim } from "../../../../src/extract/describe.ts";
import { tableClaims } from "../../../../src/extract/table/index.ts";
import type { Report } from "../../../../src/model/report.ts";
import { readReport } from "../../../../src/report/read.ts";
import { openGazetteer } from "../../../../src/tag/gazetteer/index.ts";
import { drawTable, pdfInNamedFont } from "../../report/fixtures.ts";
import { docxTable, htmlTable } from "./documents.ts";

const gazetteer = openGazetteer();
type Rows = readonly (readonly unknown[])[];

const read = (bytes: Uint8Array | string, source: string): Promise<Report> =>
  readReport(Buffer.from(bytes as Uint8Array), { source });

function facts(report: Report): { fact: string; row: string }[] {
  const { claims } = tableClaims(report, gazetteer.resolve("农安县"), gazetteer);
  return claims
    .filter((c) => c.kind !== "mention" && c.kind !== "alias")
    .map((c) => {
      expect(report.text.slice(c.sentence.start, c.sentence.end).replace(/ {2,}/gu, " ")).toBe(
        c.sentence.text,
      );
      expect(c.span.start).toBeGreaterThanOrEqual(c.sentence.start);
      expect(c.span.end).toBeLessThanOrEqual(c.sentence.end);
      return { fact: describeClaim(c), row: c.sentence.text };
    });
}

const sorted = (report: Report): string[] =>
  facts(report)
    .map(({ fact }) => fact)
    .sort();

function workbook(sheets: Record<string, Rows>, merges: readonly string[] = []): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows as unknown[][]);
    sheet["!merges"] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
}

const csv = (rows: Rows): string => rows.map((row) => row.join(",")).join("\r\n");
const markdown = (rows: Rows): string =>
  rows
    .flatMap((row, i) => [`|${row.join("|")}|`, ...(i === 0 ? [`|${row.map(() => "---").join("|")}|`] : [])])
    .join("\n");

const TITLE = "云泽市重点项目信息表";
const TWO: Rows = [
  ["项目名称", "青禾储能电池基地项目"],
  ["建设单位：", "云岭储能科技有限公司"],
  ["建设地点", "农安县合隆镇"],
  ["总投资（万元）", "128,000"],
  ["2025年计划投资（万元）", "30000"],
  ["建设起止年限", "2024-2026"],
  ["项目进展", "主体施工"],
  ["责任单位", "农安县工业和信息化局"],
  ["联系人", "张青禾"],
];
const FOUR: Rows = [
  ["项目名称", "青禾储能电池基地项目", "建设单位", "云岭储能科技有限公司"],
  ["建设地点", "农安县合隆镇", "总投资", "12.8亿元"],
  ["2025年计划投资", "3亿元", "建设起止年限", "2024-2026"],
  ["项目进展", "主体施工", "责任单位", "农安县工业和信息化局"],
  ["备注", "", "联系人", "张青禾"],
];
const FACTS = [
  "Agency:农安县工业和信息化局 LEADS Project:青禾储能电池基地",
  "Company:云岭储能科技有限公司 INVESTS Project:青禾储能电池基地",
  "Project:青禾储能电池基地 LOCATED_IN Place:合隆镇",
  "Project:青禾储能电池基地 计划投资=300000000 CNY @2025 target",
  "Project:青禾储能电池基地.completion=2026 (planned)",
  "Project:青禾储能电池基地.stage=under-construction",
  "Project:青禾储能电池基地.totalInvestment=1280000000",
];

describe.each([
  ["two columns", TWO],
  ["four columns", FOUR],
])("a project's form of %s", (_name, rows) => {
  const bare = rows.map((row) => row.map((cell) => String(cell).replace(/,/gu, "")));
  const spec = { before: [TITLE], rows, spans: [], after: [] };
  test.each<[string, () => Uint8Array | string]>([
    ["清单.xlsx", () => workbook({ Sheet1: [[TITLE], ...rows] }, [`A1:${rows === TWO ? "B" : "D"}1`])],
    ["清单.csv", () => csv(bare)],
    ["清单.docx", () => docxTable(spec)],
    ["清单.html", () => htmlTable(spec)],
    ["清单.md", () => `# ${TITLE}\n\n${markdown(rows)}\n`],
    [
      "清单.pdf",
      () =>
        pdfInNamedFont([
          (draw) =>
            draw.show(TITLE, 200, 780, 16) +
            drawTable(draw, bare, rows === TWO ? [60, 220, 480] : [20, 130, 280, 390, 560], 740, true, 9),
        ]),
    ],
  ])("%s", async (source, make) => {
    expect(sorted(await read(make(), source))).toEqual(FACTS);
  });
});

test("each fact of a form has its own row for evidence, which says whose form it is", async () => {
  const report = await read(csv(FOUR), "a.csv");
  const { claims } = tableClaims(report, undefined, gazetteer);
  const invests = claims.find((c) => c.kind === "relation" && c.predicate === "INVESTS");
  expect(invests?.sentence.text).toBe(FOUR[0]?.join(" | "));
  const sum = claims.find((c) => c.kind === "value" && c.property === "totalInvestment");
  expect(sum?.sentence).toMatchObject({
    text: FOUR[1]?.join(" | "),
    header: "项目名称：青禾储能电池基地项目",
  });
});

test("forms below each other are a project each, with or without an empty row between", async () => {
  const first = ["项目名称,云岭湿地公园", "实施单位,农安县林业局", "总投资（万元）,1200"];
  const second = ["项目名称,青禾物流园", "投资企业,青禾供应链管理有限公司", "总投资（万元）,86000"];
  for (const between of [[], [""], ["", ""]])
    expect(sorted(await read([...first, ...between, ...second].join("\n"), "a.csv"))).toEqual([
      "Agency:农安县林业局 LEADS Project:云岭湿地公园",
      "Company:青禾供应链管理有限公司 INVESTS Project:青禾物流园",
      "Project:云岭湿地公园.totalInvestment=12000000",
      "Project:青禾物流园.totalInvestment=860000000",
    ]);
});

test("projects side by side keep their own values where one is left open", async () => {
  const rows = [
    "项目名称,青禾氢能基地,云岭产业园,青禾数据中心",
    "投资主体,青禾氢能科技有限公司,,云岭数据服务有限公司",
    "总投资（亿元）,,3,22.4",
    "项目进展,签约,在建,前期",
  ];
  expect(sorted(await read(rows.join("\n"), "a.csv"))).toEqual([
    "Company:云岭数据服务有限公司 INVESTS Project:青禾数据中心 (planned)",
    "Company:青禾氢能科技有限公司 INVESTS Project:青禾氢能基地",
    "Project:云岭产业园.stage=under-construction",
    "Project:云岭产业园.totalInvestment=300000000",
    "Project:青禾数据中心.stage=proposed",
    "Project:青禾数据中心.totalInvestment=2240000000",
    "Project:青禾氢能基地.stage=signed",
  ]);
});

test("a list with a head, and a form of a person, are no forms of projects", async () => {
  const list = ["项目名称,建设单位,总投资（万元）", "云岭水厂,云岭水务有限公司,5600", "青禾桥,,800"];
  expect(sorted(await read(list.join("\n"), "a.csv"))).toEqual([
    "Company:云岭水务有限公司 INVESTS Project:云岭水厂",
    "Project:云岭水厂.totalInvestment=56000000",
    "Project:青禾桥.totalInvestment=8000000",
  ]);
  expect(sorted(await read("姓名,张三\n单位,青禾集团\n职务,经理\n电话,135", "b.csv"))).toEqual([]);
});

describe("a sheet", () => {
  test("with empty rows is read whole", async () => {
    const rows = [
      ["序号", "项目名称", "总投资（万元）"],
      [],
      ["1", "云岭水厂", "5600"],
      [],
      ["2", "青禾桥", "800"],
    ];
    const expected = ["Project:云岭水厂.totalInvestment=56000000", "Project:青禾桥.totalInvestment=8000000"];
    expect(sorted(await read(workbook({ Sheet1: rows }), "a.xlsx"))).toEqual(expected);
    expect(sorted(await read(csv(rows), "a.csv"))).toEqual(expected);
  });

  test("with two tables below each other reads each under its own head and title", async () => {
    const report = await read(
      workbook({
        Sheet1: [
          ["云泽市2025年重点项目清单"],
          ["项目名称", "建设单位", "总投资（万元）"],
          ["云岭水厂", "云岭水务有限公司", 5600],
          [],
          ["表2 2024年主要指标"],
          ["指标", "单位", "绝对数"],
          ["粮食产量", "万吨", 25],
        ],
      }),
      "a.xlsx",
    );
    expect(report.tables?.map(({ caption }) => caption)).toEqual([
      "云泽市2025年重点项目清单",
      "表2 2024年主要指标",
    ]);
    expect(sorted(report)).toEqual([
      "Company:云岭水务有限公司 INVESTS Project:云岭水厂",
      "Project:云岭水厂.totalInvestment=56000000",
      "city 粮食产量=250000 吨 @2024",
    ]);
  });
});

describe("the title of a workbook", () => {
  const table = [
    ["项目名称", "总投资（万元）"],
    ["云岭水厂", 5600],
  ];
  const titled = (title: string): Rows => [[title], ...table];
  test.each<[string, string, Record<string, Rows>, string]>([
    ["the row over its table", "a.xlsx", { Sheet1: titled(TITLE) }, TITLE],
    [
      "not what stands over it as 附件 or unit",
      "a.xlsx",
      { 甲: [["附件1："], [TITLE], ["单位：万元"], ...table] },
      TITLE,
    ],
    ["the row that all sheets have", "云泽台账.xlsx", { 续建: titled(TITLE), 新建: titled(TITLE) }, TITLE],
    [
      "the file's name where the sheets differ",
      "in/云泽项目台账.xlsx",
      { 续建: titled("续建项目表"), 新建: titled("新建项目表") },
      "云泽项目台账",
    ],
    [
      "the first sheet's row where the file's name says nothing",
      "a1.xlsx",
      { 续建: titled("续建项目表"), 新建: titled("新建项目表") },
      "续建项目表",
    ],
    ["the sheets' names where nothing else says", "a1.xlsx", { 续建: table, 新建: table }, "续建、新建"],
    ["the columns where no one named it", "a1.xlsx", { Sheet1: table }, "项目名称、总投资（万元）"],
  ])("is %s", async (_why, source, sheets, title) => {
    expect((await read(workbook(sheets), source)).title).toBe(title);
  });

  test("of a form without any is its first row, never empty", async () => {
    expect((await read(csv(TWO).replace("128,000", "128000"), "a1.csv")).title).toBe(
      "项目名称：青禾储能电池基地项目",
    );
  });
});

test("the day of publication over a table is not what it is called", async () => {
  const report = await read(
    `# ${TITLE}\n\n2025年4月8日\n\n${markdown([
      ["项目名称", "总投资（万元）"],
      ["云岭水厂", "5600"],
    ])}\n`,
    "a.md",
  );
  expect(report.tables?.[0]?.caption).toBe(TITLE);
});
