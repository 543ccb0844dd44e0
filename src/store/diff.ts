/**
 * What a sync has to do: the desired graph against what the store owns, as a pure function that all adapters share.
 *
 * Every node and edge that reportgraph writes carries two properties of its own: `rgHash`, the hash of its content, and
 * `rgKeys`, the names of the labels (`:Label`) and properties it wrote. What lacks `rgHash` is a user's and is never
 * touched; so is any label or property of ours that `rgKeys` does not name. A writer sets `rgHash` to the empty string
 * before it changes an item and to the new hash after, so that a sync that was cut off is found and mended.
 * @module
 */
import { SchemaError } from "../errors.ts";
import type {
  GraphDelta,
  GraphEdge,
  GraphNode,
  GraphStream,
  Properties,
  PropertyValue,
} from "../model/graph.ts";
import { shortHash } from "../model/hash.ts";
import { compareTexts } from "../model/order.ts";
import { atOnce, type Steps } from "../steps.ts";
import type { ChangeCount, SyncResult } from "./contract.ts";

export const HASH_PROPERTY = "rgHash";
export const KEYS_PROPERTY = "rgKeys";
/** On one report of a Neo4j database: what the graph in it was made from, see `Store.revision`. */
export const REVISION_PROPERTY = "rgRevision";

/** Hash by id of what the store owns. */
export interface OwnedHashes {
  nodes: ReadonlyMap<string, string>;
  edges: ReadonlyMap<string, string>;
}

export interface Hashed<T> {
  item: T;
  hash: string;
}

export interface Changes<T> {
  create: Hashed<T>[];
  update: Hashed<T>[];
  /** Ids. */
  delete: string[];
  unchanged: number;
}

export interface GraphDiff {
  nodes: Changes<GraphNode>;
  edges: Changes<GraphEdge>;
}

/**
 * What to create, update and delete. Sorted by id.
 * @throws SchemaError on a repeated id, an edge without its ends, or a value no store can hold
 */
export function* diffSteps(desired: GraphStream, owned: OwnedHashes): Steps<GraphDiff> {
  const ids = new Set<string>();
  const nodes = yield* diffItems(desired.nodes, owned.nodes, hashNode, ({ id }) => void ids.add(id));
  const edges = yield* diffItems(desired.edges, owned.edges, hashEdge, ({ id, type, start, end }) => {
    if (!ids.has(start) || !ids.has(end))
      throw new SchemaError("EDGE_DANGLING", `edge ${id} (${type}) has no node at one of its ends`);
  });
  return { nodes, edges };
}

/** The same at once. */
export const diffGraph = (desired: GraphStream, owned: OwnedHashes): GraphDiff =>
  atOnce(diffSteps(desired, owned));

/**
 * What to do to apply a delta. Sorted by id.
 * @param owned of the items that the delta names, those that the store has
 * @throws SchemaError as `diffGraph`
 */
export function diffDelta({ nodes, edges, gone, ends, total }: GraphDelta, owned: OwnedHashes): GraphDiff {
  for (const { id, type, start, end } of edges)
    if (!ends.has(start) || !ends.has(end))
      throw new SchemaError("EDGE_DANGLING", `edge ${id} (${type}) has no node at one of its ends`);
  const changes = <T extends GraphNode | GraphEdge>(
    items: readonly T[],
    left: readonly { id: string }[],
    of: ReadonlyMap<string, string>,
    hashOf: (item: T) => string,
    all: number,
  ): Changes<T> => {
    const ids = new Set([...items, ...left].map(({ id }) => id));
    const some = atOnce(diffItems(items, new Map([...of].filter(([id]) => ids.has(id))), hashOf));
    return { ...some, unchanged: all - some.create.length - some.update.length };
  };
  return {
    nodes: changes(nodes, gone.nodes, owned.nodes, hashNode, total.nodes),
    edges: changes(edges, gone.edges, owned.edges, hashEdge, total.edges),
  };
}

function* diffItems<T extends GraphNode | GraphEdge>(
  items: Iterable<T>,
  owned: ReadonlyMap<string, string>,
  hashOf: (item: T) => string,
  look: (item: T) => void = () => undefined,
): Steps<Changes<T>> {
  const changes: Changes<T> = { create: [], update: [], delete: [], unchanged: 0 };
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item.id))
      throw new SchemaError("ID_REPEATED", `two items of the graph have the id ${item.id}`);
    seen.add(item.id);
    look(item);
    checkProperties(item);
    const hash = hashOf(item);
    const old = owned.get(item.id);
    if (old === undefined) changes.create.push({ item, hash });
    else if (old === hash) changes.unchanged += 1;
    else changes.update.push({ item, hash });
    yield;
  }
  for (const id of owned.keys()) if (!seen.has(id)) changes.delete.push(id);
  changes.create.sort(byItemId);
  changes.update.sort(byItemId);
  changes.delete.sort();
  return changes;
}

const byItemId = (a: Hashed<{ id: string }>, b: Hashed<{ id: string }>): number => compareIds(a.item, b.item);

/** Order of `Graph`: by id, code unit by code unit. */
export function compareIds(a: { id: string }, b: { id: string }): number {
  return compareTexts(a.id, b.id);
}

export function hashNode(node: GraphNode): string {
  return shortHash(["node", node.id, JSON.stringify([...node.labels].sort()), canonical(node.properties)]);
}

export function hashEdge(edge: GraphEdge): string {
  return shortHash(["edge", edge.id, edge.type, edge.start, edge.end, canonical(edge.properties)]);
}

function canonical(properties: Properties): string {
  return JSON.stringify(
    Object.keys(properties)
      .sort()
      .map((key) => [key, properties[key]]),
  );
}

/** Value of `rgKeys`: `:Label`s, then property names, each sorted. */
export function keysOf(item: GraphNode | GraphEdge): string[] {
  const labels = "labels" in item ? item.labels.map((label) => `:${label}`).sort() : [];
  return [...labels, ...Object.keys(item.properties).sort()];
}

/** An item's labels and properties without a user's and without the two of the sync. Keys sorted. */
export function ownedPart(
  labels: readonly string[],
  properties: Readonly<Record<string, unknown>>,
): { labels: string[]; properties: Properties } {
  const keys = new Set(properties[KEYS_PROPERTY] as string[]);
  const own: Properties = {};
  for (const key of Object.keys(properties).sort()) {
    if (keys.has(key)) own[key] = properties[key] as PropertyValue;
  }
  return { labels: labels.filter((label) => keys.has(`:${label}`)).sort(), properties: own };
}

const INTERNAL: ReadonlySet<string> = new Set([HASH_PROPERTY, KEYS_PROPERTY, REVISION_PROPERTY]);

const PLAIN = { enumerable: true, configurable: true, writable: true };

/** Properties as a user sees them: with a user's own, without the two of the sync. Keys sorted. */
export function visibleProperties<V>(properties: Readonly<Record<string, V>>): Record<string, V> {
  const visible: Record<string, V> = {};
  for (const key of Object.keys(properties).sort()) {
    if (INTERNAL.has(key)) continue;
    const value = properties[key] as V;
    // An assignment would set the object's prototype and lose the value.
    if (key === "__proto__") Object.defineProperty(visible, key, { value, ...PLAIN });
    else visible[key] = value;
  }
  return visible;
}

function checkProperties(item: GraphNode | GraphEdge): void {
  for (const [key, value] of Object.entries(item.properties)) {
    if (INTERNAL.has(key))
      throw new SchemaError(
        "PROPERTY_RESERVED",
        `${item.id} has a property ${key}, which belongs to the store`,
      );
    if (!storable(value))
      throw new SchemaError("PROPERTY_INVALID", `${item.id} has a property ${key} that no store can hold`);
  }
}

/** A finite number, text, a boolean, or a list of only numbers or only texts. */
function storable(value: unknown): boolean {
  if (Array.isArray(value)) {
    const type = typeof value[0];
    return value.every(
      (entry) => typeof entry === type && type !== "boolean" && !Array.isArray(entry) && storable(entry),
    );
  }
  return (
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value))
  );
}

/** How many steps a sync makes, for its progress. */
export function stepsOf(diff: GraphDiff): number {
  const count = (c: Changes<unknown>): number => c.create.length + c.update.length + c.delete.length;
  return count(diff.nodes) + count(diff.edges);
}

export function resultOf(diff: GraphDiff): SyncResult {
  const count = (c: Changes<unknown>): ChangeCount => ({
    created: c.create.length,
    updated: c.update.length,
    deleted: c.delete.length,
    unchanged: c.unchanged,
  });
  return { nodes: count(diff.nodes), edges: count(diff.edges) };
}
