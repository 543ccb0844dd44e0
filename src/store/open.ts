/**
 * The one way to a store: what `--store` says decides which adapter opens it.
 * @module
 */
import { UsageError } from "../errors.ts";
import type { Store } from "./contract.ts";
import type { MemoryStore } from "./memory/index.ts";

export interface OpenOptions {
  /** Embedded: take a folder that holds other files, too. */
  anyFolder?: boolean;
  /** Neo4j: who logs in; else `NEO4J_USER`/`NEO4J_PASSWORD`. */
  user?: string;
  password?: string;
  /** Neo4j: the database, if not the server's default. */
  database?: string;
}

/**
 * Opens `memory:`, a folder or `.grafeo` file (embedded), or a `bolt://`/`neo4j://` address (also `+s`, `+ssc`).
 * An adapter and what it depends on is loaded only when it is asked for.
 * @throws UsageError STORE_UNKNOWN; StoreError as the adapter's `open…` says
 */
export async function openStore(spec: "memory:"): Promise<MemoryStore>;
export async function openStore(spec: string, options?: OpenOptions): Promise<Store>;
export async function openStore(spec: string, options: OpenOptions = {}): Promise<Store> {
  if (spec === "memory:") return (await import("./memory/index.ts")).openMemory();
  if (/^(bolt|neo4j)(\+s|\+ssc)?:\/\//.test(spec))
    return (await import("./neo4j/index.ts")).openNeo4j(spec, options);
  if (/^[a-z][a-z0-9+.-]+:/i.test(spec) || spec.trim() === "") {
    throw new UsageError(
      "STORE_UNKNOWN",
      `no store is called "${spec}": give memory:, a folder, or an address that starts with bolt:// or neo4j://`,
    );
  }
  return (await import("./embedded/index.ts")).openEmbedded(spec, {
    ...(options.anyFolder === undefined ? {} : { anyFolder: options.anyFolder }),
  });
}
