/**
 * Real-shaped files with tables, names invented: whatever the format, every row says the same.
 */
import { utils, write } from "@e965/xlsx";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { describeClaim } from "../../../../src/extract/describe.ts";
import { tableClaims } from "../../../../src/extract/table/index.ts";
import { readReport } from "../../../../src/report/read.ts";
import { openGazetteer } from "../../../../src/tag/gazetteer/index.ts";
import { drawTable, pdfInNamedFont } from "../../report/fixtures.ts";
import { docxTable, htmlTable, type Spec } from "./documents.ts";

const gazetteer = openGazetteer();

async function facts(bytes: Uint8Array | string, source: string): Promise<string[]> {
  const report = await readReport(Buffer.from(bytes as Uint8Array), { source });
  const home = gazetteer.resolve("农安县");
  const { claims } = tableClaims(report, home, gazetteer);
  for (const claim of claims) {
    const { start, end, text } = claim.sentence;
    expect(report.text.slice(start, end)).toBe(text);
    expect(claim.span.start).toBeGreaterThanOrEqual(start);
    expect(claim.span.end).toBeLessThanOrEqual(end);
  }
  return claims
    .map(
      (c) => `${describeClaim(c)}${c.kind === "observation" && c.change !== undefined ? ` ${c.change}` : ""}`,
    )
    .sort();
}

/** A sheet from rows, with merged ranges such as `A1:E1`. */
function book(
  type: "xlsx" | "biff8",
  rows: readonly (readonly unknown[])[],
  merges: readonly string[],
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows as unknown[][]);
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, "Sheet1");
  return write(workbook, { type: "buffer", bookType: type }) as Uint8Array;
}

const csv = (rows: readonly (readonly unknown[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[,"\n]/u.test(String(cell)) ? `"${String(cell)}"` : String(cell))).join(","),
    )
    .join("\r\n");

const markdown = (rows: readonly (readonly unknown[])[]): string => {
  const [head = [], ...body] = rows.map((row) => `|${row.join("|")}|`);
  return [head, `|${(rows[0] ?? []).map(() => "---").join("|")}|`, ...body].join("\n");
};

/** The header of the same table in one line, with the units. */
const UNITS_ABOVE = [
  "序号",
  "项目名称",
  "建设单位",
  "建设地点",
  "总投资（万元）",
  "2025年计划投资（万元）",
  "起止年限",
  "进展情况",
  "责任单位",
];

const TWO_LEVELS = [
  ["序号", "项目名称", "建设单位", "建设地点", "总投资", "", "起止年限", "进展情况", "责任单位"],
  ["", "", "", "", "总额", "2025年计划投资", "", "", ""],
];
const TWO_LEVEL_MERGES = [
  [0, 0, 2, 1],
  [0, 1, 2, 1],
  [0, 2, 2, 1],
  [0, 3, 2, 1],
  [0, 4, 1, 2],
  [0, 6, 2, 1],
  [0, 7, 2, 1],
  [0, 8, 2, 1],
] as const;
const PROJECTS = [
  [
    1,
    "青禾新材料产业园项目",
    "云岭重工集团有限公司",
    "农安县合隆镇",
    "386,000",
    "50000",
    "2023-2026",
    "主体施工",
    "农安县工业和信息化局",
  ],
  [
    2,
    "云岭抽水蓄能电站",
    "青禾新能源科技有限公司、云岭能源股份有限公司",
    "农安县",
    "1200000",
    "8000.5",
    "2025.3-2030.12",
    "前期工作",
    "农安县发展和改革局",
  ],
];
const PROJECT_FACTS = [
  "Agency:农安县发展和改革局",
  "Agency:农安县发展和改革局 LEADS Project:云岭抽水蓄能电站",
  "Agency:农安县工业和信息化局",
  "Agency:农安县工业和信息化局 LEADS Project:青禾新材料产业园",
  "Company:云岭能源股份有限公司",
  "Company:云岭能源股份有限公司 INVESTS Project:云岭抽水蓄能电站 (planned)",
  "Company:云岭重工集团有限公司",
  "Company:云岭重工集团有限公司 INVESTS Project:青禾新材料产业园",
  "Company:青禾新能源科技有限公司",
  "Company:青禾新能源科技有限公司 INVESTS Project:云岭抽水蓄能电站 (planned)",
  "Place:农安县",
  "Place:农安县",
  "Place:合隆镇",
  "Project:云岭抽水蓄能电站",
  "Project:云岭抽水蓄能电站 LOCATED_IN Place:农安县",
  "Project:云岭抽水蓄能电站 计划投资=80005000 CNY @2025 target",
  "Project:云岭抽水蓄能电站.completion=2030-12 (planned)",
  "Project:云岭抽水蓄能电站.stage=proposed",
  "Project:云岭抽水蓄能电站.totalInvestment=12000000000",
  "Project:青禾新材料产业园",
  "Project:青禾新材料产业园 = 青禾新材料产业园项目",
  "Project:青禾新材料产业园 LOCATED_IN Place:合隆镇",
  "Project:青禾新材料产业园 计划投资=500000000 CNY @2025 target",
  "Project:青禾新材料产业园.completion=2026 (planned)",
  "Project:青禾新材料产业园.stage=under-construction",
  "Project:青禾新材料产业园.totalInvestment=3860000000",
].sort();
const TITLE = "云泽市2025年重点项目清单";
const spec = (rows: Spec["rows"], spans: Spec["spans"], before: string[], after: string[] = []): Spec => ({
  before,
  rows,
  spans,
  after,
});

describe("a list of projects", () => {
  const whole = [
    ...TWO_LEVELS,
    ...PROJECTS,
    ["合计", "", "", "", "1586000", "58000.5", "", "", ""],
    ["注：总投资为概算数。", "", "", "", "", "", "", "", ""],
  ];
  const shifted = TWO_LEVEL_MERGES.map(([r, c, rows, columns]) =>
    utils.encode_range({ s: { r: r + 2, c }, e: { r: r + 1 + rows, c: c + columns - 1 } }),
  );
  const sheet = [[TITLE], ["", "", "", "", "", "", "", "单位：万元"], ...whole];
  const merges = [...shifted, "A1:I1", `A${sheet.length}:I${sheet.length}`];

  test.each(["xlsx", "biff8"] as const)(
    "%s: title row, unit row, two merged levels, sum, note",
    async (type) => {
      expect(await facts(book(type, sheet, merges), type === "xlsx" ? "清单.xlsx" : "清单.xls")).toEqual(
        PROJECT_FACTS,
      );
    },
  );

  test("CSV in GBK, two levels without merged cells", async () => {
    expect(await facts(iconv.encode(csv(sheet), "gbk"), "清单.csv")).toEqual(PROJECT_FACTS);
  });

  test("DOCX with merged cells, unit in a paragraph", async () => {
    const table = spec(whole.slice(0, -1), TWO_LEVEL_MERGES, [TITLE, "单位：万元"], ["注：总投资为概算数。"]);
    expect(await facts(docxTable(table), "清单.docx")).toEqual(PROJECT_FACTS);
  });

  test("HTML with rowspan and colspan, GBK", async () => {
    const table = spec(whole.slice(0, -1), TWO_LEVEL_MERGES, [TITLE, "（单位：万元）"]);
    expect(await facts(iconv.encode(htmlTable(table), "gbk"), "清单.html")).toEqual(PROJECT_FACTS);
  });

  test("Markdown, units in the header", async () => {
    expect(await facts(`# ${TITLE}\n\n${markdown([UNITS_ABOVE, ...PROJECTS])}\n`, "清单.md")).toEqual(
      PROJECT_FACTS,
    );
  });

  test("ruled PDF", async () => {
    const edges = [10, 30, 85, 205, 250, 295, 372, 452, 490, 590];
    const rows = [UNITS_ABOVE, ...PROJECTS.map((row) => row.map(String))];
    const bytes = pdfInNamedFont([
      (draw) => draw.show(TITLE, 200, 780, 16) + drawTable(draw, rows, edges, 740, true, 5),
    ]);
    expect(await facts(bytes, "清单.pdf")).toEqual(PROJECT_FACTS);
  });

  test("groups tell the stage, a place that is merged over rows is that of each, a sum is of all and so of none", async () => {
    const rows = [
      ["序号", "项目名称", "投资主体", "所在县区", "总投资（亿元）"],
      ["一、续建项目（2个）", "", "", "", ""],
      [1, "青禾酿造基地项目", "青禾酿造有限公司", "农安县", 12.5],
      [2, "云岭水库除险加固工程", "农安县水利局", "", ""],
      ["二、计划新开工项目（1个）", "", "", "", ""],
      [3, "云岭冷链物流园项目", "云岭物流集团", "长春市", "约3亿元"],
    ];
    const found = await facts(book("xlsx", rows, ["D3:D4", "E3:E4", "A2:E2", "A5:E5"]), "a.xlsx");
    expect(found).toEqual(
      [
        "Agency:农安县水利局",
        "Agency:农安县水利局 INVESTS Project:云岭水库除险加固工程",
        "Company:云岭物流集团",
        "Company:云岭物流集团 INVESTS Project:云岭冷链物流园 (planned)",
        "Company:青禾酿造有限公司",
        "Company:青禾酿造有限公司 INVESTS Project:青禾酿造基地",
        "Place:农安县",
        "Place:农安县",
        "Place:长春市",
        "Project:云岭冷链物流园",
        "Project:云岭冷链物流园 = 云岭冷链物流园项目",
        "Project:云岭冷链物流园 LOCATED_IN Place:长春市",
        "Project:云岭冷链物流园.stage=proposed",
        "Project:云岭冷链物流园.totalInvestment=300000000",
        "Project:云岭水库除险加固工程",
        "Project:云岭水库除险加固工程 LOCATED_IN Place:农安县",
        "Project:云岭水库除险加固工程.stage=under-construction",
        "Project:青禾酿造基地",
        "Project:青禾酿造基地 = 青禾酿造基地项目",
        "Project:青禾酿造基地 LOCATED_IN Place:农安县",
        "Project:青禾酿造基地.stage=under-construction",
      ].sort(),
    );
  });
});

describe("a table of statistics", () => {
  const head = ["指标", "单位", "绝对数", "比上年增长（%）"];
  const rows = [
    ["地区生产总值", "亿元", "412.5", "5.2"],
    ["　第一产业", "亿元", "62.1", "3.8"],
    ["粗钢产量", "万吨", "1,086.2", "-1.4"],
    ["年末常住人口", "万人", "98.6", "…"],
    ["居民消费价格", "%", "—", "0.3"],
  ];
  const expected = [
    "city 地区生产总值=41250000000 CNY @2024 0.052",
    "city 地区生产总值：第一产业=6210000000 CNY @2024 0.038",
    "city 居民消费价格涨幅=0.003 ratio @2024",
    "city 年末常住人口=986000 人 @2024",
    "city 粗钢产量=10862000 吨 @2024 -0.014",
  ].sort();
  const title = "云泽市2024年国民经济和社会发展统计公报";
  const caption = "表1 2024年主要经济指标";

  test.each(["xlsx", "biff8"] as const)("%s with indented labels and a note", async (type) => {
    const sheet = [[caption], head, ...rows, ["注：绝对数按现价计算。"]];
    const bytes = book(type, sheet, ["A1:D1", `A${sheet.length}:D${sheet.length}`]);
    expect(await facts(bytes, type === "xlsx" ? "公报.xlsx" : "公报.xls")).toEqual(expected);
  });

  test("CSV in UTF-8", async () => {
    expect(await facts(`\ufeff${csv([[caption, "", "", ""], head, ...rows])}`, "公报.csv")).toEqual(expected);
  });

  test("DOCX, the year only in the title", async () => {
    const table = spec([head, ...rows], [], [title, "主要经济指标"]);
    expect(await facts(docxTable(table), "公报.docx")).toEqual(expected);
  });

  test("HTML without header cells", async () => {
    expect(await facts(htmlTable(spec([head, ...rows], [], [title, caption])), "公报.html")).toEqual(
      expected,
    );
  });

  test.each([true, false])("PDF, ruled: %s", async (ruled) => {
    const bytes = pdfInNamedFont([
      (draw) =>
        draw.show(title, 150, 780, 16) +
        draw.show(caption, 200, 740) +
        drawTable(draw, [head, ...rows], [60, 200, 280, 380, 500], 720, ruled),
    ]);
    // The indent of a label is lost in a PDF: its parent is not known.
    const flat = expected.map((fact) => fact.replace("地区生产总值：第一产业", "第一产业")).sort();
    expect(await facts(bytes, "公报.pdf")).toEqual(flat);
  });

  test("Markdown", async () => {
    expect(await facts(`# ${title}\n\n${caption}\n\n${markdown([head, ...rows])}\n`, "公报.md")).toEqual(
      expected,
    );
  });

  test("two levels: a year over value and change, the unit over the table", async () => {
    const levels = [
      ["指标", "2024年", "", "2023年", ""],
      ["", "总量", "增长%", "总量", "增长%"],
      ["一般公共预算收入", 32.6, 4.1, 31.3, 2.2],
      ["其中：税收收入", 20.1, 3.5, 19.4, 1.1],
    ];
    const table = spec(
      levels,
      [
        [0, 0, 2, 1],
        [0, 1, 1, 2],
        [0, 3, 1, 2],
      ],
      ["主要财政指标", "单位：亿元、%"],
    );
    expect(await facts(htmlTable(table), "a.html")).toEqual(
      [
        "city 一般公共预算收入=3260000000 CNY @2024 0.041",
        "city 一般公共预算收入=3130000000 CNY @2023 0.022",
        "city 一般公共预算收入：税收收入=2010000000 CNY @2024 0.035",
        "city 一般公共预算收入：税收收入=1940000000 CNY @2023 0.011",
      ].sort(),
    );
  });

  test("a row a region, an indicator a column", async () => {
    const regions = [
      ["县（市、区）", "地区生产总值（亿元）", "同比增长（%）", "固定资产投资同比增长（%）"],
      ["农安县", "412.5", "5.2", "12.4"],
      ["榆树市", "398.1", "4.9", "-3"],
      ["合计", "810.6", "5.1", "6"],
    ];
    expect(
      await facts(book("xlsx", [["2024年1-6月各县区主要指标"], ...regions], ["A1:D1"]), "a.xlsx"),
    ).toEqual(
      [
        "Place:农安县",
        "Place:农安县 固定资产投资同比增长=0.124 ratio @2024-01/2024-06",
        "Place:农安县 地区生产总值=41250000000 CNY @2024-01/2024-06 0.052",
        "Place:榆树市",
        "Place:榆树市 固定资产投资同比增长=-0.03 ratio @2024-01/2024-06",
        "Place:榆树市 地区生产总值=39810000000 CNY @2024-01/2024-06 0.049",
      ].sort(),
    );
  });

  test("what has no unit, and what is no statistic, gives nothing", async () => {
    expect(
      await facts(
        book(
          "xlsx",
          [
            ["名称", "数量"],
            ["甲", "5"],
          ],
          [],
        ),
        "a.xlsx",
      ),
    ).toEqual([]);
    expect(
      await facts(
        book(
          "xlsx",
          [
            ["姓名", "单位", "电话"],
            ["张三", "青禾集团", "13500000000"],
          ],
          [],
        ),
        "b.xlsx",
      ),
    ).toEqual([]);
  });
});
