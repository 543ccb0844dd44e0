import { describe, expect, it } from "vitest";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { neighbourIds } from "../../../src/server/view.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const index = new GraphIndex(
  graphOf(
    [
      node("firm", ["Company", "Entity"], { name: "青禾" }),
      node("daughter", ["Company", "Entity"], { name: "青禾能源" }),
      node("park", ["Entity", "Project"], { name: "青禾产业园" }),
      node("plant", ["Entity", "Project"], { name: "青禾电站" }),
    ],
    [
      edge("1", "INVESTS", "firm", "park", { status: "planned" }),
      edge("2", "INVESTS", "firm", "plant"),
      edge("3", "PART_OF", "daughter", "firm"),
      edge("4", "PART_OF", "firm", "firm"),
      edge("5", "INVESTS", "daughter", "plant"),
    ],
  ),
  "1",
);

describe("the neighbours of a node", () => {
  it.each([
    [{}, ["daughter", "plant", "park"]],
    [{ edgeTypes: new Set(["INVESTS"]) }, ["plant", "park"]],
    [{ nodeTypes: new Set(["Company"]) }, ["daughter"]],
    [{ status: new Set(["planned"]) }, ["park"]],
    [{ status: new Set(["stated"]) }, ["daughter", "plant"]],
    [{ edgeTypes: new Set(["PART_OF"]), nodeTypes: new Set(["Project"]) }, []],
  ])("best connected first, narrowed by %o", (filter, wanted) => {
    expect(neighbourIds(index, "firm", filter)).toEqual(wanted);
  });
});
