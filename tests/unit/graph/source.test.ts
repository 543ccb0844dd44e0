import { describe, expect, it } from "vitest";
import { sourceOf } from "../../../src/graph/source.ts";
import type { GraphEdge, GraphNode } from "../../../src/model/graph.ts";

const node = (
  id: string,
  type: string,
  name: string,
  properties: GraphNode["properties"] = {},
): GraphNode => ({
  id,
  labels: type === "Report" ? [type] : [type, "Entity"].sort(),
  properties: { id, name, ...properties },
});
const edge = (id: string, type: string, start: string, end: string): GraphEdge => ({
  id,
  type,
  start,
  end,
  properties: { id },
});

const source = sourceOf({
  nodes: [
    node("a", "Company", "青禾光伏", { aliases: ["青禾"], mentions: 1 }),
    node("b", "Company", "青禾光伏", { aliases: [], mentions: 7 }),
    node("c", "Place", "云泽市", { aliases: [], mentions: 2 }),
    node("report:r", "Report", "r"),
  ],
  edges: [
    edge("1", "LOCATED_IN", "a", "c"),
    edge("2", "MENTIONED_IN", "a", "report:r"),
    edge("3", "LOCATED_IN", "b", "c"),
  ],
});

describe("a graph as a source", () => {
  it.each([
    ["a", "id", ["a"], 1],
    ["青禾光伏", "name", ["b"], 2],
    ["青禾", "alias", ["a"], 1],
    ["禾光", "part", ["b"], 2],
  ])("finds %s by its %s, the most mentioned first", async (wanted, match, ids, total) => {
    const found = await source.find(wanted, { limit: 1 });
    expect([found?.match, found?.page.items.map(({ id }) => id), found?.page.total]).toEqual([
      match,
      ids,
      total,
    ]);
  });

  it("finds nothing that nobody is called", async () => {
    for (const wanted of ["松柏", "", "。", "禾"])
      expect(await source.find(wanted, { limit: 9 })).toBeUndefined();
  });

  it("pages through edges and counts them", async () => {
    expect(await source.edgeCounts("c")).toEqual([{ type: "LOCATED_IN", direction: "in", count: 2 }]);
    const page = await source.edgesOf("c", { type: "LOCATED_IN", offset: 1, limit: 5 });
    expect([page.items.map(({ id }) => id), page.total]).toEqual([["3"], 2]);
    expect((await source.edgesOf("a", { direction: "in", limit: 5 })).total).toBe(0);
    expect((await source.reports({ limit: 1 })).items.map(({ id }) => id)).toEqual(["report:r"]);
    expect((await source.counts()).edges).toEqual({ LOCATED_IN: 2, MENTIONED_IN: 1 });
  });
});
