import { describe, expect, it } from "vitest";
import type { EntityType } from "../../../src/model/claim.ts";
import { profileOf } from "../../../src/resolve/profile.ts";
import { sharesPlate, vetoOf } from "../../../src/resolve/vetoes.ts";

const HOME = "320500";
const between = (type: EntityType, a: string, b: string, claimed = false): string | undefined =>
  vetoOf(profileOf(type, a, HOME), profileOf(type, b, HOME), claimed);

describe("two names of one thing never differ in", () => {
  it.each([
    ["Company", "苏州松柏电气有限公司", "南京松柏电气有限公司", "place differs"],
    ["Company", "江苏松柏电气有限公司", "苏州松柏电气有限公司", "place differs"],
    ["Company", "松柏电子（苏州）有限公司", "松柏电子（南京）有限公司", "place in brackets differs"],
    ["Company", "松柏银行苏州分行", "松柏银行", "branch differs"],
    ["Company", "中铁一局", "中铁二局", "registered company differs"],
    ["Project", "松柏基地一期", "松柏基地二期", "phase differs"],
    ["Project", "松柏基地一期", "松柏基地", "phase differs"],
    ["Event", "2023产业大会", "2024产业大会", "year differs"],
    ["Event", "松柏推介会（苏州专场）", "松柏推介会（南京专场）", "place in the name differs"],
  ] as const)("%s %s, %s: %s", (type, a, b, why) => {
    expect(between(type, a, b)).toBe(why);
    expect(between(type, b, a)).toBe(why);
    // Not even where the report itself calls them one.
    expect(between(type, a, b, true)).toBe(why);
  });

  it.each([
    ["Company", "松柏电气有限公司", "松柏化工有限公司", "sector differs"],
    ["Company", "松柏集团有限公司", "松柏矿业有限公司", "registered name differs"],
    ["Company", "松柏集团", "松柏矿业", "daughter differs"],
    ["Company", "松柏矿业", "松柏集团", "daughter differs"],
    ["Agency", "市发改委", "市商务局", "department differs"],
  ] as const)("%s %s, %s: %s, unless the report itself calls them one", (type, a, b, why) => {
    expect(between(type, a, b)).toBe(why);
    expect(between(type, a, b, true)).toBeUndefined();
  });

  it.each([
    ["Company", "松柏电气", "松柏电气装备有限公司"],
    ["Company", "松柏电气有限公司", "松柏"],
    ["Project", "江苏松柏特种电缆基地", "苏州松柏特种电缆基地"],
    ["Event", "产业大会", "2024产业大会"],
    ["Agency", "市行政审批局（市营商局）", "市营商局"],
    ["Place", "松柏大道", "松柏大道"],
  ] as const)("%s %s and %s may be one", (type, a, b) => {
    expect(between(type, a, b)).toBeUndefined();
    expect(between(type, b, a)).toBeUndefined();
  });

  it("the code of a place", () => {
    const [a, b, c] = ["110105", "220104", undefined].map((code) => profileOf("Place", "青岚区", HOME, code));
    if (!a || !b || !c) throw new Error("three places");
    expect(vetoOf(a, b, true)).toBe("code differs");
    expect(vetoOf(a, c)).toBeUndefined();
  });
});

it("a department is shared under either nameplate, and only by agencies", () => {
  const of = (type: EntityType, name: string) => profileOf(type, name, HOME);
  const plates = of("Agency", "市行政审批局（市营商局）");
  expect(sharesPlate(plates, of("Agency", "市营商局"))).toBe(true);
  expect(sharesPlate(of("Agency", "市营商局"), plates)).toBe(true);
  expect(sharesPlate(plates, of("Agency", "市商务局"))).toBe(false);
  expect(sharesPlate(of("Company", "松柏"), of("Company", "松柏"))).toBe(false);
});
