import { describe, expect, it } from "vitest";
import { readAgency } from "../../../src/resolve/agency-key.ts";
import { readCompany } from "../../../src/resolve/company-name.ts";
import { compatible, leadOf, sameCity } from "../../../src/resolve/lead.ts";
import { differingMark, marksOf, smallNumber } from "../../../src/resolve/marks.ts";
import { lookAlikes } from "../../../src/resolve/ngrams.ts";
import { isCommonCore, readProject, withoutInvestors } from "../../../src/resolve/project-name.ts";

describe("marks", () => {
  it.each([
    ["十五", "15"],
    ["二十", "20"],
    ["一百二十", "120"],
    ["二〇二四", "2024"],
    ["007", "7"],
  ])("reads %s as %s", (text, number) => expect(smallNumber(text)).toBe(number));

  it.each([
    ["2024年产业大会", { year: "2024" }],
    ["2024产业大会", { year: "2024" }],
    ["第十二届推介会", { ordinal: "12届" }],
    ["首届推介会", { ordinal: "1届" }],
    ["“十四五”规划", { ordinal: "plan 4" }],
    ["二季度攻坚", { quarter: "二季" }],
    ["上半年攻坚", { quarter: "上半年" }],
    ["产业园一期", { phase: "1" }],
    ["产业园Ⅱ期", { phase: "2" }],
    ["产业园首期", { phase: "1" }],
    ["产业园一、二期", { phase: "1-2" }],
    ["9-10号泊位", { number: "9-10" }],
    ["中铁十五局", { number: "15" }],
    ["地铁3号线", { number: "3" }],
    ["第二水厂", { number: "2" }],
    ["城东污水厂", { direction: "东" }],
    ["省级试点", { level: "省级" }],
    ["期货中心", {}],
    ["三一重工", {}],
    ["东方电气", {}],
    ["四个一批", {}],
  ])("of %s are %j", (name, marks) => {
    const found = Object.fromEntries(
      Object.entries(marksOf(name.normalize("NFKC"))).filter(([, v]) => v !== ""),
    );
    expect(found).toEqual(marks);
  });

  it("counts no phase and no number as a value, no year as unknown", () => {
    expect(differingMark(marksOf("产业园"), marksOf("产业园一期"))).toBe("phase");
    expect(differingMark(marksOf("中铁"), marksOf("中铁一局"))).toBe("number");
    expect(differingMark(marksOf("产业大会"), marksOf("2024产业大会"))).toBeUndefined();
    expect(differingMark(marksOf("2023产业大会"), marksOf("2024产业大会"))).toBe("year");
  });
});

describe("agencies", () => {
  it.each([
    ["省发改委", "320500", "320000", "发展和改革委员会"],
    ["江苏省发展改革委", undefined, "320000", "发展和改革委员会"],
    ["市市场监管局", "320500", "320500", "市场监督管理局"],
    ["中共苏州市委", undefined, "320500", "委"],
    ["中国共产党苏州市委员会", undefined, "320500", "委"],
    ["苏州市政府", undefined, "320500", "人民政府"],
    ["中国人民政治协商会议苏州市委员会", undefined, "320500", "政协"],
    ["团市委", "320500", "320500", "团委"],
    ["工信部", undefined, "central", "工业和信息化部"],
    ["中华人民共和国财政部", undefined, "central", "财政部"],
    ["市住建局", undefined, undefined, "市住房和城乡建设局"],
  ])("%s in a report on %s is of %s: %s", (name, home, owner, department) => {
    expect(readAgency(name, home)).toEqual({ owner, department, plates: [] });
  });

  it("reads the second nameplate", () => {
    expect(readAgency("市行政审批局（市营商局）", "320500").plates).toEqual(["营商环境建设局"]);
  });
});

describe("companies", () => {
  const parts = (name: string, home?: string) => {
    const { place, seat, brand, sector, parent, group, daughter, branch, known } = readCompany(name, home);
    return { place, seat, brand, sector, parent, group, daughter, branch, known };
  };
  const none = {
    place: undefined,
    seat: undefined,
    sector: "",
    parent: false,
    group: false,
    daughter: false,
    branch: "",
    known: undefined,
  };
  it.each([
    ["松柏电气股份有限公司", { brand: "松柏", sector: "电气", parent: true }],
    ["江苏松柏电气有限公司", { place: "320000", brand: "松柏", sector: "电气" }],
    ["松柏新能源科技有限公司", { brand: "松柏", sector: "新能源" }],
    ["松柏集团有限公司", { brand: "松柏", parent: true, group: true }],
    ["松柏集团矿业有限公司", { brand: "松柏", sector: "矿业", group: true, daughter: true }],
    ["松柏电子（苏州）有限公司", { brand: "松柏", sector: "电子", seat: "320500" }],
    ["松柏银行苏州分行", { brand: "松柏银行", branch: "苏州分行" }],
    ["青岛啤酒", { brand: "青岛啤酒" }],
    ["中铁十五局集团有限公司", { known: "中铁十五局" }],
  ])("reads %s", (name, expected) => {
    const { brand, ...rest } = expected as { brand?: string };
    const found = parts(name);
    if (brand !== undefined) expect(found).toMatchObject({ ...none, ...expected });
    else expect(found).toMatchObject(rest);
  });

  it("sees when nothing in the name is a brand", () => {
    expect(readCompany("城投集团", undefined).generic).toBe(true);
    expect(readCompany("水务集团有限公司", undefined).generic).toBe(true);
    expect(readCompany("东方水务", undefined).generic).toBe(true);
    expect(readCompany("水务东方", undefined).generic).toBe(true);
    expect(readCompany("松柏水务", undefined).generic).toBe(false);
    expect(readCompany("松柏集团", undefined).generic).toBe(false);
    expect(readCompany("苏州水务集团", undefined).generic).toBe(false);
  });
});

describe("projects", () => {
  it.each([
    ["苏州松柏特种电缆生产基地项目", "松柏特种电缆生产基地", "320500"],
    ["松柏特种电缆生产基地（一期）建设项目", "松柏特种电缆生产基地", undefined],
    ["松柏特种电缆生产基地项目二期工程", "松柏特种电缆生产基地", undefined],
    ["南京银行大厦", "南京银行大厦", undefined],
  ])("the core of %s is %s", (name, core, place) =>
    expect(readProject(name, undefined)).toEqual({ core, place }),
  );

  it("loses its investors, as long as a name is left", () => {
    expect(withoutInvestors("松柏集团澄岳特种电缆生产基地", ["松柏集团", "松柏", "澄岳"])).toBe(
      "特种电缆生产基地",
    );
    expect(withoutInvestors("松柏大厦", ["松柏"])).toBe("松柏大厦");
    expect(withoutInvestors("松柏云岭青禾特种电缆基地", ["青禾", "松柏", "云岭"])).toBe("特种电缆基地");
  });

  it("knows a kind from a name", () => {
    expect(isCommonCore("新能源产业园")).toBe(true);
    expect(isCommonCore("松柏新能源产业园")).toBe(false);
  });
});

describe("places", () => {
  it("stand in front of a name, unless they are all of it", () => {
    expect(leadOf("苏州市松柏局", undefined)).toEqual({ code: "320500", text: "苏州市", rest: "松柏局" });
    expect(leadOf("苏州市", undefined)).toBeUndefined();
    expect(leadOf("松柏局", undefined)).toBeUndefined();
  });

  it("of several with one name are the one that lies in the report's", () => {
    expect(leadOf("铁西区松柏局", "210300")?.code).toBe("210303");
    expect(leadOf("铁西区松柏局", "210100")?.code).toBe("210106");
    expect(leadOf("铁西区松柏局", undefined)?.code).toBe("?铁西区");
  });

  it("go together when one holds the other", () => {
    expect(compatible("320000", "320500")).toBe(true);
    expect(compatible("320100", "320500")).toBe(false);
    expect(sameCity("320501", "320500")).toBe(true);
    expect(sameCity("R-CJ", "R-CJ")).toBe(false);
  });
});

describe("look-alikes", () => {
  it("share rare pairs of characters", () => {
    const found = lookAlikes(["松柏特种电缆基地", "松柏特种电缆园", "云泽物流中心", "松柏"], 0.6);
    expect(found.map(({ left, right }) => [left, right])).toEqual([[0, 1]]);
  });

  it("by the share of pairs that both have, up to what is asked for", () => {
    // 松柏, 柏特, 特种 and 松柏, 柏特, 特产: two of three.
    expect(lookAlikes(["松柏特种", "松柏特产"], 2 / 3)).toEqual([{ left: 0, right: 1, share: 2 / 3 }]);
    expect(lookAlikes(["松柏特种", "松柏特产"], 0.67)).toEqual([]);
  });

  it("are found once, whoever has the rare pair", () => {
    const names = Array.from({ length: 60 }, (_, i) => `产业园${String.fromCodePoint(0x4e00 + i)}`);
    const keys = lookAlikes([...names, "松柏产业园甲", "松柏产业园乙"], 0.6).map(
      ({ left, right }) => `${left},${right}`,
    );
    expect(keys).toContain("60,61");
    expect(new Set(keys).size).toBe(keys.length);
  });
});
