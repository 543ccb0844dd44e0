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

/** Notes that a store holds what the index does, and forgets what no store lacks any more. */
export function follow(db: Database, name: string, rev: number, revision: string): void {
  db.transaction(() => {
    db.run("INSERT OR REPLACE INTO store VALUES (?, ?, ?)", name, rev, revision);
    db.run("DELETE FROM change WHERE rev <= (SELECT min(rev) FROM store)");
  });
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
