/**
 * The nodes and edges of the graph as rows. Notes what changed, for the stores that follow, and keeps the counts and the
 * names by which entities are found.
 * @module
 */
import { captionOf, typeOfNode } from "../graph/naming.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { plainName } from "../resolve/normal.ts";
import { hashEdge, hashNode } from "../store/diff.ts";
import type { Database } from "./database.ts";
import { EDGE, type ItemKind, NODE } from "./item-kinds.ts";

export type Item = GraphNode | GraphEdge;

/** What is read of a row before it is written: not its body, which may be long. */
interface Old {
  owner: number | null;
  type: string;
  start: string | null;
  end: string | null;
  hash: string;
  labels: string | null;
}
const OLD = 'owner, type, start, "end", hash, labels';

/** How many items came, changed and went, as a store's sync counts them. */
export interface ItemChanges {
  created: number;
  updated: number;
  deleted: number;
}

const isNode = (item: Item): item is GraphNode => "labels" in item;

export class Items {
  readonly changes: { nodes: ItemChanges; edges: ItemChanges } = {
    nodes: { created: 0, updated: 0, deleted: 0 },
    edges: { created: 0, updated: 0, deleted: 0 },
  };
  readonly #db: Database;
  readonly #rev: number;
  readonly #isFollowed: boolean;
  readonly #tally = new Map<string, { kind: string; label: string; n: number }>();

  /** @param isFollowed some store may take the changes up */
  constructor(db: Database, rev: number, isFollowed: boolean) {
    this.#db = db;
    this.#rev = rev;
    this.#isFollowed = isFollowed;
  }

  node(id: string): GraphNode | undefined {
    const row = this.#db.get<{ body: string }>("SELECT body FROM item WHERE kind = ? AND id = ?", NODE, id);
    return row && (JSON.parse(row.body) as GraphNode);
  }

  /** Puts an item that several reports may make in its place, or takes it out. */
  put(kind: ItemKind, id: string, item: Item | undefined): void {
    const old = this.#db.get<Old>(`SELECT ${OLD} FROM item WHERE kind = ? AND id = ?`, kind, id);
    if (item) this.#write(kind, item, null, old);
    else if (old) this.#delete(kind, id, old);
  }

  /** Makes the items of one report exactly these. */
  putOwn(owner: number, items: readonly Item[]): void {
    const before = new Map(
      this.#db
        .all<Old & { kind: ItemKind; id: string }>(`SELECT kind, id, ${OLD} FROM item WHERE owner = ?`, owner)
        .map((row) => [`${row.kind} ${row.id}`, row]),
    );
    for (const item of items) {
      const kind = isNode(item) ? NODE : EDGE;
      const key = `${kind} ${item.id}`;
      this.#write(kind, item, owner, before.get(key));
      before.delete(key);
    }
    for (const { kind, id, ...old } of before.values()) this.#delete(kind, id, old);
  }

  #write(kind: ItemKind, item: Item, owner: number | null, old: Old | undefined): void {
    const hash = isNode(item) ? hashNode(item) : hashEdge(item);
    if (old?.hash === hash) return;
    const count = kind === NODE ? this.changes.nodes : this.changes.edges;
    const body = JSON.stringify(item);
    const type = isNode(item) ? typeOfNode(item) : item.type;
    const [start, end] = isNode(item) ? [null, null] : [item.start, item.end];
    const [labels, caption] = isNode(item) ? [JSON.stringify(item.labels), captionOf(item)] : [null, null];
    if (old) {
      count.updated++;
      this.#count(kind, old, -1);
      // What stands in an index is not written again.
      if (old.owner === owner && old.type === type && old.start === start && old.end === end)
        this.#db.run(
          "UPDATE item SET hash = ?, labels = ?, caption = ?, body = ? WHERE kind = ? AND id = ?",
          ...[hash, labels, caption, body, kind, item.id],
        );
      else
        this.#db.run(
          `UPDATE item SET owner = ?, type = ?, start = ?, "end" = ?, hash = ?, labels = ?, caption = ?, body = ?
         WHERE kind = ? AND id = ?`,
          ...[owner, type, start, end, hash, labels, caption, body, kind, item.id],
        );
    } else {
      count.created++;
      this.#db.run(
        `INSERT INTO item (kind, id, owner, type, start, "end", hash, labels, caption, body)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[kind, item.id, owner, type, start, end, hash, labels, caption, body],
      );
    }
    this.#count(kind, { type, labels }, 1);
    this.#call(item, old !== undefined);
    this.#log(kind, item.id, type);
  }

  #delete(kind: ItemKind, id: string, old: Old): void {
    (kind === NODE ? this.changes.nodes : this.changes.edges).deleted++;
    this.#count(kind, old, -1);
    this.#db.run("DELETE FROM item WHERE kind = ? AND id = ?", kind, id);
    if (kind === NODE) this.#db.run("DELETE FROM called WHERE id = ?", id);
    this.#log(kind, id, old.type);
  }

  #log(kind: ItemKind, id: string, type: string): void {
    if (this.#isFollowed)
      this.#db.run("INSERT OR REPLACE INTO change VALUES (?, ?, ?, ?)", kind, id, this.#rev, type);
  }

  /** Notes the names of an entity. */
  #call(item: Item, wasThere: boolean): void {
    if (!isNode(item) || !item.labels.includes("Entity")) return;
    const { name, aliases } = item.properties;
    const names = [String(name), ...((aliases as string[] | undefined) ?? [])];
    const rows = new Map(
      names.map((text, i) => {
        const row = { plain: plainName(text), alias: Math.min(i, 1) };
        return [JSON.stringify(row), row];
      }),
    );
    const old = wasThere
      ? this.#db.all<{ plain: string; alias: number }>(
          "SELECT plain, alias FROM called WHERE id = ?",
          item.id,
        )
      : [];
    for (const { plain, alias } of old)
      if (!rows.delete(JSON.stringify({ plain, alias })))
        this.#db.run("DELETE FROM called WHERE plain = ? AND id = ? AND alias = ?", plain, item.id, alias);
    for (const { plain, alias } of rows.values())
      this.#db.run("INSERT INTO called VALUES (?, ?, ?)", plain, item.id, alias);
  }

  #count(kind: ItemKind, { type, labels }: Pick<Old, "type" | "labels">, by: number): void {
    const add = (what: string, label: string): void => {
      const key = `${what} ${label}`;
      const known = this.#tally.get(key) ?? { kind: what, label, n: 0 };
      known.n += by;
      this.#tally.set(key, known);
    };
    add(kind === NODE ? "nodes" : "edges", type);
    for (const label of labels === null ? [] : (JSON.parse(labels) as string[])) add("labels", label);
  }

  /** Writes the counts. */
  finish(): void {
    for (const { kind, label, n } of this.#tally.values())
      if (n !== 0)
        this.#db.run(
          "INSERT INTO tally VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET n = n + ?3",
          kind,
          label,
          n,
        );
    this.#db.run("DELETE FROM tally WHERE n = 0");
    this.#tally.clear();
  }
}
