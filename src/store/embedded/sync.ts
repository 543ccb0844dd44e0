/**
 * Brings an opened Grafeo file to the desired graph. Every step is small and final, deletions come before what replaces
 * them, and a changed item is marked (`rgHash` empty) while it changes: killed at any point, the next sync mends it.
 * @module
 */
import type { BatchEdgeInput } from "@grafeo-db/js";
import { StoreError } from "../../errors.ts";
import type { GraphDelta, GraphEdge, GraphNode, GraphStream } from "../../model/graph.ts";
import { inSlices } from "../../steps.ts";
import { batches, grouped, hashesOf } from "../batches.ts";
import type { SyncProgress, SyncResult } from "../contract.ts";
import {
  type Changes,
  diffDelta,
  diffSteps,
  type GraphDiff,
  HASH_PROPERTY,
  type Hashed,
  KEYS_PROPERTY,
  keysOf,
  resultOf,
  stepsOf,
  visibleProperties,
} from "../diff.ts";
import { makeFloats, needsFloats } from "./floats.ts";
import type { GrafeoDB } from "./grafeo.ts";

interface OwnedItem {
  native: number;
  hash: string;
}

/** Items that are made floats at once: each time all items are looked through for those that are marked. */
const FLOATS_AT_ONCE = 50_000;

/** @param isKnown it was written to the end last time, by this version or one that writes alike */
export async function syncGrafeo(
  db: GrafeoDB,
  desired: GraphStream,
  isKnown: boolean,
  onProgress?: (progress: SyncProgress) => void,
): Promise<SyncResult> {
  // Before loading: made over nodes that are there already, an index slows the load down a hundred times.
  for (const property of ["id", "name"])
    await db.executeCypher(`CREATE INDEX entity_${property} IF NOT EXISTS FOR (n:Entity) ON (n.${property})`);
  if (!isKnown) for (const element of ["node", "edge"] as const) await makeFloats(db, element, "all");
  const nodes = await ownedItems(db, NODES, (native) => db.detachDeleteNode(native));
  const edges = await ownedItems(db, EDGES, (native) => db.deleteEdge(native));
  const diff = await inSlices(diffSteps(desired, { nodes: hashesOf(nodes), edges: hashesOf(edges) }));
  return write(db, diff, nodes, edges, onProgress);
}

/** Only what the delta names is looked for and compared. */
export async function applyToGrafeo(
  db: GrafeoDB,
  delta: GraphDelta,
  onProgress?: (progress: SyncProgress) => void,
): Promise<SyncResult> {
  const ids = (items: readonly { id: string }[], gone: readonly { id: string }[]): string[] =>
    [...items, ...gone].map(({ id }) => id);
  const nodes = await ownedItems(
    db,
    NODES,
    (native) => db.detachDeleteNode(native),
    new Set([...ids(delta.nodes, delta.gone.nodes), ...delta.ends.keys()]),
  );
  const edges = await ownedItems(
    db,
    EDGES,
    (native) => db.deleteEdge(native),
    new Set(ids(delta.edges, delta.gone.edges)),
  );
  const diff = diffDelta(delta, { nodes: hashesOf(nodes), edges: hashesOf(edges) });
  return write(db, diff, nodes, edges, onProgress);
}

async function write(
  db: GrafeoDB,
  diff: GraphDiff,
  nodes: Map<string, OwnedItem>,
  edges: Map<string, OwnedItem>,
  onProgress?: (progress: SyncProgress) => void,
): Promise<SyncResult> {
  const total = stepsOf(diff);
  let done = 0;
  const step = (count: number): void => {
    done += count;
    if (count > 0) onProgress?.({ done, total });
  };
  const natives = new Map([...nodes].map(([id, { native }]) => [id, native]));
  const nodeMarks = new Marks(db, "node");
  const edgeMarks = new Marks(db, "edge");

  for (const id of diff.edges.delete) db.deleteEdge(nativeOf(edges, id));
  step(diff.edges.delete.length);
  const { moved, kept } = splitMoved(db, diff.edges, edges, natives);
  const movedProperties = new Map(
    moved.map(({ item }) => [item.id, removeMoved(db, nativeOf(edges, item.id))]),
  );
  for (const id of diff.nodes.delete) db.detachDeleteNode(nativeOf(nodes, id));
  step(diff.nodes.delete.length);

  // Nodes with the same labels can be created in one call.
  const alike = grouped(diff.nodes.create, ({ item }) => JSON.stringify(item.labels));
  for (const batch of alike.flatMap((group) => [...batches(group)])) {
    const [first] = batch;
    const created = await db.batchCreateNodesWithProps(
      first?.item.labels ?? [],
      batch.map((changed) => nodeMarks.marked(changed)),
    );
    if (created.length !== batch.length) throw lost(batch.length, created.length);
    batch.forEach((changed, index) => {
      natives.set(changed.item.id, created[index] as number);
      nodeMarks.wait(created[index] as number, changed);
    });
    await nodeMarks.settle(FLOATS_AT_ONCE);
    step(batch.length);
  }
  for (const batch of batches(diff.nodes.update)) {
    for (const changed of batch) {
      updateNode(db, nativeOf(nodes, changed.item.id), changed.item, nodeMarks.marked(changed));
      nodeMarks.wait(nativeOf(nodes, changed.item.id), changed);
    }
    step(batch.length);
  }
  await nodeMarks.settle();
  for (const batch of batches([...diff.edges.create, ...moved])) {
    const inputs = batch.map(
      (changed): BatchEdgeInput => ({
        src: natives.get(changed.item.start) as number,
        dst: natives.get(changed.item.end) as number,
        type: changed.item.type,
        properties: { ...movedProperties.get(changed.item.id), ...edgeMarks.marked(changed) },
      }),
    );
    const created = await db.batchCreateEdges(inputs);
    if (created.length !== batch.length) throw lost(batch.length, created.length);
    batch.forEach((changed, index) => {
      edgeMarks.wait(created[index] as number, changed);
    });
    await edgeMarks.settle(FLOATS_AT_ONCE);
    step(batch.length);
  }
  for (const batch of batches(kept)) {
    for (const changed of batch) {
      updateEdge(db, nativeOf(edges, changed.item.id), edgeMarks.marked(changed));
      edgeMarks.wait(nativeOf(edges, changed.item.id), changed);
    }
    step(batch.length);
  }
  await edgeMarks.settle();
  return resultOf(diff);
}

const NODES = `MATCH (n) WHERE n.${HASH_PROPERTY} IS NOT NULL RETURN id(n), n.id, n.${HASH_PROPERTY}`;
const EDGES = `MATCH ()-[r]->() WHERE r.${HASH_PROPERTY} IS NOT NULL RETURN id(r), r.id, r.${HASH_PROPERTY}`;

/** By id, all or those asked for. Copies of an owned item (a user's `SET m = properties(n)`) are removed: only one can be ours. */
async function ownedItems(
  db: GrafeoDB,
  query: string,
  remove: (native: number) => void,
  wanted?: ReadonlySet<string>,
): Promise<Map<string, OwnedItem>> {
  const owned = new Map<string, OwnedItem>();
  if (wanted?.size === 0) return owned;
  const all = (await db.executeCypher(query)).rows() as [number, string, string][];
  const rows = wanted ? all.filter(([, id]) => wanted.has(id)) : all;
  for (const [native, id, hash] of rows.sort((a, b) => a[0] - b[0])) {
    if (owned.has(id)) remove(native);
    else owned.set(id, { native, hash });
  }
  return owned;
}

const nativeOf = (owned: Map<string, OwnedItem>, id: string): number => (owned.get(id) as OwnedItem).native;

const propertiesOf = ({ item, hash }: Hashed<GraphNode | GraphEdge>): Record<string, unknown> => ({
  ...item.properties,
  id: item.id,
  [HASH_PROPERTY]: hash,
  [KEYS_PROPERTY]: keysOf(item),
});

/** Items that are written but for their floats: marked until these are made, so that a sync that is cut off is mended. */
class Marks {
  readonly #db: GrafeoDB;
  readonly #element: "node" | "edge";
  #waiting: { native: number; hash: string }[] = [];

  constructor(db: GrafeoDB, element: "node" | "edge") {
    this.#db = db;
    this.#element = element;
  }

  marked({ item, hash }: Hashed<GraphNode | GraphEdge>): Record<string, unknown> {
    return propertiesOf({ item, hash: needsFloats(item, this.#element) ? "" : hash });
  }

  wait(native: number, { item, hash }: Hashed<GraphNode | GraphEdge>): void {
    if (needsFloats(item, this.#element)) this.#waiting.push({ native, hash });
  }

  /** @param least only when so many wait */
  async settle(least = 1): Promise<void> {
    if (this.#waiting.length < least) return;
    await makeFloats(this.#db, this.#element, "marked");
    for (const { native, hash } of this.#waiting) {
      if (this.#element === "node") this.#db.setNodeProperty(native, HASH_PROPERTY, hash);
      else this.#db.setEdgeProperty(native, HASH_PROPERTY, hash);
    }
    this.#waiting = [];
  }
}

/** An edge whose ends or type changed is made anew, with what a user wrote on it. */
function splitMoved(
  db: GrafeoDB,
  changes: Changes<GraphEdge>,
  edges: Map<string, OwnedItem>,
  natives: Map<string, number>,
): { moved: Hashed<GraphEdge>[]; kept: Hashed<GraphEdge>[] } {
  const moved: Hashed<GraphEdge>[] = [];
  const kept: Hashed<GraphEdge>[] = [];
  for (const changed of changes.update) {
    const { start, end, type, id } = changed.item;
    const old = db.getEdge(nativeOf(edges, id));
    const same =
      old?.edgeType === type && old.sourceId === natives.get(start) && old.targetId === natives.get(end);
    (same ? kept : moved).push(changed);
  }
  return { moved, kept };
}

function removeMoved(db: GrafeoDB, native: number): Record<string, unknown> {
  const properties = (db.getEdge(native)?.properties() ?? {}) as Record<string, unknown>;
  const ours = new Set(properties[KEYS_PROPERTY] as string[]);
  db.deleteEdge(native);
  return Object.fromEntries(Object.entries(visibleProperties(properties)).filter(([key]) => !ours.has(key)));
}

function updateNode(db: GrafeoDB, native: number, item: GraphNode, after: Record<string, unknown>): void {
  const before = db.getNode(native)?.get(KEYS_PROPERTY) as string[];
  db.setNodeProperty(native, HASH_PROPERTY, "");
  for (const key of before) {
    if (key.startsWith(":")) {
      if (!item.labels.includes(key.slice(1))) db.removeNodeLabel(native, key.slice(1));
    } else if (!(key in after)) db.removeNodeProperty(native, key);
  }
  for (const label of item.labels) db.addNodeLabel(native, label);
  for (const [key, value] of Object.entries(after)) {
    if (key !== HASH_PROPERTY) db.setNodeProperty(native, key, value);
  }
  db.setNodeProperty(native, HASH_PROPERTY, after[HASH_PROPERTY]);
}

function updateEdge(db: GrafeoDB, native: number, after: Record<string, unknown>): void {
  const before = db.getEdge(native)?.get(KEYS_PROPERTY) as string[];
  db.setEdgeProperty(native, HASH_PROPERTY, "");
  for (const key of before) if (!(key in after)) db.removeEdgeProperty(native, key);
  for (const [key, value] of Object.entries(after)) {
    if (key !== HASH_PROPERTY) db.setEdgeProperty(native, key, value);
  }
  db.setEdgeProperty(native, HASH_PROPERTY, after[HASH_PROPERTY]);
}

const lost = (sent: number, written: number): StoreError =>
  new StoreError(
    "STORE_WRITE_LOST",
    `sent ${sent} items to the store, ${written} were written: run it again`,
  );
