/**
 * How fast a graph of the product's own shape goes into Neo4j, beside a bare UNWIND + MERGE script, the bulk importer and
 * the embedded store, and how fast the saved queries answer on both: `npx tsx scripts/bench/neo4j.ts [--nodes N]
 * [--edges N] [--rounds N]`. Prints JSON. Each load gets a server of its own that has loaded a small graph before.
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import neo4j from "neo4j-driver";
import { exportGraph } from "../../src/export/index.ts";
import { loadSavedQueries } from "../../src/query/saved.ts";
import type { Store } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/open.ts";
import { importNeo4jAdmin } from "../neo4j/import.ts";
import { type RunningNeo4j, startNeo4j } from "../neo4j/server.ts";
import { bareLoad } from "./neo4j-bare.ts";
import { regionGraph } from "./region.ts";

export interface BenchOptions {
  nodes: number;
  edges: number;
  /** How often each saved query is asked. */
  rounds: number;
  log?: (line: string) => void;
}

/** Milliseconds. */
export interface Latency {
  p50: number;
  p95: number;
}

export interface BenchResult {
  items: number;
  /** Items (nodes and edges) a second. */
  bare: number;
  ours: number;
  /** `ours / bare`. */
  ratio: number;
  embedded: number;
  importTool: number;
  /** How many times faster a second load of the same graph is. */
  secondLoad: number;
  queries: Record<string, { neo4j: Latency; embedded: Latency }>;
}

const PASSWORD = "bench-password";

export async function benchNeo4j({
  nodes,
  edges,
  rounds,
  log = () => {},
}: BenchOptions): Promise<BenchResult> {
  const graph = regionGraph({ nodes, edges });
  const warm = regionGraph({ nodes: Math.min(3_000, nodes), edges: Math.min(9_000, edges), seed: 2 });
  const items = graph.nodes.length + graph.edges.length;
  const root = mkdtempSync(join(tmpdir(), "reportgraph-bench-"));
  const perSecond = (ms: number): number => Math.round((items / ms) * 1_000);
  try {
    const bareMs = await withServer(join(root, "bare"), async ({ uri }) => {
      const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", PASSWORD));
      await bareLoad(driver, warm);
      await driver.executeQuery("MATCH (n) DETACH DELETE n");
      const ms = await timed(() => bareLoad(driver, graph));
      await driver.close();
      return ms;
    });
    log(`bare: ${perSecond(bareMs)} items/s`);
    const embedded = await openStore(join(root, "embedded"));
    const embeddedMs = await timed(() => embedded.sync(graph));
    log(`embedded: ${perSecond(embeddedMs)} items/s`);
    const ours = await withServer(join(root, "ours"), async ({ uri }) => {
      const store = await openStore(uri, { user: "neo4j", password: PASSWORD });
      await store.sync(warm);
      await store.sync({ nodes: [], edges: [] });
      const first = await timed(() => store.sync(graph));
      const second = await timed(() => store.sync(graph));
      log(`ours: ${perSecond(first)} items/s, second load ${Math.round(second)} ms`);
      const queries = await askAll(store, embedded, rounds);
      await store.close();
      return { first, second, queries };
    });
    await embedded.close();
    await exportGraph(graph, "neo4j-admin", join(root, "admin"));
    const importMs = await timed(() => importNeo4jAdmin(join(root, "admin"), join(root, "imported")));
    return {
      items,
      bare: perSecond(bareMs),
      ours: perSecond(ours.first),
      ratio: Number((bareMs / ours.first).toFixed(2)),
      embedded: perSecond(embeddedMs),
      importTool: perSecond(importMs),
      secondLoad: Number((ours.first / ours.second).toFixed(1)),
      queries: ours.queries,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function withServer<T>(dataDir: string, work: (server: RunningNeo4j) => Promise<T>): Promise<T> {
  const server = await startNeo4j({
    dataDir,
    boltPort: 0,
    httpPort: 0,
    password: PASSWORD,
    heapMb: 2_048,
    pageCacheMb: 512,
  });
  try {
    return await work(server);
  } finally {
    await server.kill();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function askAll(first: Store, second: Store, rounds: number): Promise<BenchResult["queries"]> {
  const answers: BenchResult["queries"] = {};
  for (const query of await loadSavedQueries()) {
    const params = Object.fromEntries(query.params.map((param) => [param.name, param.default]));
    const ask = async (store: Store): Promise<Latency> => {
      const times: number[] = [];
      for (let i = 0; i <= rounds; i += 1) {
        // A query that is too slow for the default time-out is worth knowing, not worth stopping for.
        const ms = await timed(() =>
          store.query(query.cypher, { params, maxRows: 1_000 }).catch(() => undefined),
        );
        // The first is planned; it does not count.
        if (i > 0) times.push(ms);
      }
      times.sort((a, b) => a - b);
      const at = (share: number): number =>
        Number((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1));
      return { p50: at(0.5), p95: at(0.95) };
    };
    answers[query.name] = { neo4j: await ask(first), embedded: await ask(second) };
  }
  return answers;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      nodes: { type: "string", default: "100000" },
      edges: { type: "string", default: "300000" },
      rounds: { type: "string", default: "20" },
    },
  });
  const result = await benchNeo4j({
    nodes: Number(values.nodes),
    edges: Number(values.edges),
    rounds: Number(values.rounds),
    log: (line) => console.error(line),
  });
  console.log(JSON.stringify(result, null, 2));
}
