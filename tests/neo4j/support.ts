/**
 * What the tests over a real Neo4j share: opening the run's server, emptying it, and hashing a graph.
 */
import { inject } from "vitest";
import type { Graph } from "../../src/model/graph.ts";
import { sha256 } from "../../src/model/hash.ts";
import type { Store } from "../../src/store/contract.ts";
import { openNeo4j } from "../../src/store/neo4j/index.ts";

export const shared = (): ReturnType<typeof inject<"neo4j">> => inject("neo4j");

export function openShared(uri: string = shared().uri): Promise<Store> {
  const { user, password } = shared();
  return openNeo4j(uri, { user, password });
}

/** A server of a test's own, as small as it can be; `dataDir` and ports are the test's to say. */
export const SMALL = {
  httpPort: 0,
  password: "test-password",
  heapMb: 512,
  pageCacheMb: 64,
  boltOnly: true,
  startsOften: true,
} as const;

/** Deletes everything, a user's data too. */
export async function empty(store: Store): Promise<void> {
  await store.query("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", {
    write: true,
    timeoutMs: 120_000,
  });
}

/** Over all ids, labels, types, ends and properties. */
export const hashGraph = (graph: Graph): string => sha256(JSON.stringify(graph));
