/**
 * The nodes and edges of the index as streams in the order of their ids. A few rows are read at a time, so that memory does
 * not grow with the graph. Who walks more than one stream does it within one `reading`, else others may write in between.
 * @module
 */
import { danglingEnd } from "../graph/dangling.ts";
import type { EdgesOf, End, GraphItems, NodesOf } from "../graph/items.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import type { Database, Value } from "./database.ts";
import { EDGE, NODE } from "./item-kinds.ts";

/** Rows that are read at once. */
const CHUNK = 500;

interface Row {
  id: string;
  body: string;
}

interface EndRow {
  type: string | null;
  labels: string | null;
  caption: string | null;
}

/** A type has its own index; without one, the order would be of all types, and most rows passed over. */
const indexFor = (of: object | undefined): string => (of ? "item_type" : "item_id");
const plainFrom = (of: object | undefined): string =>
  `SELECT e.id AS id, e.body AS body FROM item e INDEXED BY ${indexFor(of)}`;
const linkedFrom = (of: object | undefined): string =>
  `SELECT e.id AS id, e.body AS body, s.type AS startType, s.labels AS startLabels, s.caption AS startCaption,
     t.type AS endType, t.labels AS endLabels, t.caption AS endCaption
   FROM item e INDEXED BY ${indexFor(of)}
   LEFT JOIN item s INDEXED BY item_id ON s.kind = ${NODE} AND s.id = e.start
   LEFT JOIN item t INDEXED BY item_id ON t.kind = ${NODE} AND t.id = e."end"`;

interface LinkedRow extends Row {
  startType: string | null;
  startLabels: string | null;
  startCaption: string | null;
  endType: string | null;
  endLabels: string | null;
  endCaption: string | null;
}

function endOf(edge: GraphEdge, id: string, { type, labels, caption }: EndRow): End {
  if (type === null || labels === null || caption === null) throw danglingEnd(edge.id, id);
  return { type, labels: JSON.parse(labels) as string[], caption };
}

/** What stands between `WHERE` and `ORDER BY`, and its values. */
type Condition = [sql: string, ...values: Value[]];

const both = (conditions: readonly (Condition | undefined)[]): Condition => {
  const given = conditions.filter((one) => one !== undefined);
  return [given.map(([sql]) => sql).join(" AND "), ...given.flatMap(([, ...values]) => values)];
};

export function itemStreams(db: Database): GraphItems {
  function* stream<T extends Row>(select: string, where: Condition): Generator<T> {
    let last = "";
    for (;;) {
      const [sql, ...values] = where;
      const rows = db.all<T>(
        `${select} WHERE ${sql} AND e.id > ? ORDER BY e.id LIMIT ${CHUNK}`,
        ...values,
        last,
      );
      yield* rows;
      const end = rows.at(-1);
      if (!end || rows.length < CHUNK) return;
      last = end.id;
    }
  }
  const nodesWhere = (of: NodesOf | undefined): Condition =>
    both([
      [`e.kind = ${NODE}`],
      of && ["e.type = ?", of.type],
      of?.labels && ["e.labels = ?", JSON.stringify(of.labels)],
    ]);
  const edgesWhere = (of: EdgesOf | undefined): Condition =>
    both([
      [`e.kind = ${EDGE}`],
      of && ["e.type = ?", of.type],
      of?.startType === undefined ? undefined : ["s.type = ?", of.startType],
      of?.endType === undefined ? undefined : ["t.type = ?", of.endType],
    ]);
  return {
    *nodes(of) {
      for (const { body } of stream(plainFrom(of), nodesWhere(of))) yield JSON.parse(body) as GraphNode;
    },
    *edges(of) {
      const isPlain = of?.startType === undefined && of?.endType === undefined;
      const from = isPlain ? plainFrom(of) : linkedFrom(of);
      for (const { body } of stream(from, edgesWhere(of))) yield JSON.parse(body) as GraphEdge;
    },
    *linkedEdges(of) {
      for (const row of stream<LinkedRow>(linkedFrom(of), edgesWhere(of))) {
        const edge = JSON.parse(row.body) as GraphEdge;
        const start = { type: row.startType, labels: row.startLabels, caption: row.startCaption };
        const end = { type: row.endType, labels: row.endLabels, caption: row.endCaption };
        yield { edge, start: endOf(edge, edge.start, start), end: endOf(edge, edge.end, end) };
      }
    },
    *edgesFrom(id) {
      for (const { status, ...to } of db.all<{ type: string; end: string; status: string | null }>(
        `SELECT type, "end", body ->> '$.properties.status' AS status
         FROM item INDEXED BY item_start WHERE kind = ${EDGE} AND start = ? ORDER BY id`,
        id,
      ))
        yield { ...to, status: status ?? undefined };
    },
  };
}
