/** New items as rows of a statement: no server is needed. */
import { describe, expect, it } from "vitest";
import { RowShape } from "../../../../src/store/neo4j/rows.ts";
import { edge, node } from "../../../fixtures/big-graph.ts";

const hashed = <T extends object>(item: T): { item: T; hash: string } => ({ item, hash: "h" });

describe("rows", () => {
  const firm = hashed(node("a", ["Company"], { name: "青禾", mentions: 2 }));
  const bare = hashed(node("b", ["Company"], { name: "云岭" }));

  it("have a column for each property that the schema declares, and their keys once", () => {
    const shape = new RowShape("node", [firm, bare]);
    const { columns, more, keySets, rows } = shape.rows([firm, bare]);
    expect(columns).toEqual([
      { name: "mentions", always: false },
      { name: "name", always: true },
    ]);
    expect(more).toBe(false);
    expect(keySets).toEqual([
      [":Company", "id", "mentions", "name"],
      [":Company", "id", "name"],
    ]);
    expect(rows).toEqual([
      ["a", "h", 0n, null, null, 2n, "青禾"],
      ["b", "h", 1n, null, null, null, "云岭"],
    ]);
    // Batches of one shape share their keys.
    expect(shape.rows([bare]).rows).toEqual([["b", "h", 1n, null, null, null, "云岭"]]);
  });

  it("end with a map of what the schema does not know, and of what a user wrote", () => {
    const own = hashed(node("c", ["Company"], { name: "澄岳", weight: 3 }));
    expect(new RowShape("node", [own]).rows([own])).toMatchObject({
      more: true,
      rows: [["c", "h", 0n, null, null, "澄岳", { weight: 3n }]],
    });
    const users = new RowShape("node", [bare], (id) => (id === "b" ? { note: "mine" } : undefined));
    expect(users.rows([bare]).rows).toEqual([["b", "h", 0n, null, null, "云岭", { note: "mine" }]]);
  });

  it("of edges have their ends", () => {
    const invests = hashed(edge("e", "INVESTS", "a", "p", { amount: 5 }));
    expect(new RowShape("edge", [invests]).rows([invests])).toMatchObject({
      columns: [{ name: "amount", always: true }],
      rows: [["e", "h", 0n, "a", "p", 5]],
    });
  });
});
