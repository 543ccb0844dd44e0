import { describe, expect, it } from "vitest";
import { figures, lines } from "./document.ts";

describe("names of figures", () => {
  it.each([
    [
      "noun before the number",
      "新建口袋公园75个，改造市政道路27.7公里。",
      ["新建口袋公园=75 count", "改造市政道路=27.7 公里"],
    ],
    ["noun behind the number", "全市改造121个老旧小区。", ["改造老旧小区=121 count"]],
    [
      "threshold inside the name",
      "全年707个5000万元以上项目开工建设。",
      ["5000万元以上项目开工建设=707 count"],
    ],
    [
      "the sum of what was counted",
      "签约重点项目344个，计划总投资1063.1亿元。",
      ["签约重点项目=344 count", "签约重点项目计划总投资=106310000000 CNY"],
    ],
    [
      "two units of one noun",
      "25个、110.8万平方米老旧小区改造项目完工。",
      ["老旧小区改造项目完工=25 count", "老旧小区改造项目完工=1108000 平方米"],
    ],
    [
      "one verb for two names",
      "苹果、香菇产量分别增长17.6%和9.4%。",
      ["苹果产量增长=0.176 ratio", "香菇产量增长=0.094 ratio"],
    ],
    [
      "short names before a shared noun",
      "新签约、新落地重点项目分别突破800个和400个。",
      ["新签约重点项目=800 count", "新落地重点项目=400 count"],
    ],
    [
      "the undertaking behind its sum",
      "总投资12亿元的某城供水工程开工。",
      ["某城供水工程总投资=1200000000 CNY"],
    ],
    [
      "share of what was named",
      "完成产值20亿元，占全市的40%。",
      ["完成产值=2000000000 CNY", "完成产值占全市=0.4 ratio"],
    ],
    ["level, not change", "高端产品占比提升到25%。", ["高端产品占比=0.25 ratio"]],
    ["the later of two values", "注册资本由2亿元增加至5亿元。", ["注册资本=500000000 CNY"]],
  ])("%s", (_name, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe("what is no figure", () => {
  it.each([
    "三个专班负责调度5000万元以上项目。",
    "第三届推介会于8月10日举行，这3个项目参展。",
    "他今年30岁，在小区住了快20年。",
    "实施一批重点工程，坚持一手抓发展。",
    "从6个方面发力。",
    "获得几十项荣誉。",
  ])("%s", (text) => {
    expect(lines(text)).toEqual([]);
  });
});

describe("changes", () => {
  it("join the figure before, signed, with their basis", () => {
    const [figure, ...rest] = figures("实际到位内资423亿元，同比增长30%。");
    expect(rest).toEqual([]);
    expect(figure).toMatchObject({ change: 0.3, basis: "同比" });
    expect(lines("出口100亿元，下降2.5%。")).toEqual(["出口=10000000000 CNY -0.025"]);
    expect(lines("争取到资金31亿元，增长1.6倍。")).toEqual(["争取到资金=3100000000 CNY +1.6"]);
  });

  it("are dealt out to the figures of a pair", () => {
    expect(
      lines("产销分别完成378万辆和374万辆，同比分别增长42%和44%。").map((l) => l.split(" ").at(-1)),
    ).toEqual(["+0.42", "+0.44"]);
  });

  it("are figures of their own when they have a name", () => {
    expect(lines("一般公共预算收入增长7.4%。")).toEqual(["一般公共预算收入增长=0.074 ratio"]);
  });
});

describe("period", () => {
  const periods = (text: string): (string | undefined)[] => figures(text).map((f) => f.period);

  it("is the time named before the figure", () => {
    expect(periods("今年1月至2月，全市签约项目60个。")).toEqual(["2024-01/2024-02"]);
    expect(periods("截至目前，全市开工项目60个。")).toEqual(["2024-03-15"]);
  });

  it("is not the time it is compared with, nor that of a beginning", () => {
    expect(periods("去年，出口10亿元，比前年提高2个百分点。")).toEqual(["2023", "2023"]);
    expect(periods("该厂2018年落户，去年产值3亿元。")).toEqual(["2023"]);
  });

  it("carries over to the sentences that follow", () => {
    expect(periods("2023年，全市开工项目205个。改造道路27公里。")).toEqual(["2023", "2023"]);
  });

  it("spans the years of 连续三年", () => {
    expect(periods("2023年，来我市就业毕业生连续三年超过1万人。")).toEqual(["2021/2023"]);
  });

  it("is left open for a target without a time", () => {
    expect(periods("项目建成投产后，年销售收入约23亿元。")).toEqual([undefined]);
  });
});

describe("targets", () => {
  const kinds = (text: string): string[] => figures(text).map((f) => f.observationKind);

  it.each([
    "力争到2025年产值达到800亿元。",
    "今年，全市将盘活闲置厂房15万平方米。",
    "项目投产后，可实现年销售收入5亿元。",
    "今年需完成投资22亿元。",
  ])("%s", (text) => {
    expect(kinds(text)).toEqual(["target"]);
  });

  it.each([
    "争取到中央资金6亿元。",
    "比原计划压缩近29个月。",
    "水质断面9个，优于考核目标要求，占比90%。",
    "截至2月，预计完成交易额79亿元。",
  ])("not: %s", (text) => {
    expect(new Set(kinds(text))).toEqual(new Set(["actual"]));
  });
});

describe("repetition", () => {
  it("counts a figure once", () => {
    expect(lines("会上签约项目42个。随后记者获悉，会上签约项目42个。")).toEqual(["会上签约项目=42 count"]);
  });
});
