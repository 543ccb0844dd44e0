/**
 * A process of its own that answers queries, because nothing stops a running Grafeo query but the end of its process.
 * It opens the file read-only (a shared lock; a write fails in the database even if it passed the guard), unless it is
 * started for one statement that writes. It ends when its parent does, and gives up before it eats the machine's memory.
 * @module
 */

import { toCell } from "./cells.ts";
import { GrafeoDB } from "./grafeo.ts";
import type { QueryRequest, ReaderMessage, ReaderOptions } from "./protocol.ts";

const MEMORY_CHECK_MS = 50;

const options = JSON.parse(process.argv[2] ?? "{}") as ReaderOptions;

function send(message: ReaderMessage, then?: () => void): void {
  process.send?.(message, () => then?.());
}

async function answer(db: GrafeoDB, request: QueryRequest): Promise<void> {
  const { id, cypher, params, maxRows } = request;
  try {
    const result = await db.executeCypher(cypher, params);
    const columns = result.columns;
    const count = Math.min(result.length, maxRows);
    // `rows()` would turn all of them into objects; `get` takes only those that are asked for.
    const rows =
      result.length <= maxRows
        ? result.rows()
        : Array.from({ length: count }, (_none, index) => {
            const row = result.get(index);
            return columns.map((column) => row[column]);
          });
    send({
      kind: "rows",
      id,
      columns,
      rows: rows.map((row) => row.map((value) => toCell(value, db))),
      truncated: result.length > maxRows,
    });
  } catch (error) {
    const { message, gqlStatus = "" } = error as Error & { gqlStatus?: string };
    send({ kind: "failed", id, message, gqlStatus });
  }
}

function open(): GrafeoDB | undefined {
  try {
    return options.write ? GrafeoDB.create(options.file) : GrafeoDB.openReadOnly(options.file);
  } catch (error) {
    send({ kind: "unopened", message: (error as Error).message }, () => process.exit(1));
    return undefined;
  }
}

process.on("disconnect", () => process.exit(0));
const db = open();
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
  send({ kind: "ready" });
}
