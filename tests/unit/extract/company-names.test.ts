import { describe, expect, it } from "vitest";
import { withoutSector } from "../../../src/extract/company/lists.ts";
import { shortForms } from "../../../src/extract/company/short-forms.ts";
import { isName } from "../../../src/extract/company/stem.ts";
import { openGazetteer } from "../../../src/tag/gazetteer/index.ts";

const gazetteer = openGazetteer();

describe("short forms of companies", () => {
  it.each([
    ["甲乙汇电气股份有限公司", ["甲乙汇电气", "甲乙汇"]],
    ["苏州云岭光伏科技有限公司", ["苏州云岭光伏科技", "云岭光伏科技", "云岭光伏", "苏州云岭", "云岭"]],
    ["云岭控股集团", ["云岭控股", "云岭"]],
    ["中国五矿集团有限公司", ["五矿"]],
  ])("%s", (name, forms) => {
    expect(shortForms(name, gazetteer)).toEqual(expect.arrayContaining(forms));
  });

  it("leaves out places and everyday words", () => {
    expect(shortForms("苏州科技有限公司", gazetteer)).not.toContain("苏州");
    expect(shortForms("苏州科技有限公司", gazetteer)).not.toContain("科技");
  });
});

describe("names and kinds of companies", () => {
  it.each(["云岭集团", "苏州公司", "云岭东信公司"])("%s is a name", (name) => {
    expect(isName(name, gazetteer, false)).toBe(true);
  });
  it.each(["上市公司", "物流公司", "该公司", "8家公司", "综合性集团公司", "龙头企业集团"])(
    "%s is a kind",
    (name) => {
      expect(isName(name, gazetteer, false)).toBe(false);
    },
  );
  it("takes sectors off the end only", () => {
    expect(withoutSector("云岭新能源科技")).toBe("云岭");
    expect(withoutSector("新能源")).toBe("");
  });
});
