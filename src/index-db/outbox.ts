/**
 * What a store lacks: the items that changed since it was brought up last. Written with every change while some store follows,
 * so that nothing is lost when a process is killed between the index and the store.
 * @module
 */
import type { GoneItem, GraphDelta, GraphEdge, GraphNode } from "../model/graph.ts";
import type { Database } from "./database.ts";
import { EDGE, type ItemKind, NODE } from "./item-kinds.ts";

/** More changed items than this are not collected: the store is compared as a whole. */
export const MOST_CHANGES = 50_000;
/** Revisions whose changes stay in the log though every store has them: a server that shows an earlier one finds its way. */
const REMEMBERED = 8;
/** Reports of a change that is logged though no store follows. */
const SMALL = 50;

/** Notes that a store holds what the index does, and forgets what no store lacks any more. */
export function follow(db: Database, name: string, rev: number, revision: string): void {
  db.transaction(() => {
    db.run("INSERT OR REPLACE INTO store VALUES (?, ?, ?)", name, rev, revision);
    const { least } = db.get<{ least: number }>("SELECT min(rev) AS least FROM store") as { least: number };
    forget(db, least - REMEMBERED);
  });
}

/** The log is complete for revisions above the one that is noted, of which all that is before may be forgotten. */
function forget(db: Database, rev: number): void {
  db.run("DELETE FROM change WHERE rev <= ?", rev);
  if (rev > (loggedFrom(db) ?? Number.POSITIVE_INFINITY)) noteLogged(db, rev);
}

const loggedFrom = (db: Database): number | undefined => {
  const noted = db.get<{ value: string }>("SELECT value FROM meta WHERE name = 'logged'")?.value;
  return noted === undefined ? undefined : Number(noted);
};
const noteLogged = (db: Database, rev: number): void =>
  db.run("INSERT OR REPLACE INTO meta VALUES ('logged', ?)", String(rev));

/** Whether a change of so many reports is logged: some store follows, or it is small, and a server may. */
export function isLogged(db: Database, reports: number): boolean {
  return reports <= SMALL || db.get("SELECT 1 AS x FROM store LIMIT 1") !== undefined;
}

/** Notes, in the transaction of a change, up to where the log is complete. */
export function noteChange(db: Database, rev: number, logged: boolean): void {
  if (!logged) noteLogged(db, rev);
  else if (loggedFrom(db) === undefined) noteLogged(db, rev - 1);
  if (db.get("SELECT 1 AS x FROM store LIMIT 1") === undefined) forget(db, rev - REMEMBERED);
}

/** Ids of what changed, came or went since a revision; undefined where that is not known, or is too much to collect. */
export function changedSince(db: Database, rev: number): { nodes: string[]; edges: string[] } | undefined {
  const from = loggedFrom(db);
  if (from === undefined || rev < from) return undefined;
  const changed = (kind: ItemKind): string[] =>
    db
      .all<{ id: string }>(
        "SELECT id FROM change WHERE kind = ? AND rev > ? ORDER BY id LIMIT ?",
        ...[kind, rev, MOST_CHANGES + 1],
      )
      .map(({ id }) => id);
  const [nodes, edges] = [changed(NODE), changed(EDGE)];
  return nodes.length + edges.length > MOST_CHANGES ? undefined : { nodes, edges };
}

/** Undefined where it is not known what the store holds, or where too much has changed since. */
export function deltaFor(
  db: Database,
  name: string,
  revision: string,
  most: number = MOST_CHANGES,
): GraphDelta | undefined {
  const store = db.get<{ rev: number; revision: string }>(
    "SELECT rev, revision FROM store WHERE name = ?",
    name,
  );
  if (store?.revision !== revision) return undefined;
  const since = store.rev;
  const { n } = db.get<{ n: number }>("SELECT count(*) AS n FROM change WHERE rev > ?", since) as {
    n: number;
  };
  if (n > most) return undefined;
  const changed = <T>(kind: ItemKind): T[] =>
    db
      .all<{ body: string }>(
        `SELECT i.body AS body FROM change c JOIN item i ON i.kind = c.kind AND i.id = c.id
         WHERE c.kind = ? AND c.rev > ? ORDER BY c.id`,
        kind,
        since,
      )
      .map(({ body }) => JSON.parse(body) as T);
  const gone = (kind: ItemKind): GoneItem[] =>
    db.all<GoneItem>(
      `SELECT c.id AS id, c.type AS type FROM change c WHERE c.kind = ? AND c.rev > ?
       AND NOT EXISTS (SELECT 1 FROM item i WHERE i.kind = c.kind AND i.id = c.id) ORDER BY c.id`,
      kind,
      since,
    );
  const total = (kind: string): number =>
    db.get<{ n: number }>("SELECT coalesce(sum(n), 0) AS n FROM tally WHERE kind = ?", kind)?.n ?? 0;
  const edges = changed<GraphEdge>(EDGE);
  const ends = db.all<{ id: string; labels: string }>(
    `SELECT id, labels FROM item WHERE kind = ${NODE} AND id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(edges.flatMap(({ start, end }) => [start, end]))]),
  );
  return {
    nodes: changed<GraphNode>(NODE),
    edges,
    gone: { nodes: gone(NODE), edges: gone(EDGE) },
    ends: new Map(ends.map(({ id, labels }) => [id, JSON.parse(labels) as string[]])),
    total: { nodes: total("nodes"), edges: total("edges") },
  };
}
