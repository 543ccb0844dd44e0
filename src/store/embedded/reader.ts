/**
 * A process of its own that answers queries, because nothing stops a running Grafeo query but the end of its process.
 * It opens the file read-only (a shared lock; a write fails in the database even if it passed the guard), unless it is
 * started for one statement that writes. It ends when its parent does, and gives up before it eats the machine's memory.
 * @module
 */

import { QueryError } from "../../errors.ts";
import { AnswerBudget } from "../answer.ts";
import { RowWriter } from "../written.ts";
import { toCell } from "./cells.ts";
import { GrafeoDB } from "./grafeo.ts";
import type { MadeResult, QueryRequest, ReaderMessage, ReaderOptions } from "./protocol.ts";
import { openAfterWriters, openWhenFree, writerWaitsSince } from "./queue.ts";

const MEMORY_CHECK_MS = 50;
const WRITER_CHECK_MS = 200;

const options = JSON.parse(process.argv[2] ?? "{}") as ReaderOptions;

function send(message: ReaderMessage, then?: () => void): void {
  process.send?.(message, () => then?.());
}

async function answer(db: GrafeoDB, request: QueryRequest): Promise<void> {
  const { id } = request;
  try {
    send({ kind: "rows", id, ...(await resultOf(db, request)) });
  } catch (error) {
    if (error instanceof QueryError)
      return send({ kind: "refused", id, code: error.code, message: error.message });
    const { message, gqlStatus = "" } = error as Error & { gqlStatus?: string };
    send({ kind: "failed", id, message, gqlStatus });
  }
}

async function resultOf(db: GrafeoDB, request: QueryRequest): Promise<MadeResult> {
  const { cypher, params, maxRows, maxBytes, maxDepth, rowBytes } = request;
  const result = await db.executeCypher(cypher, params);
  const { columns } = result;
  const budget = new AnswerBudget(maxBytes, maxDepth);
  const rows = new RowWriter(rowBytes);
  try {
    // Row by row: `rows()` would turn all of them into objects before one could be counted.
    for (let index = 0; index < Math.min(result.length, maxRows); index++) {
      const raw = result.get(index);
      const row = columns.map((column) => toCell(raw[column], db));
      if (!budget.takes(row)) return { columns, ...rows.end(), truncated: true, cut: "bytes" };
      rows.push(row, budget.bytes);
    }
    return { columns, ...rows.end(), truncated: result.length > maxRows };
  } catch (error) {
    rows.drop();
    throw error;
  }
}

async function open(): Promise<GrafeoDB | undefined> {
  const { file, write } = options;
  try {
    return await (write
      ? openWhenFree(file, (path) => GrafeoDB.create(path))
      : openAfterWriters(file, (path) => GrafeoDB.openReadOnly(path)));
  } catch (error) {
    send({ kind: "unopened", message: (error as Error).message }, () => process.exit(1));
    return undefined;
  }
}

process.on("disconnect", () => process.exit(0));
const db = await open();
if (db) {
  process.on("message", (message: QueryRequest | "close") => {
    if (message !== "close") {
      void answer(db, message);
      return;
    }
    db.close();
    process.exit(0);
  });
  setInterval(() => {
    if (process.memoryUsage.rss() > options.maxMemory) send({ kind: "memory" }, () => process.exit(1));
  }, MEMORY_CHECK_MS).unref();
  if (!options.write) {
    // Not by this process's clock, which may have been set back since.
    const before = writerWaitsSince(options.file);
    const look = setInterval(() => {
      const asked = writerWaitsSince(options.file);
      if (asked === undefined || asked === before) return;
      clearInterval(look);
      send({ kind: "yield" });
    }, WRITER_CHECK_MS);
    look.unref();
  }
  send({ kind: "ready" });
}
