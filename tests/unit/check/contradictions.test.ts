import { describe, expect, it } from "vitest";
import { contradictions } from "../../../src/check/contradictions.ts";
import type { GraphNode, Properties } from "../../../src/model/graph.ts";

const figure = (id: string, start: number, properties: Properties): GraphNode => ({
  id,
  labels: ["Observation"],
  properties: {
    subject: "云泽市",
    indicator: "地区生产总值",
    unit: "CNY",
    period: "2025",
    kind: "actual",
    evidence: [JSON.stringify({ report: "r", start, end: start + 9, text: "x", rule: "figure/statistic" })],
    ...properties,
  },
});
const found = (a: Properties, b: Properties, apart = 50): number =>
  contradictions({ nodes: [figure("a", 0, a), figure("b", apart, b)], edges: [] }).length;

describe("contradictions between figures", () => {
  it("two values of one thing", () => {
    expect(found({ value: 5.3e12 }, { value: 5.6e12 })).toBe(1);
    expect(
      found(
        { value: 0.05, unit: "ratio", measure: "growth" },
        { value: 0.06, unit: "ratio", measure: "growth" },
      ),
    ).toBe(1);
  });

  it.each<[string, Properties, Properties]>([
    ["of different years", { value: 1 }, { value: 2, period: "2024" }],
    ["a target and an outcome", { value: 1 }, { value: 2, kind: "target" }],
    [
      "a level and its growth",
      { value: 0.6, unit: "ratio" },
      { value: 0.02, unit: "ratio", measure: "growth" },
    ],
    [
      "growth on the year and of five years",
      { value: 0.05, measure: "growth" },
      { value: 0.06, measure: "average-growth" },
    ],
    ["of no told time", { value: 1, period: "" }, { value: 2, period: "" }],
    ["of no told place", { value: 1, subject: "" }, { value: 2, subject: "" }],
    ["rounded", { value: 5.3e12 }, { value: 5.3247e12 }],
    ["more than", { value: 2000, qualifier: ">" }, { value: 2130 }],
    ["about", { value: 680_000, qualifier: "~" }, { value: 690_000 }],
    ["a value within a range", { value: 1e9, valueLow: 1e9, valueHigh: 1.2e9 }, { value: 1.1e9 }],
  ])("none: %s", (_, a, b) => {
    expect(found(a, b)).toBe(0);
  });

  it("none within one sentence, which speaks of two things", () => {
    expect(found({ value: 12 }, { value: 45 }, 0)).toBe(0);
  });
});
