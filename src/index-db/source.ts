/**
 * The index as a source of the graph: streams in the order of ids, and lookups that read only what they give.
 * @module
 */
import type { EdgeCount, Found, GraphSource, Match, Page, PageOptions } from "../graph/source.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { plainName } from "../resolve/normal.ts";
import type { Value } from "./database.ts";
import type { GraphIndexDb } from "./index.ts";
import { EDGE, NODE } from "./item-kinds.ts";
import { itemStreams } from "./item-streams.ts";

interface Body {
  body: string;
}

const parse = <T>({ body }: Body): T => JSON.parse(body) as T;
const countsOf = (rows: readonly { label: string; n: number }[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ label, n }) => [label, n]));

export function indexSource(index: Pick<GraphIndexDb, "db" | "revision">): GraphSource {
  const { db, revision } = index;
  const tally = (kind: string): Record<string, number> =>
    countsOf(db.all("SELECT label, n FROM tally WHERE kind = ? ORDER BY label", kind));
  const one = <T>(kind: number, id: string): T | undefined => {
    const row = db.get<Body>("SELECT body FROM item WHERE kind = ? AND id = ?", kind, id);
    return row && parse<T>(row);
  };
  const nodesOf = (type: string, { offset = 0, limit }: PageOptions): Page<GraphNode> => ({
    items: db
      .all<Body>(
        "SELECT body FROM item INDEXED BY item_type WHERE kind = 0 AND type = ? ORDER BY id LIMIT ? OFFSET ?",
        type,
        limit,
        offset,
      )
      .map((row) => parse<GraphNode>(row)),
    total: db.get<{ n: number }>("SELECT n FROM tally WHERE kind = 'nodes' AND label = ?", type)?.n ?? 0,
  });
  const called = (match: Match, where: string, value: Value, options: PageOptions): Found | undefined => {
    const ids = db
      .all<{ id: string }>(`SELECT DISTINCT id FROM called WHERE ${where}`, value)
      .map(({ id }) => id);
    return ids.length === 0 ? undefined : { match, page: mostMentioned(ids, options) };
  };
  const mostMentioned = (ids: readonly string[], { offset = 0, limit }: PageOptions): Page<GraphNode> => ({
    items: db
      .all<Body>(
        `SELECT body FROM item WHERE kind = 0 AND id IN (SELECT value FROM json_each(?))
         ORDER BY CAST(body ->> '$.properties.mentions' AS INTEGER) DESC, id LIMIT ? OFFSET ?`,
        JSON.stringify(ids),
        limit,
        offset,
      )
      .map((row) => parse<GraphNode>(row)),
    total: ids.length,
  });
  return {
    ...itemStreams(db),
    revision: String(revision),
    counts: async () => ({ labels: tally("labels"), nodes: tally("nodes"), edges: tally("edges") }),
    node: async (id) => one<GraphNode>(NODE, id),
    edge: async (id) => one<GraphEdge>(EDGE, id),
    nodesOf: async (type, options) => nodesOf(type, options),
    find: async (wanted, options) => {
      const byId = one<GraphNode>(NODE, wanted);
      if (byId?.labels.includes("Entity")) return { match: "id", page: { items: [byId], total: 1 } };
      const plain = plainName(wanted);
      if (plain === "") return undefined;
      return (
        called("name", "plain = ? AND alias = 0", plain, options) ??
        called("alias", "plain = ?", plain, options) ??
        (plain.length > 1 ? called("part", "instr(plain, ?) > 0", plain, options) : undefined)
      );
    },
    edgesOf: async (id, { type, direction, offset = 0, limit }) => {
      const sides = (["out", "in"] as const).filter((side) => (direction ?? side) === side);
      const parts = sides.map((side) =>
        side === "out"
          ? "SELECT id, type, body FROM item INDEXED BY item_start WHERE kind = 1 AND start = ?1"
          : `SELECT id, type, body FROM item INDEXED BY item_end WHERE kind = 1 AND "end" = ?1 AND start <> ?1`,
      );
      const all = parts
        .map((part) => (type === undefined ? part : `${part} AND type = ?2`))
        .join(" UNION ALL ");
      const values = type === undefined ? [id] : [id, type];
      return {
        items: db
          .all<Body>(
            `SELECT body FROM (${all}) ORDER BY type, id LIMIT ${Number(limit)} OFFSET ${Number(offset)}`,
            ...values,
          )
          .map((row) => parse<GraphEdge>(row)),
        total: db.get<{ n: number }>(`SELECT count(*) AS n FROM (${all})`, ...values)?.n ?? 0,
      };
    },
    edgeCounts: async (id) =>
      db.all<EdgeCount>(
        `SELECT type, direction, count(*) AS count FROM
           (SELECT type, 'out' AS direction FROM item INDEXED BY item_start WHERE kind = 1 AND start = ?1
            UNION ALL SELECT type, 'in' FROM item INDEXED BY item_end WHERE kind = 1 AND "end" = ?1 AND start <> ?1)
         GROUP BY type, direction ORDER BY type, direction DESC`,
        id,
      ),
    reports: async (options) => nodesOf("Report", options),
  };
}
