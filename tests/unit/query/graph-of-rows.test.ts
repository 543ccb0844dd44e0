import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/model/cell.ts";
import { drawnCell, graphOfRows } from "../../../src/query/graph-of-rows.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { viewOfRows } from "../../../src/server/query-view.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

const node = { kind: "node", id: "a", labels: ["Company"], properties: { name: "青禾" } };

/** Maps that a query makes (`RETURN {kind: 'path'}`) and that only look like something to draw. */
const lookalikes: Cell[] = [
  { kind: "path" },
  { kind: "path", nodes: [1], edges: [] },
  { kind: "path", nodes: [{ ...node, labels: 1 }], edges: [] },
  { kind: "node" },
  { kind: "node", id: 1, labels: [], properties: {} },
  { kind: "node", id: "a", labels: "Company", properties: {} },
  { kind: "node", id: "a", labels: [1], properties: {} },
  { kind: "node", id: "a", labels: [] },
  { kind: "edge", start: "a" },
  { kind: "edge", id: "e", type: "T", start: "a", end: 1, properties: {} },
];

describe("what of a row is drawn", () => {
  it.each(lookalikes.map((cell) => [JSON.stringify(cell), cell] as const))("not %s", (_, cell) => {
    expect(drawnCell(cell)).toBeUndefined();
    expect(viewOfRows(new GraphIndex(fixtureGraph), [[cell]], 10).edges).toEqual([]);
  });

  it("nodes, edges and paths", () => {
    const edge = { kind: "edge", id: "e", type: "T", start: "a", end: "a", properties: {} };
    for (const cell of [node, edge, { kind: "path", nodes: [node], edges: [edge] }] as Cell[])
      expect(drawnCell(cell)).toBe(cell);
  });

  it("with all that a path goes through, and the ends of an edge that stands alone", async () => {
    const edge = { kind: "edge", id: "e", type: "T", start: "a", end: "b", properties: {} };
    const ends = [node, { ...node, id: "b" }] as const;
    const asked: (readonly string[])[] = [];
    const lookUp: Parameters<typeof graphOfRows>[1] = async (ids) => {
      asked.push(ids);
      return ends.map(({ id, labels, properties }) => ({ id, labels, properties }));
    };
    const path = { kind: "path", nodes: ends, edges: [edge] } as unknown as Cell;
    for (const [cell, wanted] of [
      [path, []],
      [[{ in: path }] as unknown as Cell, []],
      [edge as unknown as Cell, [["a", "b"]]],
    ] as const) {
      asked.length = 0;
      const graph = await graphOfRows([[1, cell]], lookUp);
      expect([graph.nodes.map(({ id }) => id), graph.edges.map(({ id }) => id)]).toEqual([["a", "b"], ["e"]]);
      expect(asked).toEqual(wanted);
    }
    const later = [{ ...edge, id: "f" }, edge].map((each) => [each as unknown as Cell]);
    expect((await graphOfRows(later, lookUp)).edges.map(({ id }) => id)).toEqual(["e", "f"]);
    await expect(graphOfRows([[1]], lookUp)).rejects.toMatchObject({ code: "EXPORT_NOTHING_DRAWN" });
  });
});
