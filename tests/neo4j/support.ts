/**
 * What the tests over a real Neo4j share: opening the worker's server, emptying it, and hashing a graph.
 */
import { inject } from "vitest";
import type { Graph } from "../../src/model/graph.ts";
import { sha256 } from "../../src/model/hash.ts";
import type { Store } from "../../src/store/contract.ts";
import { openNeo4j } from "../../src/store/neo4j/index.ts";
import type { SharedNeo4j } from "./global-setup.ts";

/** The server of this worker; the only one there is when it was given from outside. */
export function shared(): SharedNeo4j {
  const all = inject("neo4j");
  const own = all.length === 1 ? all[0] : all[Number(process.env["VITEST_POOL_ID"]) - 1];
  if (!own) throw new Error(`no Neo4j for worker ${process.env["VITEST_POOL_ID"]} of ${all.length}`);
  return own;
}

export function openShared(uri: string = shared().uri): Promise<Store> {
  const { user, password } = shared();
  return openNeo4j(uri, { user, password });
}

/** Deletes everything, a user's data too. */
export async function empty(store: Store): Promise<void> {
  await store.query("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", {
    write: true,
    timeoutMs: 120_000,
  });
}

/** Over all ids, labels, types, ends and properties. */
export const hashGraph = (graph: Graph): string => sha256(JSON.stringify(graph));
