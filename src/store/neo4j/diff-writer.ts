/**
 * Writes a difference into Neo4j in batches, each a managed transaction that may be run again. Deletions come before what
 * replaces them; nodes before the edges between them. Batches go one after the other: relationships loaded in parallel wait
 * for each other's locks.
 * @module
 */
import type { ManagedTransaction, Session } from "neo4j-driver";
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { batches, grouped } from "../batches.ts";
import type { SyncProgress, SyncResult } from "../contract.ts";
import {
  type GraphDiff,
  HASH_PROPERTY,
  type Hashed,
  KEYS_PROPERTY,
  keysOf,
  resultOf,
  stepsOf,
} from "../diff.ts";
import { RETRACTED_LABEL } from "./names.ts";
import type { Owned, OwnedItem } from "./owned.ts";
import { RowShape } from "./rows.ts";
import type { ItemRow, UpdateRow } from "./statements.ts";
import * as statements from "./statements.ts";
import { writtenProperties } from "./values.ts";
import { args, deleteOwnedEdgesOf, type HeldNode, nulls, readKeys, retract, run, writeAll } from "./write.ts";

/** Writes the difference, batch by batch, each in the order in which nothing ever hangs in the air. */
export class DiffWriter {
  readonly #session: Session;
  readonly #diff: GraphDiff;
  readonly #onProgress: ((progress: SyncProgress) => void) | undefined;
  #done = 0;
  readonly #total: number;

  constructor(session: Session, diff: GraphDiff, onProgress: ((progress: SyncProgress) => void) | undefined) {
    this.#session = session;
    this.#diff = diff;
    this.#onProgress = onProgress;
    this.#total = stepsOf(diff);
  }

  /** @param keys of the nodes that are written and of those at the ends of edges: the label that finds them */
  async run(owned: Owned, keys: ReadonlyMap<string, string>): Promise<SyncResult> {
    const diff = this.#diff;
    await this.#deleteEdges(owned, diff.edges.delete);
    const moved = await this.#takeMoved(owned, diff.edges.update);
    await this.#deleteNodes(owned, diff.nodes.delete);
    await this.#createNodes(diff.nodes.create, keys);
    await this.#updateNodes(owned, diff.nodes.update);
    await this.#createEdges([...diff.edges.create, ...moved.edges], moved.properties, keys);
    const kept = diff.edges.update.filter(({ item }) => !moved.properties.has(item.id));
    await this.#updateEdges(owned, kept);
    return resultOf(diff);
  }

  #step(count: number): void {
    this.#done += count;
    if (count > 0) this.#onProgress?.({ done: this.#done, total: this.#total });
  }

  #write<T>(work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    return this.#session.executeWrite(work);
  }

  async #deleteEdges(owned: Owned, ids: readonly string[]): Promise<void> {
    for (const batch of batches(ids)) {
      // Another loader may have deleted them already: fewer is no fault.
      await this.#write((tx) => run(tx, statements.deleteEdges(batch.map((id) => itemRow(owned.edges, id)))));
      this.#step(batch.length);
    }
  }

  /**
   * An edge whose ends or type changed is made anew, with what a user wrote on it. It stays, marked as unfinished, until
   * the new one is written in the same transaction as its end.
   */
  async #takeMoved(
    owned: Owned,
    updates: readonly Hashed<GraphEdge>[],
  ): Promise<{ edges: Hashed<GraphEdge>[]; properties: Map<string, MovedEdge> }> {
    const edges: Hashed<GraphEdge>[] = [];
    const properties = new Map<string, MovedEdge>();
    for (const changed of updates) {
      const { id, type, start, end } = changed.item;
      const old = owned.edges.get(id) as OwnedItem;
      if (old.type === type && old.start === start && old.end === end) continue;
      edges.push(changed);
      properties.set(id, { eid: old.eid, users: {} });
    }
    for (const batch of batches(edges)) {
      const result = await this.#session.executeRead((tx) =>
        tx.run(
          "UNWIND $eids AS eid MATCH ()-[x]->() WHERE elementId(x) = eid RETURN x.id AS id, properties(x) AS properties",
          { eids: batch.map(({ item }) => properties.get(item.id)?.eid) },
        ),
      );
      for (const record of result.records) {
        const moved = properties.get(record.get("id") as string);
        if (moved) moved.users = usersPart(record.get("properties") as Record<string, unknown>);
      }
    }
    // A node that leaves must not be held by an edge of ours that is about to move.
    return { edges, properties };
  }

  async #deleteNodes(owned: Owned, ids: readonly string[]): Promise<void> {
    const rows = ids.map((id) => itemRow(owned.nodes, id));
    for (const batch of batches(rows)) await this.#write((tx) => run(tx, statements.markLeaving(batch)));
    for (const batch of batches(rows)) {
      await this.#write(async (tx) => {
        await run(tx, deleteOwnedEdgesOf(batch));
        const held = (await tx.run(...args(statements.heldNodes(batch)))).records.map((record) =>
          record.toObject(),
        );
        const stay = new Set(held.map((row) => row["eid"] as string));
        for (const row of held) await retract(tx, row as HeldNode);
        await run(tx, statements.deleteNodes(batch.filter(({ eid }) => !stay.has(eid))));
      });
      this.#step(batch.length);
    }
  }

  async #createNodes(items: readonly Hashed<GraphNode>[], keys: ReadonlyMap<string, string>): Promise<void> {
    const retracted = items.length > 0 && (await this.#anyRetracted());
    for (const group of grouped(items, ({ item }) => JSON.stringify(item.labels))) {
      const labels = (group[0] as Hashed<GraphNode>).item.labels;
      const key = keys.get((group[0] as Hashed<GraphNode>).item.id) as string;
      const shape = new RowShape("node", group);
      for (const batch of batches(group)) {
        const ids = batch.map(({ item }) => item.id);
        const statement = statements.mergeNodes(key, labels, shape.rows(batch));
        await this.#write(async (tx) => {
          if (retracted) await run(tx, statements.adoptRetracted(key, ids));
          await writeAll(tx, "node", statement, batch.length);
        });
        this.#step(batch.length);
      }
    }
  }

  async #anyRetracted(): Promise<boolean> {
    const result = await this.#session.executeRead((tx) =>
      tx.run(`MATCH (x:${RETRACTED_LABEL}) RETURN count(x) AS c`),
    );
    return (result.records[0]?.get("c") as bigint) > 0n;
  }

  async #updateNodes(owned: Owned, items: readonly Hashed<GraphNode>[]): Promise<void> {
    const known = new Map<string, { row: UpdateRow; add: readonly string[]; remove: string[] }>();
    for (const batch of batches(items)) {
      const old = await readKeys(
        this.#session,
        "(x)",
        batch.map(({ item }) => (owned.nodes.get(item.id) as OwnedItem).eid),
      );
      for (const changed of batch) {
        const { eid } = owned.nodes.get(changed.item.id) as OwnedItem;
        const before = old.get(eid) ?? [];
        const remove = before.filter(
          (key) => key.startsWith(":") && !changed.item.labels.includes(key.slice(1)),
        );
        known.set(changed.item.id, {
          row: updateRow(eid, changed, before),
          add: changed.item.labels,
          remove: remove.map((key) => key.slice(1)).sort(),
        });
      }
    }
    for (const group of grouped([...known.values()], ({ add, remove }) => JSON.stringify([add, remove]))) {
      const { add, remove } = group[0] as (typeof group)[number];
      for (const batch of batches(group)) {
        const rows = batch.map(({ row }) => row);
        await this.#write((tx) =>
          writeAll(tx, "node", statements.updateNodes(add, remove, rows), rows.length),
        );
        this.#step(batch.length);
      }
    }
  }

  async #createEdges(
    items: readonly Hashed<GraphEdge>[],
    moved: ReadonlyMap<string, MovedEdge>,
    keys: ReadonlyMap<string, string>,
  ): Promise<void> {
    const kindOf = ({ item }: Hashed<GraphEdge>): string =>
      JSON.stringify([item.type, keys.get(item.start), keys.get(item.end)]);
    for (const group of grouped(items, kindOf)) {
      const first = (group[0] as Hashed<GraphEdge>).item;
      const [from, to] = [keys.get(first.start) as string, keys.get(first.end) as string];
      const shape = new RowShape("edge", group, (id) => moved.get(id)?.users);
      for (const batch of batches(group)) {
        const statement = statements.mergeEdges(first.type, from, to, shape.rows(batch));
        const gone = batch.flatMap(({ item }) => {
          const old = moved.get(item.id);
          return old ? [{ eid: old.eid, id: item.id }] : [];
        });
        await this.#write(async (tx) => {
          if (gone.length > 0) await run(tx, statements.deleteEdges(gone));
          await writeAll(tx, "edge", statement, batch.length);
        });
        this.#step(batch.length);
      }
    }
  }

  async #updateEdges(owned: Owned, items: readonly Hashed<GraphEdge>[]): Promise<void> {
    for (const batch of batches(items)) {
      const eidOf = ({ item }: Hashed<GraphEdge>): string => (owned.edges.get(item.id) as OwnedItem).eid;
      const old = await readKeys(this.#session, "()-[x]->()", batch.map(eidOf));
      const rows = batch.map((changed) => updateRow(eidOf(changed), changed, old.get(eidOf(changed)) ?? []));
      await this.#write((tx) => writeAll(tx, "edge", statements.updateEdges(rows), rows.length));
      this.#step(batch.length);
    }
  }
}

interface MovedEdge {
  eid: string;
  /** What a user wrote on it. */
  users: Record<string, unknown>;
}

const itemRow = (items: ReadonlyMap<string, OwnedItem>, id: string): ItemRow => ({
  id,
  eid: (items.get(id) as OwnedItem).eid,
});

function updateRow(
  eid: string,
  { item, hash }: Hashed<GraphNode | GraphEdge>,
  before: readonly string[],
): UpdateRow {
  const element = "labels" in item ? "node" : "edge";
  return {
    eid,
    id: item.id,
    properties: {
      ...nulls(before),
      ...writtenProperties(element, item.properties),
      id: item.id,
      [HASH_PROPERTY]: hash,
      [KEYS_PROPERTY]: keysOf(item),
    },
  };
}

function usersPart(properties: Record<string, unknown>): Record<string, unknown> {
  const ours = new Set([
    ...((properties[KEYS_PROPERTY] as string[]) ?? []),
    HASH_PROPERTY,
    KEYS_PROPERTY,
    "id",
  ]);
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !ours.has(key)));
}
