import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/model/cell.ts";
import { DrawnPart } from "../../../src/query/drawn-part.ts";

const node = (id: string, properties: object = {}): Cell =>
  ({ kind: "node", id, labels: ["Company"], properties }) as unknown as Cell;
const edge = (id: string, start: string, end: string): Cell =>
  ({ kind: "edge", id, type: "INVESTS", start, end, properties: { amount: 3 } }) as unknown as Cell;

function taken(...rows: Cell[][]): Cell[] {
  const part = new DrawnPart();
  for (const row of rows) part.take(row);
  return part.cells;
}
const ids = (...rows: Cell[][]): unknown[] =>
  taken(...rows).map((cell) => (typeof cell === "string" ? cell : (cell as { id: string }).id));

describe("what of an answer is drawn", () => {
  it("each node and edge once, wherever it stands", () => {
    const path = {
      kind: "path",
      nodes: [node("a"), node("c")],
      edges: [edge("e", "a", "c")],
    } as unknown as Cell;
    expect(
      ids([node("a"), edge("e", "a", "b")], [node("a"), [node("b"), { deep: node("c") }]], [path]),
    ).toEqual(["a", "e", "b", "c"]);
    expect(ids([path])).toEqual(["a", "c", "e"]);
  });

  it("a node, an edge and a text that share an id are three", () => {
    expect(ids(["x", node("x"), edge("x", "a", "b"), "x"])).toEqual(["x", "x", "x"]);
  });

  it("texts that may be ids: those of a row, up to five hundred characters", () => {
    const long = "x".repeat(500);
    expect(taken([long, `${long}x`, ["inside a list"], null, 7, true])).toEqual([long]);
  });

  it("nodes without long texts, and of other values numbers and the reports alone", () => {
    const long = "禾".repeat(501);
    const given = {
      name: "青禾",
      text: long,
      short: long.slice(1),
      degree: 0,
      reports: ["r"],
      aliases: ["青"],
      official: true,
    };
    expect(taken([node("a", given)])).toEqual([
      node("a", { name: "青禾", short: long.slice(1), degree: 0, reports: ["r"] }),
    ]);
    expect(taken([edge("e", "a", "b")])).toEqual([edge("e", "a", "b")]);
  });

  it("nothing of a map that only looks like a node, but what is in it", () => {
    expect(ids([{ kind: "node", id: "a", of: node("b") } as unknown as Cell])).toEqual(["b"]);
  });
});
