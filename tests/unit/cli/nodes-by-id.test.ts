import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { nodesById } from "../../../src/cli/nodes-by-id.ts";
import { graphOfRows } from "../../../src/query/graph-of-rows.ts";
import { openEmbedded } from "../../../src/store/embedded/index.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-ends-"));
const store = await openEmbedded(join(folder, "graph"));
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it("finds the ends of edges that a query returned alone, without the rest of the graph", async () => {
  await store.sync(fixtureGraph);
  const { rows } = await store.query("MATCH ()-[r:INVESTS]->() RETURN r");
  const asked: string[] = [];
  const graph = await graphOfRows(rows, (ids) => {
    asked.push(...ids);
    return nodesById(store, ids);
  });
  const edges = fixtureGraph.edges.filter(({ type }) => type === "INVESTS");
  const ends = new Set(edges.flatMap(({ start, end }) => [start, end]));
  expect(graph.edges.map(({ id }) => id)).toEqual(edges.map(({ id }) => id));
  expect(new Set(asked)).toEqual(ends);
  expect(graph.nodes).toEqual(fixtureGraph.nodes.filter(({ id }) => ends.has(id)));
  expect(await nodesById(store, ["no such"])).toEqual([]);
});
