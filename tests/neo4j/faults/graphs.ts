/**
 * What the tests of faults share. Each breaks something in mid-load, at random moments of a seeded generator: the graph at
 * the end is the one of a load that nobody disturbed.
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { regionGraph } from "../../../scripts/bench/region.ts";
import { StoreError } from "../../../src/errors.ts";
import type { Graph, GraphNode } from "../../../src/model/graph.ts";
import type { Store } from "../../../src/store/contract.ts";
import { hashGraph } from "../support.ts";

const asked = process.env["REPORTGRAPH_FAULTS"];
/** How often each fault happens. */
export const TIMES: number = Number(asked ?? 20);
/** How often the server is killed; each time it starts again, which takes a third of a minute beside the other tests. */
export const KILLS: number = Number(asked ?? 8);
/** Two graphs with a common half: going from one to the other creates, updates and deletes. */
export const A: Graph = regionGraph({ nodes: 400, edges: 1_200, seed: 11 });
export const B: Graph = changed(A, regionGraph({ nodes: 400, edges: 1_200, seed: 12 }));
/** Hashes of the graphs as a load that nobody disturbed leaves them. */
export const EXPECTED: ReadonlyMap<Graph, string> = new Map([
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

/** Runs `sync` again until it goes through; every failure on the way must be one of ours, in one line. */
export async function syncUntilDone(
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
