/** Grafeo's values as cells of a result. */
import { describe, expect, it } from "vitest";
import { toCell } from "../../../../src/store/embedded/cells.ts";
import type { GrafeoDB } from "../../../../src/store/embedded/grafeo.ts";

const IDS: Readonly<Record<number, string>> = { 1: "firm", 2: "park" };
/** Of the database only what `toCell` asks: a node's id by its number. */
const db = { getNode: (native: number) => ({ get: () => IDS[native] }) } as unknown as GrafeoDB;
const cellOf = (value: unknown): unknown => toCell(value, db);

const firm = { _id: 1, _labels: ["Entity", "Company"], id: "firm", name: "青禾", mentions: 2n, rgHash: "h" };
const invests = { _id: 4, _source: 1, _target: 2, _type: "INVESTS", id: "e", amount: 5 };

describe("cells", () => {
  it("of plain values are those, where JSON has them", () => {
    expect([null, undefined, false, "x", 1.5, 7n, Number.NaN, 2n ** 60n + 1n].map(cellOf)).toEqual([
      null,
      null,
      false,
      "x",
      1.5,
      7,
      "NaN",
      "1152921504606846977",
    ]);
    expect(cellOf(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
    expect(cellOf([new Uint8Array([1, 2]), { a: 1n, rgKeys: [] }])).toEqual([[1, 2], { a: 1 }]);
  });

  it("of nodes, edges and paths have ids of ours and nothing of the sync", () => {
    const nodeCell = {
      kind: "node",
      id: "firm",
      labels: ["Company", "Entity"],
      properties: { id: "firm", mentions: 2, name: "青禾" },
    };
    const edgeCell = {
      kind: "edge",
      id: "e",
      type: "INVESTS",
      start: "firm",
      end: "park",
      properties: { amount: 5 },
    };
    expect(cellOf(firm)).toEqual(nodeCell);
    expect(cellOf(invests)).toEqual(edgeCell);
    const { kind: _n, ...node } = nodeCell;
    const { kind: _e, ...edge } = edgeCell;
    expect(cellOf({ nodes: [firm], edges: [invests] })).toEqual({
      kind: "path",
      nodes: [node],
      edges: [edge],
    });
  });

  it("of a user's own things have the database's numbers", () => {
    expect(cellOf({ _id: 9, _labels: ["Note"], text: "mine" })).toMatchObject({ id: "#9" });
    expect(cellOf({ _id: 8, _source: 1, _target: 9, _type: "ON", id: 7 })).toMatchObject({
      id: "#8",
      start: "firm",
      end: "#9",
      properties: { id: 7 },
    });
  });

  it.each<object>([
    { nodes: [], edges: [] },
    { nodes: [firm], edges: [firm] },
    { nodes: [invests], edges: [] },
    { nodes: [firm], edges: [], more: 1 },
    { nodes: [firm] },
    { _id: "1", _labels: [] },
    { _id: 1, _source: 1 },
  ])("that only look like a path, a node or an edge are maps", (value) => {
    expect(cellOf(value)).not.toHaveProperty("kind");
  });
});
