/**
 * What happens when things break in mid-load, each at random moments of a seeded generator: the graph at the end is the
 * one of a load that nobody disturbed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { regionGraph, seeded } from "../../scripts/bench/region.ts";
import { type RunningNeo4j, startNeo4j } from "../../scripts/neo4j/server.ts";
import { StoreError } from "../../src/errors.ts";
import type { Graph, GraphNode } from "../../src/model/graph.ts";
import { packageRoot } from "../../src/paths.ts";
import type { Store } from "../../src/store/contract.ts";
import { openNeo4j } from "../../src/store/neo4j/index.ts";
import { startProxy } from "./proxy.ts";
import { empty, hashGraph, openShared, shared } from "./support.ts";

const TIMES = 20;
/** Two graphs with a common half: going from one to the other creates, updates and deletes. */
const A: Graph = regionGraph({ nodes: 400, edges: 1_200, seed: 11 });
const B: Graph = changed(A, regionGraph({ nodes: 400, edges: 1_200, seed: 12 }));
const EXPECTED: ReadonlyMap<Graph, string> = new Map([
  [A, hashGraph(A)],
  [B, hashGraph(B)],
]);

function changed(from: Graph, fresh: Graph): Graph {
  const nodes = from.nodes
    .filter((_, i) => i % 3 !== 0)
    .map((node, i) => (i % 4 === 0 ? renamed(node) : node));
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = from.edges.filter(({ start, end }) => ids.has(start) && ids.has(end));
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: [...nodes, ...fresh.nodes].sort(byId), edges: [...edges, ...fresh.edges].sort(byId) };
}

function renamed(node: GraphNode): GraphNode {
  return { ...node, properties: { ...node.properties, name: `新${node.properties["name"]}` } };
}

const root = mkdtempSync(join(tmpdir(), "reportgraph-faults-"));
const files = new Map<Graph, string>();

/** Inside the package, where it finds the package's data. */
const LOADER = join(packageRoot, "node_modules", ".cache", `reportgraph-loader-${process.pid}.mjs`);

beforeAll(async () => {
  // One file without TypeScript: twenty loaders start, and each would be translated anew.
  await build({
    entryPoints: [join(packageRoot, "tests/neo4j/loader.ts")],
    outfile: LOADER,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  for (const [graph, name] of [
    [A, "a.json"],
    [B, "b.json"],
  ] as const) {
    const file = join(root, name);
    writeFileSync(file, JSON.stringify(graph));
    files.set(graph, file);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(LOADER, { force: true });
});

/** Runs `sync` again until it goes through; every failure on the way must be one of ours, in one line. */
async function syncUntilDone(
  open: () => Promise<Store>,
  graph: Graph,
  after: (store: Store) => Promise<void> = async () => {},
): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    let store: Store | undefined;
    try {
      store = await open();
      await store.sync(graph);
      await after(store);
      return;
    } catch (error) {
      expect(error, String((error as Error).stack)).toBeInstanceOf(StoreError);
      expect((error as StoreError).message).not.toContain("\n");
      await sleep(100);
    } finally {
      await store?.close().catch(() => {});
    }
  }
  throw new Error("the load never went through");
}

describe("the loader is killed", () => {
  it(`${TIMES} times, and run again`, { timeout: 900_000 }, async () => {
    const random = seeded(101);
    const { uri, user, password } = shared();
    const store = await openShared();
    let killedInWork = 0;
    for (let i = 0; i < TIMES; i += 1) {
      const graph = i % 2 === 0 ? A : B;
      const child = spawn(process.execPath, [LOADER, uri, files.get(graph) as string], {
        cwd: packageRoot,
        env: { ...process.env, NEO4J_USER: user, NEO4J_PASSWORD: password },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const gone = once(child, "exit");
      killedInWork += (await killedDuringWork(child, random() * 500)) ? 1 : 0;
      await gone;
      await store.sync(graph);
      expect(hashGraph(await store.graph())).toBe(EXPECTED.get(graph));
    }
    await store.close();
    expect(killedInWork).toBeGreaterThan(TIMES / 2);
  });
});

/** SIGKILL so many milliseconds after it connected. Whether it was not done yet. */
async function killedDuringWork(child: ChildProcess, delay: number): Promise<boolean> {
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  await Promise.race([
    once(child, "exit"),
    (async () => {
      while (!said.includes("connected")) await sleep(5);
      await sleep(delay);
    })(),
  ]);
  const inWork = child.exitCode === null && !said.includes("done");
  child.kill("SIGKILL");
  return inWork;
}

describe("the connection is cut", () => {
  it(`${TIMES} times`, async () => {
    const random = seeded(202);
    const { uri, user, password } = shared();
    const proxy = await startProxy(Number(new URL(uri).port));
    const direct = await openShared();
    let cutInWork = 0;
    for (let i = 0; i < TIMES; i += 1) {
      const graph = i % 2 === 0 ? A : B;
      let working = true;
      const cutting = (async () => {
        const from = proxy.bytes();
        while (working && proxy.bytes() < from + 2_000 + random() * 400_000) await sleep(2);
        if (working) cutInWork += 1;
        proxy.cut();
      })();
      await syncUntilDone(() => openNeo4j(`bolt://127.0.0.1:${proxy.port}`, { user, password }), graph);
      working = false;
      await cutting;
      expect(hashGraph(await direct.graph())).toBe(EXPECTED.get(graph));
    }
    await direct.close();
    await proxy.close();
    expect(cutInWork).toBeGreaterThan(TIMES / 2);
  });
});

describe("two loaders at once", () => {
  it(`${TIMES} times, of the same graph and of different ones`, async () => {
    const random = seeded(303);
    const [one, two] = [await openShared(), await openShared()];
    await empty(one);
    for (let i = 0; i < TIMES; i += 1) {
      const graph = i % 2 === 0 ? A : B;
      const other = i % 4 < 2 ? graph : graph === A ? B : A;
      const late = random() * 300;
      const results = await Promise.allSettled([one.sync(graph), sleep(late).then(() => two.sync(other))]);
      for (const result of results) {
        if (result.status === "rejected")
          expect(result.reason, String(result.reason?.stack)).toBeInstanceOf(StoreError);
      }
      await one.sync(graph);
      expect(hashGraph(await two.graph())).toBe(EXPECTED.get(graph));
      expect((await two.query("MATCH (n) RETURN count(n) AS c")).rows).toEqual([[graph.nodes.length]]);
      expect((await two.query("MATCH ()-[r]->() RETURN count(r) AS c")).rows).toEqual([[graph.edges.length]]);
    }
    await one.close();
    await two.close();
  });
});

describe("the server is killed", () => {
  it(`${TIMES} times, and started again`, { timeout: 1_800_000 }, async () => {
    const random = seeded(404);
    const options = {
      dataDir: join(root, "home"),
      httpPort: 0,
      password: "test-password",
      heapMb: 512,
      pageCacheMb: 64,
      boltOnly: true,
      startsOften: true,
    };
    // Ended in order once, so that the next starts find the folder and Java's classes prepared.
    await (await startNeo4j({ ...options, boltPort: 0 })).stop();
    let server: RunningNeo4j = await startNeo4j({ ...options, boltPort: 0 });
    const { uri, boltPort } = server;
    const login = { user: "neo4j", password: "test-password" };
    let killedInWork = 0;
    try {
      for (let i = 0; i < TIMES; i += 1) {
        const graph = i % 2 === 0 ? A : B;
        // Most loads give up and are run again; every fourth waits inside its transaction until the server is back.
        const open = (): Promise<Store> =>
          openNeo4j(uri, { ...login, ...(i % 4 === 3 ? {} : { patienceMs: 1_000 }) });
        let working = true;
        const restarted = (async () => {
          await sleep(random() * 1_500);
          if (working) killedInWork += 1;
          await server.kill();
          server = await startNeo4j({ ...options, boltPort });
        })();
        await syncUntilDone(open, graph);
        working = false;
        await restarted;
        // A transaction that was confirmed outlives the kill; one that was not is written now.
        await syncUntilDone(open, graph, async (store) => {
          expect(hashGraph(await store.graph())).toBe(EXPECTED.get(graph));
        });
      }
    } finally {
      await server.kill();
    }
    expect(killedInWork).toBeGreaterThan(TIMES / 4);
  });
});
