/** The gazetteer's own answers: lookup, resolution, hierarchy, home, and the properties of scanning. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readDivisions } from "../../../scripts/gazetteer/divisions.ts";
import { shortForms } from "../../../scripts/gazetteer/short-forms.ts";
import {
  openGazetteer,
  placeContext,
  proposePlaces,
  statedNesting,
} from "../../../src/tag/gazetteer/index.ts";

const gazetteer = openGazetteer();

interface Row {
  text: string;
  home?: string;
  gives: string[];
}
const rows = parse(readFileSync("tests/corpus/places.yaml", "utf8")) as Row[];

describe("table of places", () => {
  it("has at least 80 rows", () => expect(rows.length).toBeGreaterThanOrEqual(80));
  it.each(rows)("$text ($home)", ({ text, home, gives }) => {
    const division = home === undefined ? undefined : gazetteer.byCode(home);
    const context = placeContext([{ norm: text, kind: "body", tokens: [] }], gazetteer, division);
    const found = proposePlaces(text, [], gazetteer, context);
    const said = [...found]
      .sort((a, b) => a.end - b.end || a.start - b.start)
      .map((c) => (c.code === undefined ? c.name : `${c.name}@${c.code}`));
    const named = said.map((s, i) => (gives[i]?.includes("@") ? s : s.split("@")[0]));
    expect(named).toEqual(gives);
    for (const c of found) expect(text.slice(c.start, c.end)).toBe(c.text);
  });
});

describe("resolve", () => {
  it("does not guess between equals", () => {
    expect(gazetteer.resolve("朝阳区")).toBeUndefined();
    expect(gazetteer.resolve("鼓楼区")).toBeUndefined();
    expect(gazetteer.resolve("没有的县")).toBeUndefined();
  });
  it("takes the report's own city", () => {
    expect(gazetteer.resolve("朝阳区", { home: "220100" })?.code).toBe("220104");
    expect(gazetteer.resolve("朝阳区", { home: "220104" })?.code).toBe("220104");
  });
  it("takes what was mentioned where home says nothing", () => {
    expect(gazetteer.resolve("鼓楼区", { mentioned: ["320100"] })?.code).toBe("320106");
  });
  it("prefers the outer of two nested namesakes, unless the report is about the inner", () => {
    expect(gazetteer.resolve("吉林")?.code).toBe("220000");
    expect(gazetteer.resolve("吉林", { home: "220200" })?.code).toBe("220200");
  });
  it("resolves chains", () => expect(gazetteer.resolve("吉林省吉林市")?.code).toBe("220200"));
});

describe("hierarchy", () => {
  it("goes from the town to the province", () => {
    expect(gazetteer.parents("220122102").map((d) => d.code)).toEqual(["220122", "220100", "220000"]);
    expect(gazetteer.parents("419001").map((d) => d.code)).toEqual(["410000"]);
    expect(gazetteer.parents("110105").map((d) => d.code)).toEqual(["110000"]);
    expect(gazetteer.parents("JP")).toEqual([]);
  });
  it("claims nesting only where it is said", () => {
    const context = placeContext([], gazetteer, undefined);
    const nest = (text: string): string[] =>
      statedNesting(proposePlaces(text, [], gazetteer, context)).map((n) => `${n.inner.name}<${n.outer}`);
    expect(nest("长春市农安县")).toEqual(["农安县<长春市"]);
    expect(nest("农安县的工厂")).toEqual([]);
  });
});

describe("homeOf", () => {
  const home = (...texts: string[]): string | undefined =>
    gazetteer.homeOf(texts.map((norm, i) => ({ norm, kind: i === 0 ? "title" : "body" })))?.name;
  it("takes the city of title and lead", () => {
    expect(
      home("长春加快项目建设", "长春市今年引进了上海、北京、深圳的企业。", "全市新开工项目100个。"),
    ).toBe("长春市");
  });
  it("hears 全县", () => {
    expect(home("农安县项目建设忙", "长春市农安县今年开工项目20个。", "全县上下齐心协力。")).toBe("农安县");
  });
  it("hears 全省", () => {
    expect(
      home("山西今年投资增长", "全省投资增长5%，太原市增长6%。", "山西省将继续扩大投资，全省上下共同努力。"),
    ).toBe("山西省");
  });
  it("does not take an investor's home", () => {
    expect(home("项目签约", "山东松柏集团、山东海石集团在长春签约。", "全市的企业都来了。")).toBe("长春市");
  });
  it("does not take the capital, where agencies and ministries only speak", () => {
    expect(home("物流业平稳运行", "松柏网北京8月18日电，物流业务收入增长5%。")).toBeUndefined();
    expect(home("物流业平稳运行", "物流协会14日在北京发布报告。")).toBeUndefined();
    expect(home("北京项目建设忙", "松柏网北京8月18日电，北京市新开工项目20个。")).toBe("北京市");
  });
  it("stays silent without names", () => expect(home("项目建设忙", "工地上机器轰鸣。")).toBeUndefined());
});

describe("short forms", () => {
  it.each([
    ["宽甸满族自治县", "county", ["宽甸县"], ["宽甸"]],
    ["大理白族自治州", "prefecture", ["大理州"], ["大理"]],
    ["内蒙古自治区", "province", [], ["内蒙古"]],
    ["双江拉祜族佤族布朗族傣族自治县", "county", ["双江县"], ["双江"]],
    ["龙胜各族自治县", "county", ["龙胜县"], ["龙胜"]],
    ["东乡族自治县", "county", ["东乡县"], ["东乡"]],
    ["乾县", "county", [], []],
    ["于家务回族乡", "street", ["于家务乡"], ["于家务"]],
    ["南通经济技术开发区", "county", ["南通经开区", "南通开发区", "南通经济开发区"], []],
  ] as const)("%s", (name, level, abridged, bare) => {
    expect(shortForms(name, level)).toEqual({ abridged, bare });
  });
});

describe("data", () => {
  const divisions = readDivisions();
  it("every division of the source is found by its code under its name", () => {
    const wrong = divisions.filter((d) => gazetteer.byCode(d.code)?.name !== d.name);
    expect(wrong).toEqual([]);
    expect(divisions.length).toBeGreaterThan(40_000);
  });
  it("codes are unique and every parent but the first exists", () => {
    expect(new Set(divisions.map((d) => d.code)).size).toBe(divisions.length);
    for (const d of divisions)
      if (d.level !== "province") expect(gazetteer.parents(d.code).length, d.name).toBeGreaterThan(0);
  });
});

describe("properties", () => {
  const words = [
    "长春市",
    "农安县",
    "哈拉海镇",
    "吉林",
    "朝阳区",
    "在",
    "，",
    "高新区",
    "的",
    "项目",
    "大理",
    "村",
    "云南省",
    "路",
    "陈家",
    "经开区",
    "a",
    "1",
  ];
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 3 })), {
      maxLength: 12,
    })
    .map((w) => w.join(""));
  it("matches stand in the text, in order, without overlap", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const match of gazetteer.scan(text, { near: ["220100"], common: true })) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(match.start, match.end)).toBe(match.text);
          expect(match.candidates.length).toBeGreaterThan(0);
          expect(match.parts.map((p) => p.text).join("")).toBe(match.text);
          end = match.end;
        }
      }),
    );
  });
  it("candidates stand in the text and bear a name", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const context = placeContext(
          [{ norm: text, kind: "body", tokens: [] }],
          gazetteer,
          gazetteer.byCode("220100"),
        );
        for (const c of proposePlaces(text, [], gazetteer, context)) {
          expect(text.slice(c.start, c.end)).toBe(c.text);
          expect(c.name).not.toBe("");
          if (c.code !== undefined) expect(gazetteer.byCode(c.code)?.name).toBe(c.name);
        }
      }),
    );
  });
});

describe("zones", () => {
  it("are known by their own part of the official name in their own city alone", () => {
    const found = (near: string[]) => gazetteer.scan("衡水滨湖新区与滨湖新区", { near }).map((m) => m.text);
    expect(found(["131100"])).toEqual(["衡水滨湖新区", "滨湖新区"]);
    expect(found([])).not.toContain("滨湖新区");
  });
});
