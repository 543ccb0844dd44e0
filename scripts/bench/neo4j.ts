/**
 * How fast a graph of the product's own shape goes into Neo4j, beside a bare UNWIND + MERGE script, the bulk importer and
 * the embedded store, and how fast the saved queries answer on both: `npx tsx scripts/bench/neo4j.ts [--nodes N]
 * [--edges N] [--repeats N] [--rounds N] [--json]`. Prints a page of Markdown. Bare and ours take turns, each load on a
 * server of its own that has loaded a small graph before, and the ratio is the median of those of the turns: what else
 * the machine does meets both. The processors' time is counted beside the clock's, which a busy machine cannot stretch.
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import neo4j from "neo4j-driver";
import { exportGraph } from "../../src/export/index.ts";
import type { Graph } from "../../src/model/graph.ts";
import { loadSavedQueries } from "../../src/query/saved.ts";
import type { Store } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/open.ts";
import { importNeo4jAdmin } from "../neo4j/import.ts";
import { type RunningNeo4j, startNeo4j } from "../neo4j/server.ts";
import { bareLoad } from "./neo4j-bare.ts";
import { benchPage } from "./neo4j-page.ts";
import type { BenchResult, Latency } from "./neo4j-result.ts";
import { regionGraph } from "./region.ts";

export interface BenchOptions {
  nodes: number;
  edges: number;
  /** How often bare and ours take turns. */
  repeats: number;
  /** How often each saved query is asked. */
  rounds: number;
  log?: (line: string) => void;
}

/** Milliseconds of a load: of the clock, and of the processors in this process and the server's together. */
interface Load {
  clock: number;
  cpu: number;
}

const PASSWORD = "bench-password";
const LOGIN = { user: "neo4j", password: PASSWORD };

export async function benchNeo4j(options: BenchOptions): Promise<BenchResult> {
  const { nodes, edges, repeats, rounds, log = () => {} } = options;
  const graph = regionGraph({ nodes, edges });
  const warm = regionGraph({ nodes: Math.min(3_000, nodes), edges: Math.min(9_000, edges), seed: 2 });
  const items = graph.nodes.length + graph.edges.length;
  const root = mkdtempSync(join(tmpdir(), "reportgraph-bench-"));
  const perSecond = (ms: number): number => Math.round((items / ms) * 1_000);
  try {
    const embedded = await openStore(join(root, "embedded"));
    const embeddedMs = await timed(() => embedded.sync(graph));
    log(`embedded: ${perSecond(embeddedMs)} items/s`);
    const turns: { bare: Load; ours: Load; second: number }[] = [];
    let queries: BenchResult["queries"] = {};
    for (let turn = 0; turn < repeats; turn += 1) {
      const bare = await loadBare(join(root, "bare"), warm, graph);
      const last = turn === repeats - 1;
      const ours = await loadOurs(join(root, "ours"), warm, graph, async (store) => {
        if (last) queries = await askAll(store, embedded, rounds);
      });
      turns.push({ bare, ...ours });
      log(
        `bare: ${perSecond(bare.clock)} items/s (${Math.round(bare.cpu)} ms of processors), ours: ${perSecond(ours.ours.clock)} items/s (${Math.round(ours.ours.cpu)} ms), second load ${Math.round(ours.second)} ms`,
      );
    }
    await embedded.close();
    await exportGraph(graph, "neo4j-admin", join(root, "admin"));
    const importMs = await timed(() => importNeo4jAdmin(join(root, "admin"), join(root, "imported")));
    const ratios = {
      clock: turns.map(({ bare, ours }) => rounded(bare.clock / ours.clock, 2)),
      cpu: turns.map(({ bare, ours }) => rounded(bare.cpu / ours.cpu, 2)),
    };
    return {
      nodes: graph.nodes.length,
      edges: graph.edges.length,
      repeats,
      bare: perSecond(median(turns.map(({ bare }) => bare.clock))),
      ours: perSecond(median(turns.map(({ ours }) => ours.clock))),
      embedded: perSecond(embeddedMs),
      importTool: perSecond(importMs),
      ratios,
      ratio: median(ratios.clock),
      cpuRatio: median(ratios.cpu),
      secondLoad: rounded(median(turns.map(({ ours, second }) => ours.clock / second)), 1),
      queries,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function loadBare(dataDir: string, warm: Graph, graph: Graph): Promise<Load> {
  return withServer(dataDir, async ({ uri, pid }) => {
    const driver = neo4j.driver(uri, neo4j.auth.basic(LOGIN.user, LOGIN.password));
    await bareLoad(driver, warm);
    await driver.executeQuery("MATCH (n) DETACH DELETE n");
    const load = await measured(pid, () => bareLoad(driver, graph));
    await driver.close();
    return load;
  });
}

function loadOurs(
  dataDir: string,
  warm: Graph,
  graph: Graph,
  after: (store: Store) => Promise<void>,
): Promise<{ ours: Load; second: number }> {
  return withServer(dataDir, async ({ uri, pid }) => {
    const store = await openStore(uri, LOGIN);
    await store.sync(warm);
    await store.sync({ nodes: [], edges: [] });
    const ours = await measured(pid, () => store.sync(graph));
    const second = await timed(() => store.sync(graph));
    await after(store);
    await store.close();
    return { ours, second };
  });
}

/** On a fresh server, whose folder goes with it. */
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
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measured(server: number, work: () => Promise<unknown>): Promise<Load> {
  const [client, before] = [process.cpuUsage(), cpuOf(server)];
  const clock = await timed(work);
  const { user, system } = process.cpuUsage(client);
  return { clock, cpu: (user + system) / 1_000 + cpuOf(server) - before };
}

/** Milliseconds of processors that a process has used (proc(5): user and system time in hundredths of a second). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const half = Math.floor(ordered.length / 2);
  const upper = ordered[half] as number;
  return ordered.length % 2 === 1 ? upper : ((ordered[half - 1] as number) + upper) / 2;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

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
      repeats: { type: "string", default: "3" },
      rounds: { type: "string", default: "20" },
      json: { type: "boolean", default: false },
    },
  });
  const result = await benchNeo4j({
    nodes: Number(values.nodes),
    edges: Number(values.edges),
    repeats: Number(values.repeats),
    rounds: Number(values.rounds),
    log: (line) => console.error(line),
  });
  console.log(values.json ? JSON.stringify(result, null, 2) : benchPage(result));
}
