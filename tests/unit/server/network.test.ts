import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphEdge, GraphNode } from "../../../src/model/graph.ts";
import { allReports } from "../../../src/server/answers/dates.ts";
import { type ListQuery, listBody, prepareListPage } from "../../../src/server/answers/lists.ts";
import { listFigures } from "../../../src/server/figures.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { listProperty, numberProperty, textProperty } from "../../../src/server/graph-items.ts";
import type { ItemSource } from "../../../src/server/network/item-source.ts";
import { Network } from "../../../src/server/network/network.ts";
import { networkOf } from "../../../src/server/network/of-graph.ts";
import { eachInSlices, sortedInSlices } from "../../../src/server/network/slices.ts";
import { properties } from "../../../src/server/network/told.ts";
import type { ListBody } from "../../../src/server/page-types.ts";
import { overview, shortestPath } from "../../../src/server/view.ts";
import { prepareSeries } from "../../../src/server/views/series.ts";
import { breather } from "../../../src/steps.ts";

const node = (id: string, type: string, values: GraphNode["properties"] = {}): GraphNode => ({
  id,
  labels: type === "Report" ? [type] : ["Entity", type],
  properties: { id, name: id, ...values },
});
const edge = (id: string, start: string, end: string, values: GraphEdge["properties"] = {}): GraphEdge => ({
  id,
  type: "LOCATED_IN",
  start,
  end,
  properties: { id, ...values },
});

describe("slices", () => {
  it("sort as a whole does, equal items in their order", async () => {
    const items = fc.array(fc.record({ key: fc.nat(20), at: fc.nat() }), { maxLength: 3_000, size: "max" });
    await fc.assert(
      fc.asyncProperty(items, async (list) => {
        const byKey = (a: { key: number }, b: { key: number }): number => a.key - b.key;
        expect(await sortedInSlices(list, byKey)).toEqual([...list].sort(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it("let others have their turn", async () => {
    let turns = 0;
    const count = setInterval(() => (turns += 1), 1);
    const busy = (): void => {
      const until = performance.now() + 8;
      while (performance.now() < until);
    };
    await eachInSlices([1, 2, 3, 4, 5, 6, 7, 8], busy);
    expect(turns).toBeGreaterThan(0);
    turns = 0;
    const breathe = breather();
    for (let i = 0; i < 8; i += 1) {
      busy();
      await breathe();
    }
    expect(turns).toBeGreaterThan(0);
    clearInterval(count);
  });
});

describe("columns on demand", () => {
  it("spare reading, say what the bodies say, and are made once by those who ask at once", async () => {
    const values: GraphNode[] = [
      node("a", "Project", { stage: "started", totalInvestment: 5 }),
      node("b", "Project", { aliases: ["乙"] }),
      node("c", "Company", { stage: "none" }),
    ];
    let read = 0;
    const source: ItemSource = {
      node: (row) => {
        read += 1;
        return values[row]?.properties ?? {};
      },
      edge: () => ({}),
    };
    const network = new Network(networkOf({ nodes: values, edges: [] }).columns, source);
    const telling = properties("stage", "totalInvestment", "aliases");
    await Promise.all([network.tell("Project", telling), network.tell("Project", telling)]);
    const reads = read;
    await network.surer(50).tell("Project", telling);
    const told = [...network.nodes()].map((each) => [
      textProperty(each, "stage"),
      numberProperty(each, "totalInvestment"),
      listProperty(each, "aliases"),
    ]);
    expect(told).toEqual([
      ["started", 5, []],
      [undefined, undefined, ["乙"]],
      ["none", undefined, []],
    ]);
    // Of the company alone, which has no columns: three properties.
    expect(read - reads).toBe(3);
  });

  it("are not needed for lists: what these show, narrow and sort by is known from the start", async () => {
    const nodes: GraphNode[] = [
      node("r", "Report", { name: "r", date: "2024-03-01" }),
      node("p", "Project", { totalInvestment: 5, stage: "started", reports: ["r"] }),
      node("i", "Indicator", { headline: true, english: "output" }),
      ...["a", "b", "c"].map((id, i) =>
        node(id, "Observation", {
          indicator: "产值",
          value: i,
          unit: "CNY",
          kind: i === 0 ? "target" : "actual",
          ...(i === 1 ? { subject: "云岭集团", period: "2024" } : {}),
          reports: ["r"],
        }),
      ),
    ];
    const edges = nodes.flatMap(({ id, labels }) =>
      labels.includes("Observation") ? [{ ...edge(`of-${id}`, id, "i"), type: "OF" }] : [],
    );
    const nothing: ItemSource = {
      node: (row) => {
        throw new Error(`row ${row} is read`);
      },
      edge: () => ({}),
    };
    const network = new Network(networkOf({ nodes, edges }).columns, nothing);
    const index = new GraphIndex(network, "1");
    const query = { offset: 0, limit: 0, filters: {}, facetValues: 10 };
    for (const type of ["Observation", "Project", "Report"]) await prepareListPage(index, type, query);
    const figures = async (more: Partial<ListQuery>): Promise<ListBody> => {
      await prepareListPage(index, "Observation", { ...query, ...more });
      return listBody(index, "Observation", { ...query, ...more }, index);
    };
    const { total, facets, columns } = await figures({});
    expect(total).toBe(3);
    expect(facets.find(({ name }) => name === "kind")?.values.map(({ count }) => count)).toEqual([2, 1]);
    expect(columns.find(({ name }) => name === "period")?.covered).toBe(1);
    expect((await figures({ q: "云岭" })).total).toBe(1);
    expect((await figures({ filters: { kind: ["target"] }, sort: "-value" })).total).toBe(1);
    // An indicator is stated by its figures.
    expect(allReports(index, index.node("i") as GraphNode)).toEqual(["r"]);
    expect(network.reportDates(network.at("i") ?? -1)).toEqual(["2024-03-01"]);
    expect((await listFigures(index, { indicator: "产值" })).map(({ id }) => id)).toEqual(["c", "a", "b"]);
    await prepareSeries(index);
  });
});

it("a path is as short as any, through things alone where there is one", async () => {
  const graph = fc.record({
    kinds: fc.array(fc.boolean(), { minLength: 2, maxLength: 9 }),
    ties: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 16 }),
  });
  await fc.assert(
    fc.property(graph, ({ kinds, ties }) => {
      const nodes = kinds.map((isReport, i) => node(`n${i}`, isReport ? "Report" : "Place"));
      const has = (i: number): boolean => i < nodes.length;
      const edges = ties.flatMap(([a, b], i) => (has(a) && has(b) ? [edge(`e${i}`, `n${a}`, `n${b}`)] : []));
      const index = new GraphIndex({ nodes, edges }, "1");
      const distance = (withReports: boolean): number | undefined => {
        const passes = (id: string): boolean => withReports || !kinds[Number(id.slice(1))];
        if (!passes("n0") || !passes("n1")) return undefined;
        let [reached, steps] = [new Set(["n0"]), 0];
        for (; !reached.has("n1"); steps += 1) {
          const next = new Set(reached);
          for (const { start, end } of edges) {
            if (reached.has(start) && passes(end)) next.add(end);
            if (reached.has(end) && passes(start)) next.add(start);
          }
          if (next.size === reached.size) return undefined;
          reached = next;
        }
        return steps;
      };
      const path = shortestPath(index, "n0", "n1");
      const expected = distance(false) ?? distance(true);
      expect(path && path.length - 1).toBe(expected);
      for (const [i, id] of (path ?? []).slice(1).entries())
        expect(
          edges.some(({ start, end }) => [start, end].includes(id) && [start, end].includes(path?.[i] ?? "")),
        ).toBe(true);
    }),
  );
});

it("an overview has the best connected, things before reports, of equals the first", () => {
  const nodes = [node("p", "Place"), node("q", "Place"), node("r", "Report"), node("s", "Place")];
  const edges = [edge("1", "p", "r"), edge("2", "q", "r"), edge("3", "s", "r"), edge("4", "s", "q")];
  const index = new GraphIndex({ nodes, edges }, "1");
  const ids = (limit: number): string[] => overview(index, limit, 10, false).nodes.map(({ id }) => id);
  expect(ids(2)).toEqual(["q", "s"]);
  expect(ids(3)).toEqual(["q", "s", "p"]);
  expect(ids(4)).toEqual(["p", "q", "r", "s"]);
});
