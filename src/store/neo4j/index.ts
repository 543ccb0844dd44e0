/**
 * The graph in Neo4j 5 or later, over Bolt. Touches only what reportgraph owns (see `diff.ts`): a user's own nodes,
 * relationships, labels and properties stay, also on nodes that are taken back (docs/neo4j.md).
 * @module
 */
import type { Graph, GraphDelta, GraphStream } from "../../model/graph.ts";
import type {
  Capabilities,
  GraphTaker,
  QueryOptions,
  QueryResult,
  Store,
  SyncProgress,
  SyncResult,
} from "../contract.ts";
import { wholeGraph } from "../whole.ts";
import { type Connection, connect } from "./connect.ts";
import { storeError } from "./errors.ts";
import { readItems } from "./owned.ts";
import { queryNeo4j } from "./query.ts";
import { forgetRevision, readRevision, writeRevision } from "./revision.ts";
import { ensureSchema } from "./schema.ts";
import { applyToNeo4j, syncNeo4j } from "./sync.ts";

export interface Neo4jOptions {
  /** Default: of the address, else `NEO4J_USER`, else `neo4j`. */
  user?: string;
  /** Default: of the address, else `NEO4J_PASSWORD`. */
  password?: string;
  /** Default: the server's default database. */
  database?: string;
  /** Milliseconds for which a transaction that the server failed is tried again. Default 30,000. */
  patienceMs?: number;
}

const CAPABILITIES: Capabilities = { cypher: true, persistent: true, shared: true };

/**
 * Connects to `bolt://…` or `neo4j://…`.
 * @throws StoreError STORE_AWAY, STORE_LOGIN, STORE_VERSION, STORE_NO_DATABASE; UsageError STORE_ADDRESS
 */
export async function openNeo4j(address: string, options: Neo4jOptions = {}): Promise<Store> {
  return new Neo4jStore(await connect(address, options, options.database), options.database);
}

class Neo4jStore implements Store {
  readonly name: string;
  readonly capabilities: Capabilities = CAPABILITIES;
  readonly #connection: Connection;
  readonly #database: string | undefined;
  /** Syncs of one store go one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, database: string | undefined) {
    this.name = connection.url;
    this.#connection = connection;
    this.#database = database;
  }

  sync(
    graph: GraphStream,
    onProgress?: (progress: SyncProgress) => void,
    revision?: string,
  ): Promise<SyncResult> {
    return this.#write(graph, true, revision, () =>
      syncNeo4j(this.#connection.driver, this.#database, graph, onProgress),
    );
  }

  apply(
    delta: GraphDelta,
    onProgress?: (progress: SyncProgress) => void,
    revision?: string,
  ): Promise<SyncResult> {
    return this.#write(delta, false, revision, () =>
      applyToNeo4j(this.#connection.driver, this.#database, delta, onProgress),
    );
  }

  #write(
    graph: Pick<GraphStream, "nodes">,
    isWhole: boolean,
    revision: string | undefined,
    work: () => Promise<SyncResult>,
  ): Promise<SyncResult> {
    const { driver } = this.#connection;
    const next = this.#last.then(() =>
      this.#guarded(async () => {
        await ensureSchema(driver, this.#database, graph, isWhole);
        await forgetRevision(driver, this.#database);
        const result = await work();
        if (revision !== undefined) await writeRevision(driver, this.#database, revision);
        return result;
      }),
    );
    this.#last = next.catch(() => {});
    return next;
  }

  graph(): Promise<Graph> {
    return wholeGraph((taker) => this.read(taker));
  }

  read(taker: GraphTaker): Promise<void> {
    return this.#guarded(() => readItems(this.#connection.driver, this.#database, taker));
  }

  revision(): Promise<string | undefined> {
    return this.#guarded(() => readRevision(this.#connection.driver, this.#database));
  }

  query(cypher: string, options: QueryOptions = {}): Promise<QueryResult> {
    return queryNeo4j(this.#connection.driver, this.#database, this.#connection.url, cypher, options);
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#connection.driver.close();
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw storeError(error, this.#connection.url);
    }
  }
}
