import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it, vi } from "vitest";
import { exportFormats, exportGraph, type FormatName } from "../../../src/export/index.ts";
import { nastyGraph } from "./nasty.ts";

const folder = mkdtempSync(join(tmpdir(), "export-"));
afterAll(() => rmSync(folder, { recursive: true }));

const names = Object.keys(exportFormats) as FormatName[];
const sink = (): { stream: Writable; bytes: () => Buffer } => {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    highWaterMark: 16,
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk);
      setImmediate(done);
    },
  });
  return { stream, bytes: () => Buffer.concat(chunks) };
};
const bytesOf = async (format: string): Promise<Buffer> => {
  const { stream, bytes } = sink();
  await exportGraph(nastyGraph(), format, stream);
  expect(stream.writableEnded).toBe(false);
  return bytes();
};

describe("exportGraph", () => {
  it.each(names)("writes %s with the same bytes on another day", async (format) => {
    const first = await bytesOf(format);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-07-08T09:10:11Z") });
    try {
      expect((await bytesOf(format)).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
    expect(first.length).toBeGreaterThan(1000);
  });

  const single = names.filter((name) => exportFormats[name].shape !== "folder");
  it.each(single)("writes %s to a file as to a stream", async (format) => {
    const path = join(folder, `graph-${format}`);
    await exportGraph(nastyGraph(), format, path);
    expect(readFileSync(path).equals(await bytesOf(format))).toBe(true);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it("writes csv as a folder, or packed", async () => {
    const path = join(folder, "deep", "tables");
    await exportGraph(nastyGraph(), "csv", path);
    expect(readdirSync(path).sort()).toEqual(["edges.csv", "nodes.csv"]);
    await exportGraph(nastyGraph(), "csv", `${path}.zip`);
    const packed = unzipSync(new Uint8Array(readFileSync(`${path}.zip`)));
    for (const name of ["nodes.csv", "edges.csv"])
      expect(Buffer.from(packed[name] ?? []).equals(readFileSync(join(path, name)))).toBe(true);
  });

  it.each(names)("writes an empty graph as %s", async (format) => {
    const { stream, bytes } = sink();
    await exportGraph({ nodes: [], edges: [] }, format, stream);
    // No line at all is right for JSON Lines; the others have a frame.
    expect(bytes().length > 0).toBe(format !== "jsonl");
  });

  it.each(["xml", "constructor", ""])("refuses the format %j", async (format) => {
    await expect(exportGraph(nastyGraph(), format, join(folder, "x"))).rejects.toMatchObject({
      code: "EXPORT_FORMAT",
      exitCode: 2,
    });
  });

  it("refuses an edge whose end is missing, and writes nothing", async () => {
    const graph = nastyGraph();
    graph.nodes.shift();
    await expect(exportGraph(graph, "gexf", join(folder, "dangling"))).rejects.toMatchObject({
      code: "EXPORT_DANGLING_END",
    });
    expect(existsSync(join(folder, "dangling"))).toBe(false);
  });

  it("leaves the old file where writing fails half way", async () => {
    const path = join(folder, "old.cypher");
    writeFileSync(path, "old");
    const graph = nastyGraph();
    const last = graph.nodes.at(-1);
    if (last) last.properties["bad name"] = 1;
    await expect(exportGraph(graph, "cypher", path)).rejects.toMatchObject({ code: "EXPORT_NAME" });
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it.each(["graphml", "xlsx", "csv"])("names an output that cannot be written (%s)", async (format) => {
    writeFileSync(join(folder, "file"), "");
    const path = join(folder, "file", "below");
    await expect(exportGraph(nastyGraph(), format, path)).rejects.toMatchObject({
      code: "OUTPUT_FAILED",
      where: path,
    });
  });
});
