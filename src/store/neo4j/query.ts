/**
 * Queries. A reading one passes five doors: the guard, EXPLAIN's verdict, a READ transaction, a timeout that the server
 * keeps, and a row cap that stops the stream. Community edition has no roles, so none of them is one.
 * @module
 */
import type { Driver, Record as Row, Transaction } from "neo4j-driver";
import { QueryError } from "../../errors.ts";
import { limitsHere } from "../../limits.ts";
import { readingOf } from "../../query/examiner.ts";
import { checkParams } from "../../query/params.ts";
import { AnswerBudget } from "../answer.ts";
import {
  DEFAULT_MAX_BYTES,
  DEFAULT_MAX_ROWS,
  DEFAULT_TIMEOUT_MS,
  type QueryOptions,
  type QueryResult,
} from "../contract.ts";
import { layDown } from "../written.ts";
import { Ends, noteEnds, toCell } from "./cells.ts";
import { queryError } from "./errors.ts";
import { queryParameter } from "./values.ts";

/** How long the server has to stop a query by itself before we hang up. */
const GRACE_MS = 2_000;

export async function queryNeo4j(
  driver: Driver,
  database: string | undefined,
  url: string,
  cypher: string,
  options: QueryOptions,
): Promise<QueryResult> {
  const write = options.write === true;
  if (cypher.trim() === "") throw new QueryError("QUERY_SYNTAX", "query not understood: it is empty");
  checkParams(options.params ?? {});
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const maxRows = options.maxRows ?? DEFAULT_MAX_ROWS;
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const reading = write ? undefined : await readingOf(cypher, maxRows + 1, false);
  const params = queryParameter(options.params ?? {}) as Record<string, unknown>;
  const session = driver.session({
    defaultAccessMode: write ? "WRITE" : "READ",
    fetchSize: Math.min(1_000, maxRows + 1),
    ...(database === undefined ? {} : { database }),
  });
  const settings = { timeout: timeoutMs, metadata: { app: "reportgraph" } };
  const ask = async (): Promise<QueryResult> => {
    if (!reading)
      return toResult(await take(session.run(cypher, params, settings), maxRows, maxBytes), new Ends());
    const tx = await session.beginTransaction(settings);
    try {
      if (!reading.explained) await assertReads(tx, cypher, params);
      const taken = await take(tx.run(reading.text, params), maxRows, maxBytes);
      const ends = new Ends();
      for (const row of taken.rows) for (const value of row.values()) noteEnds(value, ends);
      await lookUp(tx, ends);
      return toResult(taken, ends);
    } finally {
      await tx.close().catch(() => {});
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const hungUp = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () =>
        fail(
          new QueryError(
            "QUERY_TIMEOUT",
            `the query was stopped after ${timeoutMs} ms: ask for less, or allow more time`,
          ),
        ),
      timeoutMs + GRACE_MS,
    );
  });
  const answer = ask();
  try {
    const result = await Promise.race([answer, hungUp]);
    return await layDown(result, options.rowBytes);
  } catch (error) {
    answer.catch(() => {});
    throw queryError(error, url, timeoutMs);
  } finally {
    clearTimeout(timer);
    session.close().catch(() => {});
  }
}

/** Neo4j's own planner says whether a statement reads: `r`. */
async function assertReads(tx: Transaction, cypher: string, params: Record<string, unknown>): Promise<void> {
  const { summary } = await tx.run(`EXPLAIN ${cypher}`, params);
  if (summary.queryType !== "r") throw new QueryError("QUERY_REFUSED", "query refused: it writes");
}

type Taken = Omit<QueryResult, "rows"> & { rows: Row[] };

async function take(
  result: AsyncIterable<Row> & { keys(): Promise<PropertyKey[]> },
  maxRows: number,
  maxBytes: number,
): Promise<Taken> {
  const rows: Row[] = [];
  const columns = (await result.keys()).map(String);
  const budget = new AnswerBudget(maxBytes, limitsHere().queryAnswerDepth);
  for await (const row of result) {
    if (rows.length === maxRows) return { columns, rows, truncated: true };
    // Ids of ends are looked up later; for the size they do not matter.
    const sized = columns.map((column) => toCell(row.get(column), new Ends()));
    if (!budget.takes(sized)) return { columns, rows, truncated: true, cut: "bytes" };
    rows.push(row);
  }
  return { columns, rows, truncated: false };
}

async function lookUp(tx: Transaction, ends: Ends): Promise<void> {
  const eids = ends.unknown();
  if (eids.length === 0) return;
  const { records } = await tx.run(
    "UNWIND $eids AS eid MATCH (n) WHERE elementId(n) = eid RETURN eid, n.id AS id",
    { eids },
  );
  for (const record of records) ends.learn(record.get("eid") as string, record.get("id"));
}

function toResult({ rows, ...taken }: Taken, ends: Ends): QueryResult {
  for (const row of rows) for (const value of row.values()) noteEnds(value, ends);
  return { ...taken, rows: rows.map((row) => taken.columns.map((column) => toCell(row.get(column), ends))) };
}
