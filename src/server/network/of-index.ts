/**
 * A network over the index on disk: columns are filled by reading it once, what an item says is read when it is asked for, and
 * what was read last is kept.
 * @module
 */
import { type EdgeDefinition, edgeTypes } from "../../../schema/index.ts";
import type { Database } from "../../index-db/database.ts";
import { type ItemRows, itemRows } from "../../index-db/item-rows.ts";
import type { GraphEdge, GraphNode, Properties } from "../../model/graph.ts";
import type { Steps } from "../../workspace/steps.ts";
import { ColumnsBuilder, placesOf } from "./columns.ts";
import { type ItemSource, Network } from "./network.ts";

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
  const ids: { nodes: string[]; edges: string[] } = { nodes: [], edges: [] };
  const places = new Int32Array(rows.highest() + 1);
  for (const of of ["nodes", "edges"] as const)
    for (const portion of rows.ids(of)) {
      for (const [id, i] of portion) places[i] = ids[of].push(id) - 1;
      yield;
    }
  const builder = new ColumnsBuilder(yield* placesOf(ids.nodes), ids.edges);
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
  yield;
  return new Network(columns, new KeptItems(rows, room));
}

/** Sorted ids with some taken out and some put in; `added` is sorted. */
function mergedIds(before: readonly string[], gone: ReadonlySet<string>, added: readonly string[]): string[] {
  const ids: string[] = [];
  let next = 0;
  for (const id of before) {
    for (; next < added.length && (added[next] ?? "") < id; next += 1) ids.push(added[next] ?? "");
    if (!gone.has(id)) ids.push(id);
  }
  return ids.concat(added.slice(next));
}

/** Items that are copied between two yields. */
const COPIED = 20_000;

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
  const idsOf = (of: "nodes" | "edges"): string[] =>
    mergedIds(columns[of].ids, new Set(changed[of]), [...items[of].keys()]);
  const [nodeIds, edgeIds] = [idsOf("nodes"), idsOf("edges")];
  yield;
  const builder = new ColumnsBuilder(yield* placesOf(nodeIds), edgeIds, columns.words);
  yield;
  const places = new Int32Array(columns.nodes.ids.length).fill(-1);
  const ranks = new Map<number, number>();
  let from = 0;
  for (const [at, id] of nodeIds.entries()) {
    if (at % COPIED === 0) yield;
    const item = items.nodes.get(id);
    while ((columns.nodes.ids[from] ?? "\u{10ffff}") < id) from += 1;
    const isOld = columns.nodes.ids[from] === id;
    if (isOld) places[from] = at;
    if (item) builder.node(at, item.i, JSON.parse(item.body) as GraphNode);
    else {
      builder.copyNode(at, columns, from);
      ranks.set(at, columns.nodes.rank[from] ?? 0);
    }
  }
  from = 0;
  for (const [at, id] of edgeIds.entries()) {
    if (at % COPIED === 0) yield;
    const item = items.edges.get(id);
    while ((columns.edges.ids[from] ?? "\u{10ffff}") < id) from += 1;
    if (item) builder.edge(at, item.i, JSON.parse(item.body) as GraphEdge);
    else builder.copyEdge(at, columns, from, places);
  }
  const made = builder.finish();
  yield;
  const network = new Network(made, new KeptItems(rows, room));
  yield;
  yield* network.columns.told.carry(columns.told, function* (type) {
    const { nodes } = network.columns;
    for (let at = 0; at < nodes.ids.length; at += 1)
      if (nodes.type[at] === type) yield [network.nodeAt(at), ranks.get(at)];
  });
  return network;
}
