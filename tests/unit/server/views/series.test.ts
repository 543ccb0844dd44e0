import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode, Properties } from "../../../../src/model/graph.ts";
import { GraphIndex } from "../../../../src/server/graph-index.ts";
import { compareBody, headlines, seriesBody } from "../../../../src/server/views/series.ts";

const nodes: GraphNode[] = [];
const edges: GraphEdge[] = [];
const node = (id: string, labels: string[], properties: Properties): string => {
  nodes.push({ id, labels, properties: { name: id, aliases: [], reports: [], ...properties } });
  return id;
};
let count = 0;
function figure(
  place: string | undefined,
  period: string | undefined,
  value: number,
  more: Properties = {},
): void {
  count += 1;
  const id = node(`o${count}`, ["Observation"], {
    indicator: "产值",
    unit: "CNY",
    kind: "actual",
    value,
    ...(period === undefined ? {} : { period }),
    ...more,
  });
  const edge = (type: string, end: string): void => {
    edges.push({ id: `${type}:${id}`, type, start: id, end, properties: {} });
  };
  edge("OF", "indicator");
  if (place !== undefined) edge("ABOUT", place);
}
node("indicator", ["Indicator"], { name: "产值", headline: true, english: "output" });
node("a", ["Place", "Entity"], { name: "甲市", code: "210300" });
node("b", ["Place", "Entity"], { name: "乙市", code: "370700" });
for (const [place, base] of [
  ["a", 100],
  ["b", 200],
] as const)
  for (const year of [2023, 2022, 2024]) figure(place, String(year), base + year);
// Two reports differ; a target beside; a growth, which is another series; what has no place.
figure("a", "2024", 9_999);
figure("a", "2024", 3_000, { kind: "target" });
figure("a", "2024", 0.06, { unit: "ratio", measure: "growth" });
figure(undefined, "2024", 5);
const index = new GraphIndex({ nodes, edges }, "1");

describe("series", () => {
  it("stands by place and period, what differs side by side", () => {
    const body = seriesBody(index, "产值", [], undefined);
    expect(body?.indicator).toMatchObject({ unit: "CNY", values: 9, loose: 1, places: 2, node: "indicator" });
    expect(body?.periods).toEqual(["2022", "2023", "2024"]);
    expect(body?.shown.map(({ key, name }) => [key, name])).toEqual([
      ["210300", "鞍山市"],
      ["370700", "潍坊市"],
    ]);
    const cell = body?.cells.find(({ place, period }) => place === "210300" && period === "2024");
    expect(cell?.values.map(({ kind, value }) => [kind, value])).toEqual([
      ["actual", 2_124],
      ["actual", 9_999],
      ["target", 3_000],
    ]);
  });

  it("never mixes units or measures", () => {
    const level = seriesBody(index, "产值", [], undefined);
    expect(level?.cells.flatMap(({ values }) => values).every(({ value }) => value > 1)).toBe(true);
    expect(level?.siblings).toMatchObject([{ unit: "ratio", measure: "growth", values: 1 }]);
    const growth = seriesBody(index, level?.siblings[0]?.id ?? "", [], undefined);
    expect(growth?.cells.flatMap(({ values }) => values.map(({ value }) => value))).toEqual([0.06]);
  });

  it("keeps to the places and years asked for, and knows no others", () => {
    const body = seriesBody(index, "产值", ["370700", "000000"], "2023..2024");
    expect(body?.shown).toHaveLength(1);
    expect(body?.periods).toEqual(["2023", "2024"]);
    expect(seriesBody(index, "没有的指标", [], undefined)).toBeUndefined();
  });

  it("headlines come with the most values first", () => {
    expect(headlines(index).map(({ unit, values }) => [unit, values])).toEqual([
      ["CNY", 9],
      ["ratio", 1],
    ]);
  });
});

describe("comparison", () => {
  it("takes the newest period of each place; a gap stays one", () => {
    const body = compareBody(index, ["210300", "b", "nowhere"], undefined);
    expect(body.places.map(({ key }) => key)).toEqual(["210300", "370700"]);
    expect(body.rows[0]?.cells.map((cell) => cell?.period)).toEqual(["2024", "2024"]);
    expect(body.rows[1]?.cells.map((cell) => cell?.period ?? null)).toEqual(["2024", null]);
    expect(compareBody(index, ["b"], "..2023").rows[0]?.cells[0]?.period).toBe("2023");
  });
});
