import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { exportFormats, exportGraph, type FormatName } from "../../../src/export/index.ts";
import { writeNeo4jAdmin } from "../../../src/export/neo4j-admin/index.ts";
import { itemsOf } from "../../../src/graph/items.ts";
import type { Graph } from "../../../src/model/graph.ts";
import { reportFacts } from "../../../src/server/answers/report-facts.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import type { StatusBody } from "../../../src/server/legend-types.ts";
import { adaptWorkspace } from "../../../src/server/workspace-adapter.ts";
import type { Store } from "../../../src/store/contract.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { graphOf } from "../../../src/workspace/graph-of.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";
import { qinglin } from "../../fixtures/explorer/qinglin.ts";
import { entryOf } from "../../property/index-world.ts";
import { mention, ref, relation } from "../resolve/claims.ts";
import { body, harness } from "./harness.ts";

const names = Object.keys(exportFormats) as FormatName[];
const app = await harness();
const graph = qinglin().graph();

/** What the command line writes to a pipe. */
async function written(part: Graph, format: FormatName): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const out = new Writable({
    write(chunk: Uint8Array, _encoding, taken) {
      chunks.push(new Uint8Array(chunk));
      taken();
    },
  });
  await exportGraph(part, format, out);
  return Buffer.concat(chunks);
}

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

it.each(names)("%s is the file that the command line writes", async (format) => {
  const response = await app.get(`/api/export?format=${format}`);
  const { shape, extension, mediaType } = exportFormats[format];
  expect(response.headers.get("content-disposition")).toContain(`reportgraph-${format}${extension}"`);
  expect(response.headers.get("content-type")).toContain(shape === "folder" ? "application/zip" : mediaType);
  const got = await bytesOf(response);
  const expected = await written(graph, format);
  if (shape === "text") expect(got.toString("utf8")).toBe(expected.toString("utf8"));
  else expect(got.equals(expected)).toBe(true);
});

it("does not begin a file for HEAD, which nobody would take", async () => {
  const one = await harness({ limits: { exports: 1, queueMs: 50 } });
  for (let i = 0; i < 3; i++)
    expect((await one.send("/api/export?format=jsonl", { method: "HEAD" })).status).toBe(200);
  expect((await one.get("/api/export?format=jsonl")).status).toBe(200);
});

it("separates the lists for neo4j-admin by a character that no text has", async () => {
  const nodes = ["a\u001fb", "c\u001ed"].map((alias, i) => ({
    id: `n${i}`,
    labels: ["Entity", "Company"],
    properties: { name: "青禾", aliases: [alias, "云岭"] },
  }));
  const text = (await written({ nodes, edges: [] }, "neo4j-admin")).toString("latin1");
  expect(text.length).toBeGreaterThan(0);
  const files = writeNeo4jAdmin(itemsOf({ nodes, edges: [] }));
  expect([...(files.get("import.args") ?? [])].join("")).toContain("--array-delimiter=U+001D\n");
  expect([...(files.get("nodes-Company.csv") ?? [])].join("")).toContain('"a\u001fb\u001d云岭"');
});

it("writes a part: the nodes asked for and the edges among them", async () => {
  const [edge] = graph.edges;
  if (!edge) throw new Error("the fixture has no edge");
  const ids = [edge.start, edge.end];
  const part = {
    nodes: graph.nodes.filter(({ id }) => ids.includes(id)),
    edges: graph.edges.filter(({ id }) => id === edge.id),
  };
  const response = await app.send("/api/export", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ format: "jsonl", ids, edges: [edge.id] }),
  });
  expect((await bytesOf(response)).toString()).toBe((await written(part, "jsonl")).toString());
});

it("names the same formats in the status and in the OpenAPI document", async () => {
  expect((await body<StatusBody>(await app.get("/api/status"))).exports).toEqual(names);
  const document = JSON.stringify(await body<unknown>(await app.get("/api/openapi.json")));
  expect(document).toContain(`"enum":${JSON.stringify(names)}`);
  expect((await app.get("/api/export?format=exe")).status).toBe(400);
});

it("gives up an export that nobody takes, and the next one has its place", async () => {
  const narrow = await harness({ limits: { exports: 1, exportStallMs: 30, queueMs: 60_000 } });
  const left = await narrow.get("/api/export?format=jsonl");
  expect(left.status).toBe(200);
  const next = await narrow.get("/api/export?format=jsonl");
  expect((await bytesOf(next)).length).toBeGreaterThan(1_000);
  await expect(left.arrayBuffer()).rejects.toThrow();
});

it("ends the export of a client that goes away", async () => {
  const narrow = await harness({ limits: { exports: 1, exportStallMs: 3_600_000, queueMs: 60_000 } });
  const left = await narrow.get("/api/export?format=jsonl");
  await left.body?.cancel();
  expect((await bytesOf(await narrow.get("/api/export?format=jsonl"))).length).toBeGreaterThan(1_000);
});

it("a report tells what it states, also where the edge lists a hundred others", async () => {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-stated-"));
  try {
    const workspace = openWorkspace(folder);
    const ids = Array.from({ length: 103 }, (_, i) => `r${String(i).padStart(3, "0")}`);
    for (const [i, id] of ids.entries()) {
      const claims = [
        mention(id, "Company", "青禾光伏有限公司"),
        mention(id, "Company", "云岭集团有限公司"),
        relation(id, ref("Company", "青禾光伏有限公司"), "PART_OF", ref("Company", "云岭集团有限公司")),
      ];
      const entry = { ...entryOf(id, "320500", ""), key: i.toString(16).padStart(16, "0"), tagged: true };
      workspace.put({ entry: { ...entry, read: 1, silent: 0, claims: 3 }, claims, dropped: [] });
    }
    workspace.commit();
    const index = new GraphIndex(graphOf(workspace));
    const store: Store = { ...openMemory(), revision: async () => workspace.revision() };
    const api = adaptWorkspace({ open: () => openWorkspace(folder), store });
    const [partOf] = index.network.edges("PART_OF");
    const edge = partOf?.id;
    const listed = partOf?.properties["reports"] as string[];
    expect(listed.length).toBe(100);
    for (const id of [ids[0], ids.find((each) => !listed.includes(each))] as string[]) {
      const report = await api.report(id);
      if (report === undefined) throw new Error(`no report ${id}`);
      const { facts } = reportFacts(index, report, 0);
      expect(facts.map(({ edge: stated }) => stated).filter((stated) => stated === edge)).toEqual([edge]);
      expect(facts.find(({ edge: stated }) => stated === edge)?.start).toBe(report.stated?.[0]?.start);
    }
    workspace.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("is read from the index of a folder, while the server holds nothing of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-export-"));
  try {
    const workspace = openWorkspace(folder);
    const [company, place] = [ref("Company", "青禾光伏有限公司"), ref("Place", "云泽市")];
    const claims = [
      mention("a", "Company", company.name),
      mention("a", "Place", place.name),
      { ...relation("a", company, "LOCATED_IN", place), confidence: 0.6 },
    ];
    const entry = { ...entryOf("a", "320500", ""), key: "00000000000000a0", tagged: true };
    workspace.put({ entry: { ...entry, read: 1, silent: 0, claims: 3 }, claims, dropped: [] });
    workspace.commit();
    const store: Store = {
      ...openMemory(),
      revision: async () => workspace.revision(),
      read: async () => {
        throw new Error("the store was read");
      },
    };
    const api = adaptWorkspace({ open: () => openWorkspace(folder), store });
    const served = await harness({}, (fixture) => ({
      ...fixture,
      indexedFolder: () => api.indexedFolder(),
      indexed: () => api.indexed(),
      readIndex: () => api.readIndex(),
    }));
    const got = await bytesOf(await served.get("/api/export?format=jsonl"));
    expect(got.toString("utf8")).toBe((await written(graphOf(workspace), "jsonl")).toString("utf8"));
    expect(got.toString("utf8")).toContain("LOCATED_IN");
    const surer = await bytesOf(await served.get("/api/export?format=jsonl&minConfidence=0.8"));
    const { nodes, edges } = graphOf(workspace);
    const left = { nodes, edges: edges.filter(({ type }) => type !== "LOCATED_IN") };
    expect(surer.toString("utf8")).toBe((await written(left, "jsonl")).toString("utf8"));
    workspace.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
