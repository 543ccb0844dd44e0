import { describe, expect, it } from "vitest";
import { itemsOf } from "../../../src/graph/items.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const items = itemsOf(
  graphOf(
    [
      node("firm", ["Company", "Entity"]),
      node("park", ["Entity", "Project"]),
      node("part", ["Entity", "Project"]),
      node("city", ["Entity", "Place"]),
    ],
    [
      edge("1", "PART_OF", "part", "park", { status: "planned" }),
      edge("2", "PART_OF", "part", "firm"),
      edge("3", "PART_OF", "firm", "park"),
      edge("4", "LOCATED_IN", "part", "city"),
    ],
  ),
);

describe("the items of a graph", () => {
  it.each([
    [{ type: "PART_OF" }, ["1", "2", "3"]],
    [{ type: "PART_OF", startType: "Project" }, ["1", "2"]],
    [{ type: "PART_OF", endType: "Project" }, ["1", "3"]],
    [{ type: "PART_OF", startType: "Project", endType: "Project" }, ["1"]],
    [{ type: "PART_OF", startType: "Place" }, []],
  ])("edges of %j", (of, ids) => {
    expect([...items.edges(of)].map(({ id }) => id)).toEqual(ids);
    const linked = [...items.linkedEdges(of)];
    expect(linked.map(({ edge: { id } }) => id)).toEqual(ids);
  });

  it("nodes of a type, and of exactly these labels", () => {
    expect([...items.nodes({ type: "Project" })].map(({ id }) => id)).toEqual(["park", "part"]);
    expect([...items.nodes({ type: "Project", labels: ["Project"] })]).toEqual([]);
    expect([...items.nodes()]).toHaveLength(4);
  });

  it("what starts from a node, with its status", () => {
    expect(items.edgesFrom("part")).toEqual([
      { type: "PART_OF", end: "park", status: "planned" },
      { type: "PART_OF", end: "firm", status: undefined },
      { type: "LOCATED_IN", end: "city", status: undefined },
    ]);
    expect(items.edgesFrom("city")).toEqual([]);
  });
});
