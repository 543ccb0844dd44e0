import { expect, it } from "vitest";
import { claimedPairs } from "../../../src/resolve/claimed.ts";
import { levelForms } from "../../../src/resolve/level-forms.ts";
import { collectUnits } from "../../../src/resolve/units.ts";
import { alias, mention } from "./claims.ts";

const units = (...claims: ReturnType<typeof mention>[]) => [...collectUnits(claims, new Map()).values()];
const pairs = (...claims: ReturnType<typeof mention>[]): string[] =>
  levelForms(units(...claims)).map(({ left, right }) => `${left.report} ${left.name} = ${right.name}`);

it("a bare level is the one body of that level in the report, in whatever form", () => {
  expect(pairs(mention("a", "Agency", "云泽区发展和改革委员会"), mention("a", "Agency", "区发改委"))).toEqual(
    ["a 云泽区发展和改革委员会 = 区发改委"],
  );
});

it("is none where two fit, where it stands in another report, or where it is no agency", () => {
  expect(
    pairs(
      mention("a", "Agency", "云泽区残联"),
      mention("a", "Agency", "青岚区残联"),
      mention("a", "Agency", "区残联"),
    ),
  ).toEqual([]);
  expect(pairs(mention("a", "Agency", "云泽区残联"), mention("b", "Agency", "区残联"))).toEqual([]);
  expect(pairs(mention("a", "Company", "云泽区残联"), mention("a", "Company", "区残联"))).toEqual([]);
  expect(pairs(mention("a", "Agency", "云泽区残联"), mention("a", "Agency", "残联"))).toEqual([]);
});

it("is tried after what the report itself calls one thing", () => {
  const told = claimedPairs(
    units(
      mention("a", "Agency", "云泽区残联"),
      mention("a", "Agency", "区残联"),
      mention("a", "Company", "青禾集团"),
      mention("a", "Company", "青禾"),
      alias("a", "Company", "青禾集团", "青禾"),
    ),
  );
  expect(told.map(({ stage, left, right }) => [stage, left.name, right.name])).toEqual([
    [1, "青禾", "青禾集团"],
    [2, "云泽区残联", "区残联"],
  ]);
});

it("joins each name that the report gives one thing to all the others", () => {
  const told = claimedPairs(
    units(
      mention("a", "Company", "青禾"),
      mention("a", "Company", "青禾集团"),
      mention("a", "Company", "青禾能源"),
      alias("a", "Company", "青禾集团", "青禾"),
      alias("a", "Company", "青禾能源", "青禾"),
    ),
  );
  expect(told.map(({ left, right }) => [left.name, right.name].sort().join(" = ")).sort()).toEqual([
    "青禾 = 青禾能源",
    "青禾 = 青禾集团",
    "青禾能源 = 青禾集团",
  ]);
});
