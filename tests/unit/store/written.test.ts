/** Large answers lie in files without a name until they are taken. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cell } from "../../../src/model/cell.ts";
import type { WrittenRows } from "../../../src/store/contract.ts";
import { layDown, openWritten, RowWriter, removeWritten } from "../../../src/store/written.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-written-"));
  vi.stubEnv("TMPDIR", folder);
  vi.stubEnv("TEMP", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const rows: Cell[][] = Array.from({ length: 900 }, (_, i) => [i, `青禾${i}`, "𠮷".repeat(200)]);

async function taken(written: WrittenRows | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for (let piece = await written?.next(); piece; piece = await written?.next()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe("rows", () => {
  it("that are few stay rows", async () => {
    const result = { columns: ["a"], rows: [[1], ["x"]], truncated: false };
    expect(await layDown(result, 1_000)).toBe(result);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that are many are handed on byte for byte, from a file that has no name", async () => {
    const { written } = await layDown({ columns: ["a", "b", "c"], rows, truncated: false }, 1_000);
    expect(readdirSync(folder)).toEqual([]);
    const text = await taken(written);
    expect(text).toBe(JSON.stringify(rows).slice(1, -1));
    expect(written?.bytes).toBe(Buffer.byteLength(text));
    written?.close();
    expect(await written?.next()).toBeUndefined();
  });

  it("that are one, and large, are handed on, too", async () => {
    const row: Cell[] = ["青禾".repeat(1_000)];
    const { written } = await layDown({ columns: ["a"], rows: [row], truncated: false }, 1_000);
    expect(await taken(written)).toBe(JSON.stringify(row));
    written?.close();
  });

  it("leave to be drawn each thing once, without long texts", async () => {
    const node: Cell = {
      kind: "node",
      id: "a",
      labels: ["Company"],
      properties: { name: "青禾", evidence: ["x".repeat(5_000)], reports: ["r1"], text: "x".repeat(5_000) },
    };
    const edge: Cell = { kind: "edge", id: "e", type: "INVESTS", start: "a", end: "b", properties: {} };
    const path: Cell = { kind: "path", nodes: [node, { ...node, id: "b" }], edges: [edge] };
    const given = [
      [node, "a", "x".repeat(5_000)],
      [path, { deep: [edge] }, 7],
    ];
    const result = await layDown({ columns: [], rows: given, truncated: false }, 100);
    const short = { ...node, properties: { name: "青禾", reports: ["r1"] } };
    expect(result.rows).toEqual([[short, "a", { ...short, id: "b" }, edge]]);
    result.written?.close();
  });

  it("that nobody wants any more leave nothing", () => {
    const writer = new RowWriter(10);
    writer.push(["x".repeat(100)], 100);
    expect(readdirSync(folder)).toHaveLength(1);
    writer.drop();
    writer.drop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("that the temporary folder does not take are refused", () => {
    vi.stubEnv("TMPDIR", join(folder, "none"));
    vi.stubEnv("TEMP", join(folder, "none"));
    const writer = new RowWriter(10);
    expect(() => writer.push(["x".repeat(100)], 100)).toThrow(
      expect.objectContaining({ name: "QueryError", code: "QUERY_TOO_BIG" }),
    );
    writer.drop();
  });

  it("of a process that has ended are removed, those of others stay", () => {
    for (const name of ["reportgraph-answer-12-aa", "reportgraph-answer-123-aa"])
      writeFileSync(join(folder, name), "");
    removeWritten(12);
    expect(readdirSync(folder)).toEqual(["reportgraph-answer-123-aa"]);
  });

  it("whose file was cut end with an error", async () => {
    const path = join(folder, "cut");
    writeFileSync(path, "[1],");
    const written = openWritten({ path, bytes: 8 });
    expect(existsSync(path)).toBe(false);
    await written.next();
    await expect(written.next()).rejects.toThrow();
    written.close();
  });
});
