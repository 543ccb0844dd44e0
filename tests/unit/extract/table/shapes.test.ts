/**
 * Shapes of tables that people make, names invented: each gave a wrong fact once, or none.
 */
import { expect, test } from "vitest";
import { describeClaim } from "../../../../src/extract/describe.ts";
import { tableClaims } from "../../../../src/extract/table/index.ts";
import { readReport } from "../../../../src/report/read.ts";
import { openGazetteer } from "../../../../src/tag/gazetteer/index.ts";

const gazetteer = openGazetteer();

async function facts(text: string, source = "表.csv"): Promise<string[]> {
  const report = await readReport(Buffer.from(text), { source });
  const { claims } = tableClaims(report, gazetteer.resolve("农安县"), gazetteer);
  return claims
    .filter((c) => c.kind !== "mention" && c.kind !== "alias")
    .map(
      (c) => `${describeClaim(c)}${c.kind === "observation" && c.change !== undefined ? ` ${c.change}` : ""}`,
    );
}

test("a chapter with its sum, and one that counts its projects, are no projects", async () => {
  const rows = [
    "序号,项目名称,总投资（亿元）,进展",
    "一,基础设施类,56.5,",
    "1,云泽至青禾高速公路,50,在建",
    ",产业类（1个）,10,",
    "2,云岭智能装备基地,10,拟建",
  ];
  expect(await facts(rows.join("\n"))).toEqual([
    "Project:云泽至青禾高速公路.totalInvestment=5000000000",
    "Project:云泽至青禾高速公路.stage=under-construction",
    "Project:云岭智能装备基地.totalInvestment=1000000000",
    "Project:云岭智能装备基地.stage=proposed",
  ]);
});

test("who pays invests; a body that builds leads; a company that builds for another is only named", async () => {
  const rows = [
    "项目名称,建设单位,投资主体,总投资（万元）",
    "青禾路改造,农安县住房和城乡建设局,,1200",
    "云岭湿地公园,,农安县人民政府,3400",
    "云岭水厂,云岭水务有限公司,,5600",
    "青禾桥,云岭路桥有限公司,青禾建设集团有限公司,800",
  ];
  expect((await facts(rows.join("\n"))).filter((fact) => !fact.includes("totalInvestment"))).toEqual([
    "Agency:农安县住房和城乡建设局 LEADS Project:青禾路改造",
    "Agency:农安县人民政府 INVESTS Project:云岭湿地公园",
    "Company:云岭水务有限公司 INVESTS Project:云岭水厂",
    "Company:青禾建设集团有限公司 INVESTS Project:青禾桥",
  ]);
});

test("a header says last what it holds: where an investor sits is not where the project is, nor who invests", async () => {
  const rows = [
    "项目名称,投资方,投资方所在地,建设单位联系人,协议投资额（亿元）",
    "云岭预制菜产业园,云岭食品集团,长春市,张青禾,3",
    "战略合作框架协议,青禾银行长春分行,长春市,李青禾,100",
  ];
  expect(await facts(rows.join("\n"))).toEqual([
    "Project:云岭预制菜产业园.totalInvestment=300000000",
    "Company:云岭食品集团 INVESTS Project:云岭预制菜产业园",
  ]);
});

test("two names on two lines of a cell are two; a county that is to see to it is no body", async () => {
  const rows = [
    "项目名称,建设单位,牵头单位,建设规模",
    '青禾电解液项目,"青禾电子材料有限公司\n云岭化工有限公司","市水务局\n市财政局",一条生产线',
    '"云岭\n冷库",云岭冷链有限公司,农安县,一座冷库',
  ];
  expect((await facts(rows.join("\n"))).filter((fact) => !fact.includes("description"))).toEqual([
    "Company:青禾电子材料有限公司 INVESTS Project:青禾电解液",
    "Company:云岭化工有限公司 INVESTS Project:青禾电解液",
    "Agency:市水务局 LEADS Project:青禾电解液",
    "Agency:市财政局 LEADS Project:青禾电解液",
    "Company:云岭冷链有限公司 INVESTS Project:云岭冷库",
  ]);
});

test("one phase in use and the next under construction is under construction", async () => {
  const rows = [
    "项目名称,建设单位,形象进度",
    "云岭康养小镇,云岭文旅集团,一期已建成投用，二期主体封顶",
    "青禾钢厂,青禾钢铁有限公司,一期已竣工，二期已投产",
  ];
  expect((await facts(rows.join("\n"))).filter((fact) => fact.includes("stage"))).toEqual([
    "Project:云岭康养小镇.stage=under-construction",
    "Project:青禾钢厂.stage=operating",
  ]);
});

test("tables side by side are read each by itself", async () => {
  const text =
    "表3 2024年主要产品产量\n\n|产品名称|单位|产量|比上年增长（%）|产品名称|单位|产量|比上年增长（%）|\n|---|---|---|---|---|---|---|---|\n|原煤|万吨|320.5|2.1|水泥|万吨|86.3|-4.0|\n";
  expect(await facts(text, "表.md")).toEqual([
    "city 原煤产量=3205000 吨 @2024 0.021",
    "city 水泥产量=863000 吨 @2024 -0.04",
  ]);
});

test("members under 其中 belong to the whole, however they are set", async () => {
  const text = `<h1>2024年云泽市人口</h1><table>${[
    "指标|年末数（万人）|比重（%）",
    "常住人口|98.60|100",
    "&nbsp;&nbsp;其中：城镇|56.2|57",
    "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;乡村|42.4|43",
    "其中：0-15岁|14.2|14.4",
  ]
    .map((row) => `<tr>${row.replace(/[^|]+/gu, "<td>$&</td>").replaceAll("|", "")}</tr>`)
    .join("")}</table>`;
  expect(await facts(text, "表.html")).toEqual([
    "city 常住人口=986000 人 @2024",
    "city 常住人口：城镇=562000 人 @2024",
    "city 常住人口：乡村=424000 人 @2024",
    "city 常住人口：0-15岁=142000 人 @2024",
  ]);
});

test("a row a year; ranks, shares of a budget, and columns of a part of the town are no indicators", async () => {
  expect(
    await facts("云泽市财政收入,,\n年份,一般公共预算收入（亿元）,增长（%）\n2023,31.3,4.7\n2024年,32.6,4.2"),
  ).toEqual([
    "city 一般公共预算收入=3130000000 CNY @2023 0.047",
    "city 一般公共预算收入=3260000000 CNY @2024 0.042",
  ]);
  const rows = [
    "2024年各县区收入（单位：亿元）,,,",
    "县区,一般公共预算收入,位次,完成年初预算（%）",
    "农安县,32.6,1,52",
  ];
  expect(await facts(rows.join("\n"))).toEqual(["Place:农安县 一般公共预算收入=3260000000 CNY @2024"]);
  expect(
    await facts("2024年居民收入,,,,\n指标,单位,全市,城市,农村\n人均可支配收入,元,32000,41250,20310"),
  ).toEqual(["city 人均可支配收入=32000 CNY @2024"]);
});

test("units in labels, marks of notes, blanks and words in cells; aims with how sure they are", async () => {
  const text =
    "2025年主要目标\n\n|指标|单位|2024年完成|2024年增长（%）|2025年目标|预期增长|\n|---|---|---|---|---|---|\n|地区生产总值|亿元|412.5|5.2|—|5.5%左右|\n|城镇新增就业|万人|3.2[1]||3以上||\n|单位能耗降低|%|3.1||完成省下达任务||\n";
  expect(await facts(text, "表.md")).toEqual([
    "city 地区生产总值=41250000000 CNY @2024 0.052",
    "city 地区生产总值增长=0.055 ratio @2025 target",
    "city 城镇新增就业=32000 人 @2024",
    "city 城镇新增就业=30000 人 @2025 target",
    "city 单位能耗降低=0.031 ratio @2024",
  ]);
  const trade =
    "表5 2024年对外经济\n\n|指标|绝对数|比上年增长（%）|\n|---|---|---|\n|进出口总额（亿元）|46.5①|下降2.3|\n|实际使用外资（万美元）|5 230|1.2倍|\n|利用内资（亿元）|8|1.2亿元|\n";
  expect(await facts(trade, "表.md")).toEqual([
    "city 进出口总额=4650000000 CNY @2024 -0.023",
    "city 实际使用外资=52300000 USD @2024 1.2",
    "city 利用内资=800000000 CNY @2024",
  ]);
});

test("months are of the year before the report's date, and of none where nothing tells", async () => {
  const rows = ["指标,单位,1-6月累计,同比增长(%)", "用电量,万千瓦时,45231.6,3.3"].join("\n");
  expect(await facts(rows)).toEqual([]);
  const dated = async (date: string): Promise<string[]> => {
    const report = await readReport(Buffer.from(rows), { source: "表.csv", date });
    return tableClaims(report, undefined, gazetteer).claims.map((c) => describeClaim(c));
  };
  expect(await dated("2025-07-20")).toEqual(["city 用电量=452316000 千瓦时 @2025-01/2025-06"]);
  expect(await dated("2025-03-02")).toEqual(["city 用电量=452316000 千瓦时 @2024-01/2024-06"]);
});
