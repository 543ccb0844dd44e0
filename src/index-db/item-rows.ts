/**
 * The rows of items one after another, many at a time, and the body of one: what walks the graph by rows and not by ids. Rows come
 * as one JSON text a portion, which the binding hands over several times as fast as one row after another.
 * @module
 */
import type { Database } from "./database.ts";
import { EDGE, NODE } from "./item-kinds.ts";

/** Ids, rows without their bodies, and rows with them that are read at once: some milliseconds each. */
const IDS = 5_000;
const BARE = 2_000;
const BODIES = 250;

/** An edge without its body. */
export interface BareRow {
  i: number;
  type: string;
  start: string;
  end: string;
  /** The one report that makes it. */
  report: string;
}

export interface ItemRows {
  /** Ids with their rows in the order of ids, in portions. */
  ids(of: "nodes" | "edges"): Generator<[id: string, i: number][]>;
  /** Edges of these types that one report alone makes, in portions, in no order. */
  bare(types: readonly string[]): Generator<BareRow[]>;
  /** The bodies of all others, in portions, in no order. */
  bodies(bare: readonly string[]): Generator<{ i: number; body: string }[]>;
  /** Those of the named items that are there, by id, in the order of ids. */
  named(of: "nodes" | "edges", ids: readonly string[]): Map<string, { i: number; body: string }>;
  body(row: number): string | undefined;
  highest(): number;
}

type Told = [i: number, type: string, start: string, end: string, report: string];

/** Others may write meanwhile unless the database is read as of one moment. */
export function itemRows(db: Database): ItemRows {
  // Without owners there are no reports either: a graph that was laid down as it came.
  const hasReports = db.get("SELECT 1 AS x FROM sqlite_schema WHERE name = 'report'") !== undefined;
  const isBare = `kind = ${EDGE} AND owner IS NOT NULL AND type IN (SELECT value FROM json_each(?))`;
  const highest = (): number => db.get<{ i: number | null }>("SELECT max(i) AS i FROM item")?.i ?? 0;
  const listed = <T>(sql: string, ...values: (string | number)[]): T[] =>
    JSON.parse(db.get<{ list: string }>(sql, ...values)?.list ?? "[]") as T[];
  return {
    *ids(of) {
      const kind = of === "nodes" ? NODE : EDGE;
      let last = "";
      for (;;) {
        const rows = listed<[string, number]>(
          `SELECT json_group_array(json_array(id, i)) AS list FROM
             (SELECT id, i FROM item INDEXED BY item_id WHERE kind = ${kind} AND id > ? ORDER BY id LIMIT ${IDS})`,
          last,
        );
        // An aggregate promises no order, though it keeps the one that it is given.
        rows.sort(([a], [b]) => (a < b ? -1 : 1));
        if (rows.length > 0) yield rows;
        if (rows.length < IDS) return;
        last = rows.at(-1)?.[0] ?? "";
      }
    },
    *bare(types) {
      if (!hasReports) return;
      const most = highest();
      for (let last = -1; last < most; last += BARE) {
        const rows = listed<Told>(
          `SELECT json_group_array(json_array(i, type, start, "end", (SELECT id FROM report WHERE r = owner))) AS list
           FROM item WHERE i > ? AND i <= ? AND ${isBare}`,
          ...[last, last + BARE, JSON.stringify(types)],
        );
        yield rows.map(([i, type, start, end, report]) => ({ i, type, start, end, report }));
      }
    },
    *bodies(bare) {
      let last = -1;
      for (;;) {
        const rows = db.all<{ i: number; body: string }>(
          `SELECT i, body FROM item WHERE i > ? AND NOT (${isBare}) ORDER BY i LIMIT ${BODIES}`,
          last,
          JSON.stringify(bare),
        );
        if (rows.length > 0) yield rows;
        if (rows.length < BODIES) return;
        last = rows.at(-1)?.i ?? 0;
      }
    },
    named: (of, ids) =>
      new Map(
        db
          .all<{ id: string; i: number; body: string }>(
            `SELECT id, i, body FROM item WHERE kind = ${of === "nodes" ? NODE : EDGE}
             AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
            JSON.stringify(ids),
          )
          .map(({ id, i, body }) => [id, { i, body }]),
      ),
    body: (row) => db.get<{ body: string }>("SELECT body FROM item WHERE i = ?", row)?.body,
    highest,
  };
}
