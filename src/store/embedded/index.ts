/**
 * The graph in a file, with Cypher and without a server: Grafeo. Queries run in a reader process (`reader.ts`) that can
 * be stopped; a sync opens the file in this process for as long as it lasts. The file is locked: many may read, one may
 * write, and who comes second is told so.
 * @module
 */
import { existsSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { StoreError } from "../../errors.ts";
import { writeAtomic } from "../../files.ts";
import { limitsHere } from "../../limits.ts";
import type { Graph, GraphDelta, GraphStream } from "../../model/graph.ts";
import { readingOf } from "../../query/examiner.ts";
import { checkParams } from "../../query/params.ts";
import {
  type Capabilities,
  DEFAULT_MAX_BYTES,
  DEFAULT_MAX_ROWS,
  DEFAULT_TIMEOUT_MS,
  type GraphTaker,
  type QueryOptions,
  type QueryResult,
  type Store,
  type SyncProgress,
  type SyncResult,
} from "../contract.ts";
import { wholeGraph } from "../whole.ts";
import { writeError } from "./errors.ts";
import {
  create,
  fileOf,
  forgetRevision,
  opened,
  openReadOnly,
  openToWrite,
  revisionIn,
  revisionOf,
} from "./file.ts";
import type { GrafeoDB } from "./grafeo.ts";
import { openAfterWriters, openWhenFree } from "./queue.ts";
import { readItems } from "./read.ts";
import { Readers } from "./readers.ts";
import { removeSpill } from "./spill.ts";
import { applyToGrafeo, syncGrafeo } from "./sync.ts";
import { Turns } from "./turns.ts";

export interface EmbeddedOptions {
  /** Take a folder that holds other files, too. Default: only an empty one, `.reportgraph`, or one with a store in it. */
  anyFolder?: boolean;
  /** Bytes of memory a query may make its process use. Default as in `limits.ts`. */
  maxQueryMemory?: number;
}

const CAPABILITIES: Capabilities = { cypher: true, persistent: true, shared: false };

/**
 * Opens the store in `path`: a folder (made if missing), or a file that ends with `.grafeo`.
 * @throws StoreError STORE_LOCKED, STORE_FOREIGN, STORE_CORRUPT, STORE_DENIED, STORE_FULL; FILE_DENIED, FILE_PLACE, DISK_FULL for its folder
 */
export async function openEmbedded(path: string, options: EmbeddedOptions = {}): Promise<Store> {
  const file = fileOf(resolve(path), options.anyFolder ?? false);
  // Killed before its first write, a process leaves a file with nothing in it.
  if (existsSync(file) && statSync(file).size === 0) rmSync(file);
  if (existsSync(file)) (await opened(file, openAfterWriters(file, openReadOnly))).close();
  else create(file);
  return new EmbeddedStore(path, file, options.maxQueryMemory ?? limitsHere().queryMemoryBytes);
}

class EmbeddedStore implements Store {
  readonly name: string;
  readonly capabilities: Capabilities = CAPABILITIES;
  readonly #file: string;
  readonly #readers: Readers;
  readonly #turns = new Turns();
  #closed = false;

  constructor(name: string, file: string, maxMemory: number) {
    this.name = name;
    this.#file = file;
    this.#readers = new Readers(file, maxMemory, () => this.#assertOpen());
  }

  sync(
    graph: GraphStream,
    onProgress?: (progress: SyncProgress) => void,
    revision?: string,
  ): Promise<SyncResult> {
    return this.#write((db, isKnown) => syncGrafeo(db, graph, isKnown, onProgress), revision);
  }

  apply(
    delta: GraphDelta,
    onProgress?: (progress: SyncProgress) => void,
    revision?: string,
  ): Promise<SyncResult> {
    return this.#write((db) => applyToGrafeo(db, delta, onProgress), revision);
  }

  #write(
    work: (db: GrafeoDB, isKnown: boolean) => Promise<SyncResult>,
    revision: string | undefined,
  ): Promise<SyncResult> {
    return this.#turns.exclusive(async () => {
      this.#assertOpen();
      await this.#readers.end();
      const db = await opened(this.#file, openWhenFree(this.#file, openToWrite));
      let result: SyncResult;
      try {
        const isKnown = revisionIn(this.#file) !== undefined;
        forgetRevision(this.#file);
        result = await work(db, isKnown);
      } catch (error) {
        throw writeError(error, this.#file);
      } finally {
        db.close();
      }
      if (revision !== undefined) writeAtomic(revisionOf(this.#file), revision);
      return result;
    });
  }

  async revision(): Promise<string | undefined> {
    return revisionIn(this.#file);
  }

  graph(): Promise<Graph> {
    return wholeGraph((taker) => this.read(taker));
  }

  read(taker: GraphTaker): Promise<void> {
    return this.#turns.shared(async () => {
      this.#assertOpen();
      const db = await opened(this.#file, openAfterWriters(this.#file, openReadOnly));
      try {
        await readItems(db, taker);
      } finally {
        db.close();
      }
    });
  }

  async query(cypher: string, options: QueryOptions = {}): Promise<QueryResult> {
    const maxRows = options.maxRows ?? DEFAULT_MAX_ROWS;
    const params = options.params ?? {};
    checkParams(params);
    const question = {
      cypher,
      params,
      maxRows,
      maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
      maxDepth: limitsHere().queryAnswerDepth,
      rowBytes: options.rowBytes ?? Number.POSITIVE_INFINITY,
    };
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    if (options.write) return this.#turns.exclusive(() => this.#readers.askAlone(question, timeoutMs, true));
    const capped = { ...question, cypher: (await readingOf(cypher, maxRows + 1, true)).text };
    return this.#turns.shared(() => this.#readers.ask(capped, timeoutMs));
  }

  async close(): Promise<void> {
    await this.#turns.exclusive(async () => {
      this.#closed = true;
      await this.#readers.end();
      removeSpill(process.pid);
    });
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError("STORE_CLOSED", `the store ${this.name} is closed`);
  }
}
