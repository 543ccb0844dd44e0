/** The two bulk ways, with the real importer and the real APOC: the same database as the driver load. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exampleGraph } from "../../schema/public.ts";
import { regionGraph } from "../../scripts/bench/region.ts";
import { importNeo4jAdmin } from "../../scripts/neo4j/import.ts";
import { startNeo4j } from "../../scripts/neo4j/server.ts";
import { exportGraph } from "../../src/export/index.ts";
import { writeNeo4jAdmin } from "../../src/export/neo4j-admin/index.ts";
import { itemsOf } from "../../src/graph/items.ts";
import type { Graph, GraphNode } from "../../src/model/graph.ts";
import type { Store } from "../../src/store/contract.ts";
import { openNeo4j } from "../../src/store/neo4j/index.ts";
import { empty, hashGraph, openShared, SMALL, shared } from "./support.ts";

const root = mkdtempSync(join(tmpdir(), "reportgraph-bulk-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NASTY = [
  "a,b;c|d\te",
  'quote " and "" and \\" and \\',
  "two\nlines\r\nand more",
  "",
  " spaces around ",
  "=1+1",
  "null",
  "\u0085 \u2028 \u2029𠮷👩‍👩‍👧",
];

/**
 * Everything that a file format could trip over, beside the examples and the generated region.
 * @param mixed With a property that the schema does not know and that is sometimes whole: a column of CSV has one type.
 */
function nastyGraph(mixed = false): Graph {
  const region = regionGraph({ nodes: 300, edges: 900 });
  const nodes = NASTY.map((name, i) => ({
    id: `nasty-${i}`,
    labels: ["Company", "Entity"],
    properties: { aliases: i === 0 ? [] : [`${name}x`, "y"], id: `nasty-${i}`, mentions: 2 ** 40, name },
  }));
  // Numbers where an integer and a float differ, on nodes and on edges; names that no schema knows.
  const edges = [0, 1, -0, 2.5, 1e21, 2 ** 53, -3].map((amount, i) => ({
    id: `nasty-edge-${i}`,
    type: "INVESTS",
    start: "nasty-1",
    end: (region.nodes.find(({ labels }) => labels.includes("Project")) as GraphNode).id,
    properties: {
      amount,
      count: i,
      empty: [],
      "odd name `": [1.5, 2],
      ...(mixed ? { ratio: amount } : {}),
      status: "stated",
      whole: [1, 2],
    },
  }));
  const sample = exampleGraph();
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    nodes: [...region.nodes, ...sample.nodes, ...nodes].sort(byId),
    edges: [...region.edges, ...sample.edges, ...edges].sort(byId),
  };
}

/** Counts by label and by type, and every property of the database with its type, ours and the marks. */
async function contents(store: Store): Promise<unknown> {
  const ask = async (cypher: string) =>
    (await store.query(cypher, { write: true, maxRows: 1e6, timeoutMs: 60_000 })).rows;
  return {
    labels: await ask("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS c ORDER BY label"),
    types: await ask("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS c ORDER BY type"),
    nodes: await ask(
      "MATCH (n) UNWIND keys(n) AS key RETURN n.id AS id, key, n[key] AS value, valueType(n[key]) AS type ORDER BY id, key",
    ),
    edges: await ask(
      "MATCH (a)-[r]->(b) UNWIND keys(r) AS key RETURN a.id AS a, b.id AS b, r.id AS id, key, r[key] AS value, valueType(r[key]) AS type ORDER BY id, key",
    ),
  };
}

describe("export --format neo4j-admin", () => {
  it("is imported without a complaint, and equals the driver load down to the types of values", async () => {
    const graph = nastyGraph();
    const loaded = await openShared();
    await empty(loaded);
    await loaded.sync(graph);
    const expected = await contents(loaded);
    await loaded.close();

    const folder = join(root, "admin");
    await exportGraph(graph, "neo4j-admin", folder);
    const said = await importNeo4jAdmin(folder, join(root, "home"));
    expect(said).toMatch(/IMPORT DONE/);
    expect(said).not.toMatch(/bad entr|warn|duplicate|skipp/i);

    const server = await startNeo4j({
      dataDir: join(root, "home"),
      boltPort: 0,
      ...SMALL,
    });
    try {
      const store = await openNeo4j(server.uri, server);
      const after = readFileSync(join(folder, "after-import.cypher"), "utf8");
      for (const statement of after.split(";\n").filter((text) => text.trim() !== ""))
        await store.query(statement, { write: true });
      expect(await contents(store)).toEqual(expected);
      expect(hashGraph(await store.graph())).toBe(hashGraph(graph));
      const again = await store.sync(graph);
      expect(again.nodes).toEqual({ created: 0, updated: 0, deleted: 0, unchanged: graph.nodes.length });
      expect(again.edges).toEqual({ created: 0, updated: 0, deleted: 0, unchanged: graph.edges.length });
      await store.close();
    } finally {
      await server.stop();
    }
  });

  it("refuses what CSV cannot tell apart", () => {
    const graph: Graph = {
      nodes: [{ id: "a", labels: ["Entity", "Company"], properties: { id: "a", aliases: [""] } }],
      edges: [],
    };
    const write = (): string[] =>
      [...writeNeo4jAdmin(itemsOf(graph)).values()].flatMap((pieces) => [...pieces]);
    expect(write).toThrow(expect.objectContaining({ code: "EXPORT_UNSUITED" }));
  });
});

describe("export --format jsonl", () => {
  it("is what apoc.import.json loads, and equals the driver load down to the types of values", async () => {
    const graph = nastyGraph(true);
    const file = join(root, "graph.jsonl");
    await exportGraph(graph, "jsonl", file);
    const store = await openShared();
    await empty(store);
    await store.sync(graph);
    const expected = await contents(store);
    await empty(store);
    const { home } = shared();
    if (home) copyFileSync(file, join(home, "import", "graph.jsonl"));
    else throw new Error("this test needs a server whose import folder it can reach: unset NEO4J_URI");
    const { rows } = await store.query(
      "CALL apoc.import.json('graph.jsonl', {importIdName: 'id'}) YIELD nodes, relationships RETURN nodes, relationships",
      { write: true, timeoutMs: 120_000 },
    );
    expect(rows).toEqual([[graph.nodes.length, graph.edges.length]]);
    expect(await contents(store)).toEqual(expected);
    expect(hashGraph(await store.graph())).toBe(hashGraph(graph));
    const again = await store.sync(graph);
    expect(again.nodes).toEqual({ created: 0, updated: 0, deleted: 0, unchanged: graph.nodes.length });
    expect(again.edges).toEqual({ created: 0, updated: 0, deleted: 0, unchanged: graph.edges.length });
    await empty(store);
    await store.close();
  });
});
