/**
 * The rows of items one after another, a few at a time, and the body of one: what walks the graph by rows and not by ids.
 * @module
 */
import type { Database } from "./database.ts";
import { EDGE, type ItemKind, NODE } from "./item-kinds.ts";

/** Ids and rows that are read at once; bodies. */
const IDS = 5_000;
const BODIES = 250;

export interface ItemRow {
  i: number;
  kind: ItemKind;
  type: string;
  start: string | null;
  end: string | null;
  /** The one report that makes it, where one alone does. */
  report: string | null;
  /** JSON; null where it was not wanted. */
  body: string | null;
}

export interface ItemRows {
  /** Ids with their rows in the order of ids, in portions. */
  ids(of: "nodes" | "edges"): Generator<{ id: string; i: number }[]>;
  /** All rows in the order in which they lie, in portions. Bodies of edges of types in `bare` that one report alone makes are left out. */
  rows(bare: readonly string[]): Generator<ItemRow[]>;
  body(row: number): string | undefined;
  highest(): number;
}

/** Others may write meanwhile unless the database is read as of one moment. */
export function itemRows(db: Database): ItemRows {
  // Without owners there are no reports either: a graph that was laid down as it came.
  const hasReports = db.get("SELECT 1 AS x FROM sqlite_schema WHERE name = 'report'") !== undefined;
  const report = hasReports ? "(SELECT id FROM report WHERE r = item.owner)" : "NULL";
  return {
    *ids(of) {
      const kind = of === "nodes" ? NODE : EDGE;
      let last = "";
      for (;;) {
        const rows = db.all<{ id: string; i: number }>(
          `SELECT id, i FROM item INDEXED BY item_id WHERE kind = ${kind} AND id > ? ORDER BY id LIMIT ${IDS}`,
          last,
        );
        if (rows.length > 0) yield rows;
        if (rows.length < IDS) return;
        last = rows.at(-1)?.id ?? "";
      }
    },
    *rows(bare) {
      let last = -1;
      for (;;) {
        const rows = db.all<ItemRow>(
          `SELECT i, kind, type, start, "end" AS "end", ${report} AS report,
             CASE WHEN kind = ${EDGE} AND owner IS NOT NULL AND type IN (SELECT value FROM json_each(?)) THEN NULL
             ELSE body END AS body
           FROM item WHERE i > ? ORDER BY i LIMIT ${BODIES}`,
          JSON.stringify(bare),
          last,
        );
        if (rows.length > 0) yield rows;
        if (rows.length < BODIES) return;
        last = rows.at(-1)?.i ?? 0;
      }
    },
    body: (row) => db.get<{ body: string }>("SELECT body FROM item WHERE i = ?", row)?.body,
    highest: () => db.get<{ i: number | null }>("SELECT max(i) AS i FROM item")?.i ?? 0,
  };
}
