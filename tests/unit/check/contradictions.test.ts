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

describe("how far a printed figure reaches", () => {
  const sets = (a: Properties, b: Properties): boolean => found(a, b) === 0;

  it.each<[string, number, number, boolean]>([
    ["half a unit of the last of two digits", 53, 53.4, true],
    ["no more than half", 53, 53.6, false],
    ["half a unit of the last of three digits", 5.31, 5.314, true],
    ["no more than half of that", 5.31, 5.316, false],
    ["one digit reaches half of itself", 2000, 2450, true],
    ["and no farther", 2000, 2600, false],
    ["below, too", 53, 52.6, true],
    ["and below no farther", 53, 52.4, false],
    ["of a negative one, both ways", -53, -53.4, true],
    ["of a negative one, no farther", -53, -53.6, false],
    ["of a decimal", 0.053, 0.05342, true],
    ["of a decimal, no farther", 0.053, 0.05362, false],
  ])("%s: %d and %d", (_, a, b, isOne) => {
    // The other is printed to so many digits that it reaches nowhere.
    expect(sets({ value: a }, { value: b + 1e-9 })).toBe(isOne);
    expect(sets({ value: b + 1e-9 }, { value: a })).toBe(isOne);
  });

  it.each<[string, Properties, number, boolean]>([
    ["more than: all above", { value: 2134, qualifier: ">" }, 9999.5, true],
    ["more than: nothing below", { value: 2134, qualifier: ">" }, 2000.5, false],
    ["at least: all above", { value: 2134, qualifier: ">=" }, 9999.5, true],
    ["less than: all below", { value: 2134, qualifier: "<" }, 12.5, true],
    ["less than: nothing above", { value: 2134, qualifier: "<" }, 2200.5, false],
    ["about: a twentieth above", { value: 2134, qualifier: "~" }, 2235.5, true],
    ["about: a twentieth below", { value: 2134, qualifier: "~" }, 2030.5, true],
    ["about: no more above", { value: 2134, qualifier: "~" }, 2245.5, false],
    ["about: no more below", { value: 2134, qualifier: "~" }, 2020.5, false],
    ["about, below zero", { value: -2134, qualifier: "~" }, -2235.5, true],
    ["a range: up to its end", { value: 1000, valueLow: 1000, valueHigh: 2134 }, 2130.5, true],
    ["a range: not beyond", { value: 2000, valueLow: 2000, valueHigh: 2134 }, 2800.5, false],
    ["a range: from its beginning", { value: 2134, valueLow: 1021, valueHigh: 2134 }, 1030.5, true],
    ["a range: not before", { value: 2134, valueLow: 1021, valueHigh: 2134 }, 900.5, false],
  ])("%s", (_, a, b, isOne) => {
    expect(sets(a, { value: b })).toBe(isOne);
    expect(sets({ value: b }, a)).toBe(isOne);
  });
});

describe("what is told of a contradiction", () => {
  const three = (...values: number[]): GraphNode[] =>
    values.map((value, i) => figure(`f${i}`, i * 50, { value }));

  it("the first two that differ, once for each thing", () => {
    const other = figure("other", 900, { value: 7, indicator: "粮食产量", unit: "吨" });
    const nodes = [...three(5.3e12, 5.3e12, 5.6e12, 9e12), other];
    expect(contradictions({ nodes, edges: [] })).toEqual([
      {
        kind: "contradiction",
        where: "f0",
        message: "云泽市 地区生产总值 (2025): 5300000000000 and 5600000000000 CNY",
      },
    ]);
  });

  it("none where a sentence that states the one also states the other, among several", () => {
    const at = (start: number): string =>
      JSON.stringify({ report: "r", start, end: start + 9, text: "x", rule: "figure/statistic" });
    const [a, b] = [
      figure("a", 0, { value: 12, evidence: [at(0), at(50)] }),
      figure("b", 0, { value: 45, evidence: [at(90), at(50)] }),
    ];
    const elsewhere = figure("b", 0, { value: 45, evidence: [at(90)] });
    const nowhere = { ...b, properties: { ...b.properties, evidence: [] } };
    expect(contradictions({ nodes: [a, b], edges: [] })).toHaveLength(0);
    expect(contradictions({ nodes: [a, elsewhere], edges: [] })).toHaveLength(1);
    expect(contradictions({ nodes: [a, nowhere], edges: [] })).toHaveLength(1);
  });

  it("nothing of nodes that are no figures", () => {
    const nodes = three(1, 2).map((node) => ({ ...node, labels: ["Indicator"] }));
    expect(contradictions({ nodes, edges: [] })).toEqual([]);
  });

  it("a project that costs two sums, before all figures; with one it is none", () => {
    const project = (id: string, totalInvestmentAll?: number[]): GraphNode => ({
      id,
      labels: ["Project", "Entity"],
      properties: { name: `${id}电站`, ...(totalInvestmentAll ? { totalInvestmentAll } : {}) },
    });
    const nodes = [...three(1e6, 2.5e6), project("p", [30, 20]), project("q", [30]), project("r")];
    expect(contradictions({ nodes, edges: [] })).toEqual([
      { kind: "contradiction", where: "p", message: "p电站: total investment of 30 and 20 CNY" },
      {
        kind: "contradiction",
        where: "f0",
        message: "云泽市 地区生产总值 (2025): 1000000 and 2500000 CNY",
      },
    ]);
  });
});
