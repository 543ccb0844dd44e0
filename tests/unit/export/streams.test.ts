import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { zipTexts } from "../../../src/export/archive.ts";
import { HashSet } from "../../../src/export/hash-set.ts";
import { exportFormats, type FormatName } from "../../../src/export/index.ts";
import { workbookBytes } from "../../../src/export/workbook.ts";
import { type GraphItems, itemsOf } from "../../../src/graph/items.ts";
import type { Graph, GraphNode } from "../../../src/model/graph.ts";

const COUNT = 5_000;
const graph: Graph = {
  nodes: Array.from(
    { length: COUNT },
    (_, i): GraphNode => ({
      id: String(i).padStart(8, "0"),
      labels: ["Company", "Entity"],
      properties: { id: String(i).padStart(8, "0"), name: `青禾${i}`, aliases: [] },
    }),
  ),
  edges: [],
};

/** The graph, and how many nodes the walk that is under way has taken. */
function counted(): { items: GraphItems; taken: () => number } {
  let taken = 0;
  const items: GraphItems = {
    ...itemsOf(graph),
    *nodes(of) {
      taken = 0;
      for (const node of itemsOf(graph).nodes(of)) {
        taken++;
        yield node;
      }
    },
  };
  return { items, taken: () => taken };
}

async function firstPiece(name: FormatName, items: GraphItems): Promise<void> {
  const format = exportFormats[name];
  if (format.shape === "bytes") throw new Error("packed: its pieces are the packer's");
  const written = (await format.load())(items);
  // Of several files the one with the nodes, behind its header.
  const pieces = (
    written instanceof Map
      ? (written as ReadonlyMap<string, Iterable<string>>).get(
          name === "csv" ? "nodes.csv" : "nodes-Company.csv",
        )
      : written
  ) as Iterable<string> | undefined;
  for (const piece of pieces ?? []) if (piece.includes("青禾")) return;
  throw new Error("no node was written");
}

describe("an export", () => {
  const names = (Object.keys(exportFormats) as FormatName[]).filter(
    (name) => exportFormats[name].shape !== "bytes",
  );
  it.each(names)("has written the first of %s when it has read a few nodes", async (name) => {
    const { items, taken } = counted();
    await firstPiece(name, items);
    expect(taken()).toBeGreaterThan(0);
    expect(taken()).toBeLessThanOrEqual(500);
  });

  it("packs the rows of a workbook as they come", () => {
    let taken = 0;
    function* rows(): Generator<[string, number]> {
      for (; taken < 50_000; taken++) yield [`青禾光伏电站${taken}`, taken];
    }
    const columns = ["name", "count"].map((header) => ({ headers: [header], width: 10 }));
    let [before, most] = [0, 0];
    for (const _ of workbookBytes([{ name: "青禾", columns, frozen: 0, rows: rows() }])) {
      most = Math.max(most, taken - before);
      before = taken;
    }
    expect(taken).toBe(50_000);
    expect(most).toBeLessThan(5_000);
  });

  it("packs many texts without holding them, and refuses what no zip can hold", () => {
    const files = new Map([
      ["a.txt", ["青", "禾"]],
      ["b.txt", []],
    ]);
    const instead = "write a folder";
    const bytes = Buffer.concat([...zipTexts(files, { instead })]);
    const unpacked = Object.entries(unzipSync(bytes)).map(([name, text]) => [
      name,
      Buffer.from(text).toString(),
    ]);
    expect(unpacked).toEqual([
      ["a.txt", "青禾"],
      ["b.txt", ""],
    ]);
    expect([...zipTexts(files, { mostBytes: bytes.length, instead })].length).toBeGreaterThan(0);
    const tooBig = { code: "EXPORT_TOO_BIG", message: expect.stringContaining(instead) as string };
    expect(() => [...zipTexts(files, { mostBytes: bytes.length - 1, instead })]).toThrow(
      expect.objectContaining(tooBig),
    );
    // What packs well is small in the archive, but its own size must be told there, too.
    const even: [string, string[]][] = [["a.txt", ["禾".repeat(10_000)]]];
    expect(Buffer.concat([...zipTexts(even, { instead })]).length).toBeLessThan(1_000);
    expect(() => [...zipTexts(even, { mostBytes: 10_000, instead })]).toThrow(
      expect.objectContaining(tooBig),
    );
  });

  it("knows which hashes it has seen", () => {
    const set = new HashSet();
    const hashes = Array.from({ length: 20_000 }, (_, i) => (i * 0x9e37_79b9).toString(16).padStart(16, "0"));
    hashes.push("f".repeat(16), `${"0".repeat(8)}${"f".repeat(8)}`, `${"f".repeat(8)}${"0".repeat(8)}`);
    expect(hashes.filter((hash) => set.add(hash)).length).toBe(new Set(hashes).size);
    expect(hashes.filter((hash) => set.add(hash))).toEqual([]);
  });
});
