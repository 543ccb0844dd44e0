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
import { ColumnsBuilder } from "./columns.ts";
import { type ItemSource, Network } from "./network.ts";

/** Characters of JSON whose objects are kept: some ten times as many bytes. */
const KEPT = 6_000_000;

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
      for (const { id, i } of portion) places[i] = ids[of].push(id) - 1;
      yield;
    }
  const builder = new ColumnsBuilder(ids.nodes, ids.edges);
  for (const portion of rows.rows(BARE)) {
    for (const { i, kind, type, start, end, report, body } of portion) {
      const at = places[i] ?? 0;
      if (kind === 0) builder.node(at, i, JSON.parse(body ?? "") as GraphNode);
      else if (body !== null) builder.edge(at, i, JSON.parse(body) as GraphEdge);
      else builder.tie(at, i, { id: "", type, start: start ?? "", end: end ?? "" }, report ?? "");
    }
    yield;
  }
  return new Network(builder.finish(), new KeptItems(rows, room));
}
