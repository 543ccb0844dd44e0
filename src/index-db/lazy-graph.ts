/**
 * The graph of the index for a store that compares all of it: items whose properties are read when they are asked for, so
 * that a list of everything that is new holds ids and labels only.
 * @module
 */
import type { GraphEdge, GraphNode, GraphStream, Properties } from "../model/graph.ts";
import type { Database } from "./database.ts";
import { EDGE, type ItemKind, NODE } from "./item-kinds.ts";
import { itemStreams } from "./item-streams.ts";

/** Reads the properties of one item after another; those of the last one are at hand, for they are asked for several times. */
class Reader {
  readonly #db: Database;
  readonly #kind: ItemKind;
  #id: string | undefined;
  #properties: Properties = {};

  constructor(db: Database, kind: ItemKind) {
    this.#db = db;
    this.#kind = kind;
  }

  keep({ id, properties }: GraphNode | GraphEdge): void {
    this.#id = id;
    this.#properties = properties;
  }

  of(id: string): Properties {
    if (this.#id !== id) {
      const row = this.#db.get<{ body: string }>(
        "SELECT body FROM item WHERE kind = ? AND id = ?",
        this.#kind,
        id,
      );
      if (!row) throw new Error(`${id} left the index while its graph was read`);
      this.keep(JSON.parse(row.body) as GraphNode | GraphEdge);
    }
    return this.#properties;
  }
}

class LazyNode implements GraphNode {
  readonly id: string;
  readonly labels: string[];
  readonly #reader: Reader;

  constructor(id: string, labels: string[], reader: Reader) {
    this.id = id;
    this.labels = labels;
    this.#reader = reader;
  }

  get properties(): Properties {
    return this.#reader.of(this.id);
  }
}

class LazyEdge implements GraphEdge {
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly #reader: Reader;

  constructor({ id, type, start, end }: GraphEdge, reader: Reader) {
    this.id = id;
    this.type = type;
    this.start = start;
    this.end = end;
    this.#reader = reader;
  }

  get properties(): Properties {
    return this.#reader.of(this.id);
  }
}

/** Nothing may be written to the index while it, or an item of it, is in use. */
export function lazyGraph(db: Database): GraphStream {
  const streams = itemStreams(db);
  // Few lists of labels stand on many nodes.
  const lists = new Map<string, string[]>();
  const listOf = (labels: string[]): string[] => {
    const key = labels.join(":");
    const known = lists.get(key);
    if (!known) lists.set(key, labels);
    return known ?? labels;
  };
  const [nodes, edges] = [new Reader(db, NODE), new Reader(db, EDGE)];
  return {
    nodes: {
      *[Symbol.iterator]() {
        for (const node of streams.nodes()) {
          nodes.keep(node);
          yield new LazyNode(node.id, listOf(node.labels), nodes);
        }
      },
    },
    edges: {
      *[Symbol.iterator]() {
        for (const edge of streams.edges()) {
          edges.keep(edge);
          yield new LazyEdge(edge, edges);
        }
      },
    },
  };
}
