/** Values of the driver as cells of a result: no server is needed. */
import neo4j from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { Ends, noteEnds, toCell } from "../../../../src/store/neo4j/cells.ts";

const { Node, Relationship, Path, PathSegment } = neo4j.types;
const firm = new Node(
  1n,
  ["Entity", "Company"],
  { id: "firm", name: "青禾", mentions: 2n, rgHash: "h" },
  "n1",
);
const park = new Node(2n, ["Project"], { id: "park" }, "n2");
const own = new Node(3n, ["Note"], { text: "mine" }, "n3");
const invests = new Relationship(4n, 1n, 2n, "INVESTS", { id: "e", amount: 5 }, "r4", "n1", "n2");
const note = new Relationship(5n, 3n, 2n, "ON", { id: 7n }, "r5", "n3", "n2");

const cellOf = (value: unknown, ends = new Ends()): unknown => toCell(value, ends);

describe("cells", () => {
  it("of plain values are those, where JSON has them", () => {
    expect([null, undefined, true, "x", 1.5, 7n].map((value) => cellOf(value))).toEqual([
      null,
      null,
      true,
      "x",
      1.5,
      7,
    ]);
    expect([2n ** 60n + 1n, Number.NaN, Number.POSITIVE_INFINITY].map((value) => cellOf(value))).toEqual([
      "1152921504606846977",
      "NaN",
      "Infinity",
    ]);
    expect(cellOf([1n, { a: 2n, rgHash: "h" }, new Int8Array([1, 2])])).toEqual([1, { a: 2 }, [1, 2]]);
    expect(cellOf(new neo4j.types.Date(2024, 5, 6))).toBe("2024-05-06");
  });

  it("of nodes have their id of ours, sorted labels, and nothing of the sync", () => {
    expect(cellOf(firm)).toEqual({
      kind: "node",
      id: "firm",
      labels: ["Company", "Entity"],
      properties: { id: "firm", mentions: 2, name: "青禾" },
    });
    expect(cellOf(own)).toMatchObject({ kind: "node", id: "n3", properties: { text: "mine" } });
  });

  it("of edges have their ends' ids, where they are known", () => {
    const ends = new Ends();
    noteEnds([invests, { deep: note }, firm], ends);
    expect(ends.unknown().sort()).toEqual(["n2", "n3"]);
    ends.learn("n2", "park");
    ends.learn("n3", null);
    expect(cellOf(invests, ends)).toEqual({
      kind: "edge",
      id: "e",
      type: "INVESTS",
      start: "firm",
      end: "park",
      properties: { amount: 5 },
    });
    // A user's own edge: an id that is no text is a property.
    expect(cellOf(note, ends)).toMatchObject({ id: "r5", start: "n3", end: "park", properties: { id: 7 } });
  });

  it("of paths have their nodes and edges in order, and tell the ends themselves", () => {
    const path = new Path(firm, park, [new PathSegment(firm, invests, park)]);
    const ends = new Ends();
    noteEnds(path, ends);
    expect(ends.unknown()).toEqual([]);
    expect(cellOf(path, ends)).toMatchObject({
      kind: "path",
      nodes: [{ id: "firm" }, { id: "park" }],
      edges: [{ id: "e", start: "firm", end: "park" }],
    });
  });
});
