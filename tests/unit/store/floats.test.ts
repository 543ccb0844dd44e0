/** What the schema calls a number is a float in the embedded store, however it came there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../src/model/graph.ts";
import { GrafeoDB } from "../../../src/store/embedded/grafeo.ts";
import { openEmbedded } from "../../../src/store/embedded/index.ts";

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "reportgraph-floats-"));
  file = join(root, "store", "graph.grafeo");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const observation = (id: string, value: number): GraphNode => ({
  id,
  labels: ["Observation"],
  properties: { id, value },
});
const graphOf = (...values: number[]): Graph => ({
  nodes: values.map((value, i) => observation(`o${i}`, value)),
  edges: [],
});
const HALVES = "MATCH (n:Observation) RETURN n.value / 2 AS x ORDER BY n.id";

async function synced(graph: Graph, revision: string): Promise<unknown[][]> {
  const store = await openEmbedded(join(root, "store"));
  try {
    await store.sync(graph, undefined, revision);
    expect(await store.graph()).toEqual(graph);
    return (await store.query(HALVES)).rows;
  } finally {
    await store.close();
  }
}

async function inFile(cypher: string): Promise<void> {
  const db = GrafeoDB.create(file);
  await db.executeCypher(cypher);
  db.close();
}

it("made, changed and left as it was", async () => {
  expect(await synced(graphOf(3, 2.5), "a")).toEqual([[1.5], [1.25]]);
  expect(await synced(graphOf(3, 5, 7), "b")).toEqual([[1.5], [2.5], [3.5]]);
});

it("in a file that an earlier version wrote", async () => {
  await synced(graphOf(3, 5), "a");
  await inFile("MATCH (n:Observation) SET n.value = toInteger(n.value)");
  rmSync(`${file}.revision-2`);
  writeFileSync(`${file}.revision`, "a");
  expect(await synced(graphOf(3, 5), "a")).toEqual([[1.5], [2.5]]);
});

it("after a process was killed before it made floats of what it had written", async () => {
  await synced(graphOf(3, 5), "a");
  await inFile("MATCH (n:Observation) SET n.value = toInteger(n.value), n.rgHash = ''");
  expect(await synced(graphOf(3, 5), "a")).toEqual([[1.5], [2.5]]);
});
