/**
 * The graph in a file, with Cypher and without a server: Grafeo. Queries run in a reader process (`reader.ts`) that can
 * be stopped; a sync opens the file in this process for as long as it lasts. The file is locked: many may read, one may
 * write, and who comes second is told so.
 * @module
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { QueryError, StoreError } from "../../errors.ts";
import { makeFolder, writeAtomic } from "../../files.ts";
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
import { openError, writeError } from "./errors.ts";
import { GrafeoDB } from "./grafeo.ts";
import { ReaderGone, ReaderProcess } from "./process.ts";
import type { QueryRequest } from "./protocol.ts";
import { openAfterWriters, openWhenFree } from "./queue.ts";
import { readItems } from "./read.ts";
import { removeSpill } from "./spill.ts";
import { applyToGrafeo, syncGrafeo } from "./sync.ts";
import { Turns } from "./turns.ts";

export interface EmbeddedOptions {
  /** Take a folder that holds other files, too. Default: only an empty one, `.reportgraph`, or one with a store in it. */
  anyFolder?: boolean;
  /** Bytes of memory a query may make its process use. Default as in `limits.ts`. */
  maxQueryMemory?: number;
}

type Question = Omit<QueryRequest, "id">;

const CAPABILITIES: Capabilities = { cypher: true, persistent: true, shared: false };
const FILE = "graph.grafeo";

/**
 * Opens the store in `path`: a folder (made if missing), or a file that ends with `.grafeo`.
 * @throws StoreError STORE_LOCKED, STORE_FOREIGN, STORE_CORRUPT, STORE_DENIED, STORE_FULL; FILE_DENIED, FILE_PLACE, DISK_FULL for its folder
 */
export async function openEmbedded(path: string, options: EmbeddedOptions = {}): Promise<Store> {
  const file = fileOf(resolve(path), options);
  // Killed before its first write, a process leaves a file with nothing in it.
  if (existsSync(file) && statSync(file).size === 0) rmSync(file);
  if (existsSync(file)) (await opened(file, openAfterWriters(file, openReadOnly))).close();
  else create(file);
  return new EmbeddedStore(path, file, options.maxQueryMemory ?? limitsHere().queryMemoryBytes);
}

function fileOf(path: string, options: EmbeddedOptions): string {
  if (path.endsWith(".grafeo")) return path;
  if (!existsSync(path)) return join(path, FILE);
  if (!statSync(path).isDirectory()) throw foreign(path);
  const names = readdirSync(path);
  const ours = names.length === 0 || names.includes(FILE) || basename(path) === ".reportgraph";
  if (!ours && options.anyFolder !== true) throw foreign(path);
  return join(path, FILE);
}

const foreign = (path: string): StoreError =>
  new StoreError(
    "STORE_FOREIGN",
    `${path} is not a store of reportgraph and was left as it is: choose another path`,
    {
      where: path,
    },
  );

function create(file: string): void {
  makeFolder(dirname(file));
  rmSync(revisionOf(file), { force: true });
  try {
    openToWrite(file).close();
  } catch (cause) {
    throw openError((cause as Error).message, file, cause);
  }
}

async function opened(file: string, opening: Promise<GrafeoDB>): Promise<GrafeoDB> {
  try {
    return await opening;
  } catch (cause) {
    throw openError((cause as Error).message, file, cause);
  }
}

/** Beside the database's file, which goes with it when somebody deletes the folder. */
const revisionOf = (file: string): string => `${file}.revision`;

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const openReadOnly = (file: string): GrafeoDB => GrafeoDB.openReadOnly(file);
const openToWrite = (file: string): GrafeoDB => GrafeoDB.create(file);

class EmbeddedStore implements Store {
  readonly name: string;
  readonly capabilities: Capabilities = CAPABILITIES;
  readonly #file: string;
  readonly #maxMemory: number;
  readonly #turns = new Turns();
  #reader: Promise<ReaderProcess> | undefined;
  #closed = false;

  constructor(name: string, file: string, maxMemory: number) {
    this.name = name;
    this.#file = file;
    this.#maxMemory = maxMemory;
  }

  sync(
    graph: GraphStream,
    onProgress?: (progress: SyncProgress) => void,
    revision?: string,
  ): Promise<SyncResult> {
    return this.#write((db) => syncGrafeo(db, graph, onProgress), revision);
  }

  apply(
    delta: GraphDelta,
    onProgress?: (progress: SyncProgress) => void,
    revision?: string,
  ): Promise<SyncResult> {
    return this.#write((db) => applyToGrafeo(db, delta, onProgress), revision);
  }

  #write(work: (db: GrafeoDB) => Promise<SyncResult>, revision: string | undefined): Promise<SyncResult> {
    return this.#turns.exclusive(async () => {
      this.#assertOpen();
      await this.#endReader();
      const db = await opened(this.#file, openWhenFree(this.#file, openToWrite));
      let result: SyncResult;
      try {
        rmSync(revisionOf(this.#file), { force: true });
        result = await work(db);
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
    return existsSync(this.#file) ? readIfThere(revisionOf(this.#file)) : undefined;
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
    };
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    if (options.write) return this.#turns.exclusive(() => this.#askAlone(question, timeoutMs, true));
    const capped = { ...question, cypher: (await readingOf(cypher, maxRows + 1, true)).text };
    return this.#turns.shared(() => this.#ask(capped, timeoutMs));
  }

  async close(): Promise<void> {
    await this.#turns.exclusive(async () => {
      this.#closed = true;
      await this.#endReader();
      removeSpill(process.pid);
    });
  }

  /** Asks the common reader. When it was ended for another query's sake, asks a new one in the time that is left. */
  async #ask(question: Question, timeoutMs: number): Promise<QueryResult> {
    let deadline: number | undefined;
    for (;;) {
      this.#assertOpen();
      const reader = await this.#commonReader();
      // The time to start the process is not the query's.
      deadline ??= performance.now() + timeoutMs;
      const left = Math.max(1, deadline - performance.now());
      try {
        return await within(left, timeoutMs, reader, reader.ask(question));
      } catch (error) {
        if (!(error instanceof ReaderGone)) throw error;
        if (error.why === "ended") continue;
        if (error.asked <= 1) throw this.#endedBy(error);
        // Which of them it was shows when each runs alone.
        return await this.#askAlone(question, left, false);
      }
    }
  }

  async #askAlone(question: Question, timeoutMs: number, write: boolean): Promise<QueryResult> {
    this.#assertOpen();
    if (write) await this.#endReader();
    const reader = await ReaderProcess.start({ file: this.#file, write, maxMemory: this.#maxMemory });
    try {
      return await within(timeoutMs, timeoutMs, reader, reader.ask(question));
    } catch (error) {
      throw error instanceof ReaderGone ? this.#endedBy(error) : error;
    } finally {
      await reader.close();
    }
  }

  /** Whoever comes first starts it, the others wait for the same one. */
  async #commonReader(): Promise<ReaderProcess> {
    for (;;) {
      this.#reader ??= ReaderProcess.start({ file: this.#file, write: false, maxMemory: this.#maxMemory });
      const starting = this.#reader;
      try {
        const reader = await starting;
        if (reader.takes) return reader;
      } catch (error) {
        if (this.#reader === starting) this.#reader = undefined;
        throw error;
      }
      if (this.#reader === starting) this.#reader = undefined;
    }
  }

  async #endReader(): Promise<void> {
    const reader = await this.#reader?.catch(() => undefined);
    this.#reader = undefined;
    await reader?.close();
  }

  #endedBy({ why }: ReaderGone): Error {
    if (why === "ended") return new StoreError("STORE_LOST", "the store's process ended: try again");
    if (why === "crashed")
      return new QueryError(
        "QUERY_CRASHED",
        "query stopped: the database's process crashed on it. Write it in a simpler way; others are not affected",
      );
    const megabytes = Math.round(this.#maxMemory / 1e6);
    return new QueryError(
      "QUERY_MEMORY",
      `query stopped: it used more than ${megabytes} MB. Narrow it or add a LIMIT`,
    );
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError("STORE_CLOSED", `the store ${this.name} is closed`);
  }
}

/** Ends the process when the answer is late: nothing else stops a running query. */
async function within(
  leftMs: number,
  allowedMs: number,
  reader: ReaderProcess,
  answer: Promise<QueryResult>,
): Promise<QueryResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new QueryError(
          "QUERY_TIMEOUT",
          `query stopped after ${allowedMs} ms. Narrow it or allow it more time`,
        ),
      );
      void reader.kill();
    }, leftMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
