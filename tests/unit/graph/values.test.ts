import { describe, expect, it } from "vitest";
import { pickStage, pickValue } from "../../../src/graph/values.ts";
import type { Status, ValueClaim } from "../../../src/model/claim.ts";
import { ref, value } from "../resolve/claims.ts";

const PARK = ref("Project", "青禾光伏电站");
const DATES: Readonly<Record<string, string>> = { old: "2022-03-01", new: "2024-06-01" };
const dateOf = (report: string): string => DATES[report] ?? "";

function said(report: string, what: string | number, more: Partial<ValueClaim> = {}, at = 0): ValueClaim {
  const property = typeof what === "number" ? "totalInvestment" : "stage";
  return {
    ...(value(report, PARK, property, what) as ValueClaim),
    id: `${report}:${what}:${at}`,
    span: { start: at, end: at + 1 },
    ...more,
  };
}

/** What is picked of the claims in any order. */
function picked(pick: typeof pickValue, ...claims: ValueClaim[]): unknown {
  const found = [claims, [...claims].reverse()].map((order) => pick(order, dateOf)?.value);
  expect(found[0]).toBe(found[1]);
  return found[0];
}

describe("of several values", () => {
  it("counts that of the latest report, a report without a date being the oldest", () => {
    expect(picked(pickValue, said("new", 1), said("old", 2), said("undated", 3))).toBe(1);
    expect(picked(pickValue, said("undated", 3), said("old", 2))).toBe(2);
    expect(picked(pickValue, said("undated", 3))).toBe(3);
    expect(pickValue([], dateOf)).toBeUndefined();
  });

  it("counts within it the surest, then the first, then that of the smaller id", () => {
    expect(picked(pickValue, said("new", 1, { confidence: 0.7 }), said("new", 2, {}, 9))).toBe(2);
    expect(picked(pickValue, said("new", 1, {}, 9), said("new", 2, {}, 4))).toBe(2);
    expect(picked(pickValue, said("new", 1, { id: "b" }), said("new", 2, { id: "a" }))).toBe(2);
  });
});

describe("of several stages", () => {
  const at = (report: string, stage: string, status: Status = "stated", more: Partial<ValueClaim> = {}) =>
    said(report, stage, { status, ...more });

  it("counts the furthest of the latest report", () => {
    expect(picked(pickStage, at("new", "signed"), at("new", "completed"), at("old", "operating"))).toBe(
      "completed",
    );
  });

  it("counts a plan only where nothing is done, and what is denied never", () => {
    expect(picked(pickStage, at("old", "started"), at("new", "operating", "planned"))).toBe("started");
    expect(picked(pickStage, at("old", "signed", "planned"), at("new", "started", "planned"))).toBe(
      "started",
    );
    expect(picked(pickStage, at("new", "started", "negated"))).toBeUndefined();
  });

  it("counts the surer before the further", () => {
    expect(
      picked(pickStage, at("new", "operating", "stated", { confidence: 0.6 }), at("new", "started")),
    ).toBe("started");
  });
});
