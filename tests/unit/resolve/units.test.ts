import { describe, expect, it } from "vitest";
import { type Claim, makeClaim } from "../../../src/model/claim.ts";
import { collectUnits, unitKey } from "../../../src/resolve/units.ts";
import { mention, ref } from "./claims.ts";

describe("units", () => {
  const country = ref("Place", "中国");
  it("know the country also where 全国 alone means it", () => {
    const text = "全国外贸增长5%";
    const said = makeClaim({
      kind: "observation",
      report: "a",
      sentence: { start: 0, end: text.length, text },
      span: { start: 0, end: text.length },
      rule: "test/rule",
      confidence: 0.9,
      subject: country,
      indicator: "外贸",
      value: 0.05,
      unit: "ratio",
      observationKind: "actual",
      original: text,
    });
    const units = collectUnits([said, mention("b", "Place", "中国", { code: "CN" })], new Map());
    expect(units.get(unitKey("a", country))?.code).toBe("CN");
    expect(units.get(unitKey("b", country))?.code).toBe("CN");
  });
  it("count how often each form of a name is printed", () => {
    const said = mention("a", "Company", "松柏集团");
    const units = collectUnits([said, said, { ...said, text: "松柏" } as Claim], new Map());
    expect(units.get(unitKey("a", ref("Company", "松柏集团")))?.forms).toEqual(
      new Map([
        ["松柏集团", 2],
        ["松柏", 1],
      ]),
    );
  });
  it("know no other place by its name alone", () => {
    const units = collectUnits([mention("a", "Place", "溪湾镇")], new Map());
    expect(units.get(unitKey("a", ref("Place", "溪湾镇")))?.code).toBeUndefined();
  });
});
