/**
 * A network over the index on disk: columns are filled by reading it once, what an item says is read when it is asked for, and
 * what was read last is kept.
 * @module
 */
import { type EdgeDefinition, edgeTypes } from "../../../schema/index.ts";
import type { Database } from "../../index-db/database.ts";
import { type ItemRows, itemRows } from "../../index-db/item-rows.ts";
import type { GraphEdge, GraphNode, Properties } from "../../model/graph.ts";
import type { Steps } from "../../steps.ts";
import { type Columns, ColumnsBuilder, type Span } from "./columns.ts";
import type { ItemSource } from "./item-source.ts";
import { Network } from "./network.ts";
import { Places } from "./places.ts";
import { Texts } from "./texts.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Characters of JSON whose objects are kept: some ten times as many bytes. */
const KEPT = 4_000_000;

/** Types of edges of which columns hold all that a body would add, where one report alone makes them. */
const BARE: readonly string[] = (edgeTypes as unknown as readonly EdgeDefinition[])
  .filter(({ properties }) => properties["status"] === undefined && properties["confidence"] === undefined)
  .map(({ type }) => type);

/** Reads items, and keeps those that were asked for last. */
class KeptItems implements ItemSource {
  readonly #rows: ItemRows;
  readonly #room: number;
  readonly #kept = new Map<number, { properties: Properties; size: number }>();
  #size = 0;
  #last = -1;
  #properties: Properties = {};

  constructor(rows: ItemRows, room: number) {
    this.#rows = rows;
    this.#room = room;
  }

  node(row: number): Properties {
    return this.#of(row);
  }
  edge(row: number): Properties {
    return this.#of(row);
  }

  #of(row: number): Properties {
    // Several properties of one item are asked for one after another.
    if (row === this.#last) return this.#properties;
    const known = this.#kept.get(row);
    this.#kept.delete(row);
    const item = known ?? this.#read(row);
    this.#kept.set(row, item);
    this.#last = row;
    this.#properties = item.properties;
    return item.properties;
  }

  #read(row: number): { properties: Properties; size: number } {
    const body = this.#rows.body(row);
    if (body === undefined) throw new Error(`row ${row} left the index while its graph was read`);
    this.#size += body.length;
    for (const [oldest, { size }] of this.#kept) {
      if (this.#size <= this.#room) break;
      this.#kept.delete(oldest);
      this.#size -= size;
    }
    return { properties: (JSON.parse(body) as GraphNode).properties, size: body.length };
  }
}

/**
 * Reads the index in steps of some milliseconds; the network is of the moment as of which the database is read.
 * @param room Characters of JSON whose objects are kept
 */
export function* networkOfIndex(db: Database, room: number = KEPT): Steps<Network> {
  const rows = itemRows(db);
  const words = new Vocabulary();
  const highest = rows.highest() + 1;
  const places = new Int32Array(highest);
  const ids: Partial<Record<"nodes" | "edges", Texts>> = {};
  for (const of of ["nodes", "edges"] as const) {
    const all = Texts.of(highest, words.texts);
    let count = 0;
    for (const portion of rows.ids(of)) {
      for (const [id, i] of portion) {
        places[i] = count;
        all.set(count, id);
        count += 1;
      }
      yield;
    }
    ids[of] = all.first(count);
  }
  const { nodes = Texts.of(0, words.texts), edges = Texts.of(0, words.texts) } = ids;
  const builder = new ColumnsBuilder({ ids: nodes, at: yield* Places.of(nodes) }, edges, words, true);
  yield;
  for (const portion of rows.bare(BARE)) {
    for (const { i, report, ...edge } of portion) builder.tie(places[i] ?? 0, i, edge, report);
    yield;
  }
  for (const portion of rows.bodies(BARE)) {
    for (const { i, body } of portion) {
      const item = JSON.parse(body) as GraphNode | GraphEdge;
      if ("labels" in item) builder.node(places[i] ?? 0, i, item);
      else builder.edge(places[i] ?? 0, i, item);
    }
    yield;
  }
  const columns = builder.finish();
  words.texts.settle();
  yield;
  return networkOver(columns, db, room);
}

/** Columns that were made from this index. */
export function networkOver(columns: Columns, db: Database, room: number = KEPT): Network {
  return new Network(columns, new KeptItems(itemRows(db), room));
}

/** Items that are copied between two yields. */
const COPIED = 50_000;

/** Where items stand after a change, that were there before and that are new. */
interface Moves {
  spans: Span[];
  /** Places of the changed and the new. */
  put: Map<string, number>;
  total: number;
}

/**
 * @param changed ids of what changed, came or went, sorted
 * @param has whether it is there now
 */
function movesOf(ids: Texts, changed: readonly string[], has: (id: string) => boolean): Moves {
  const spans: Span[] = [];
  const put = new Map<string, number>();
  let [from, at] = [0, 0];
  const upTo = (end: number): void => {
    for (; from < end; from += COPIED) {
      const count = Math.min(COPIED, end - from);
      spans.push({ from, at, count });
      at += count;
    }
    from = end;
  };
  for (const id of changed) {
    const place = ids.lowerBound(id);
    upTo(place);
    if (ids.get(place) === id) from = place + 1;
    if (has(id)) {
      put.set(id, at);
      at += 1;
    }
  }
  upTo(ids.length);
  return { spans, put, total: at };
}

function movedIds(ids: Texts, { spans, put, total }: Moves): Texts {
  const moved = Texts.of(total, ids.pool);
  for (const { from, at, count } of spans) moved.copy(at, ids, from, count);
  for (const [id, at] of put) moved.set(at, id);
  return moved;
}

/**
 * The network after a change, out of the one before: only what changed is read.
 * @param changed Ids of what changed, came or went, sorted
 */
export function* laterNetwork(
  before: Network,
  db: Database,
  changed: { nodes: readonly string[]; edges: readonly string[] },
  room: number = KEPT,
): Steps<Network> {
  const rows = itemRows(db);
  const { columns } = before;
  const items = { nodes: rows.named("nodes", changed.nodes), edges: rows.named("edges", changed.edges) };
  const movesIn = (of: "nodes" | "edges"): Moves =>
    movesOf(columns[of].ids, changed[of], (id) => items[of].has(id));
  const moves = { nodes: movesIn("nodes"), edges: movesIn("edges") };
  yield;
  const nodeIds = movedIds(columns.nodes.ids, moves.nodes);
  yield;
  const edgeIds = movedIds(columns.edges.ids, moves.edges);
  yield;
  const at = yield* Places.of(nodeIds);
  const builder = new ColumnsBuilder({ ids: nodeIds, at }, edgeIds, columns.words, false);
  yield;
  const places = new Int32Array(columns.nodes.ids.length).fill(-1);
  const earlier = new Int32Array(nodeIds.length).fill(-1);
  for (const span of moves.nodes.spans) {
    builder.copyNodes(columns, span);
    for (let i = 0; i < span.count; i += 1) {
      places[span.from + i] = span.at + i;
      earlier[span.at + i] = span.from + i;
    }
    yield;
  }
  for (const [id, { i, body }] of items.nodes) {
    const at = moves.nodes.put.get(id) ?? 0;
    const place = columns.nodes.at.get(id);
    if (place !== undefined) places[place] = at;
    builder.node(at, i, JSON.parse(body) as GraphNode);
  }
  yield;
  for (const span of moves.edges.spans) {
    builder.copyEdges(columns, span, places);
    yield;
  }
  for (const [id, { i, body }] of items.edges)
    builder.edge(moves.edges.put.get(id) ?? 0, i, JSON.parse(body) as GraphEdge);
  const made = builder.finish();
  yield;
  const network = networkOver(made, db, room);
  yield;
  yield* made.told.carry(columns.told, {
    type: made.nodes.type,
    rank: made.nodes.rank,
    earlier: (at) => {
      const place = earlier[at] ?? -1;
      return place < 0 ? undefined : columns.nodes.rank[place];
    },
    node: (at) => network.nodeAt(at),
  });
  return network;
}
