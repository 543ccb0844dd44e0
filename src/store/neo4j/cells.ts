/**
 * The driver's values as cells of a result.
 * @module
 */
import neo4j, { type Node, type Path, type Relationship } from "neo4j-driver";
import type { Cell } from "../../model/cell.ts";
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { visibleProperties } from "../diff.ts";
import { integerCell } from "../integer.ts";
import { readProperties } from "./values.ts";

type N = Node<bigint>;
type R = Relationship<bigint>;
type P = Path<bigint>;
// The driver's guards promise its own integers, but with `useBigInt` it gives bigint.
const isNode = (value: object): value is N => neo4j.isNode(value);
const isEdge = (value: object): value is R => neo4j.isRelationship(value);
const isPath = (value: object): value is P => neo4j.isPath(value);

/** Ids of ours by Neo4j's element ids. An edge knows its ends by element id only. */
export class Ends {
  readonly #ids = new Map<string, string>();
  readonly #asked = new Set<string>();

  know(node: N): string {
    const id = typeof node.properties["id"] === "string" ? node.properties["id"] : node.elementId;
    this.#ids.set(node.elementId, id);
    return id;
  }

  ask(eid: string): void {
    this.#asked.add(eid);
  }

  /** Element ids that are still to be looked up. */
  unknown(): string[] {
    return [...this.#asked].filter((eid) => !this.#ids.has(eid));
  }

  learn(eid: string, id: unknown): void {
    this.#ids.set(eid, typeof id === "string" ? id : eid);
  }

  idOf(eid: string): string {
    return this.#ids.get(eid) ?? eid;
  }
}

/** Notes which ends a value's edges have. */
export function noteEnds(value: unknown, ends: Ends): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const entry of value) noteEnds(entry, ends);
  else if (isNode(value)) ends.know(value);
  else if (isEdge(value)) {
    ends.ask(value.startNodeElementId);
    ends.ask(value.endNodeElementId);
  } else if (isPath(value)) {
    ends.know(value.start);
    ends.know(value.end);
    for (const { start, end } of value.segments) {
      ends.know(start);
      ends.know(end);
    }
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    for (const entry of Object.values(value)) noteEnds(entry, ends);
  }
}

export function toCell(value: unknown, ends: Ends): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return integerCell(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object") return value as boolean | string;
  if (Array.isArray(value)) return value.map((entry) => toCell(entry, ends));
  if (isNode(value)) return { kind: "node", ...toNode(value, ends) };
  if (isEdge(value)) return { kind: "edge", ...toEdge(value, ends) };
  if (isPath(value)) return toPath(value, ends);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  const entries = Object.entries(visibleProperties(value as Record<string, unknown>));
  return Object.fromEntries(entries.map(([key, entry]) => [key, toCell(entry, ends)]));
}

function toNode(node: N, ends: Ends): GraphNode {
  return {
    id: ends.know(node),
    labels: [...node.labels].sort(),
    properties: visibleProperties(readProperties(node.properties)),
  };
}

function toEdge(edge: R, ends: Ends): GraphEdge {
  const { id, ...properties } = visibleProperties(readProperties(edge.properties));
  const own = typeof id === "string";
  return {
    id: own ? id : edge.elementId,
    type: edge.type,
    start: ends.idOf(edge.startNodeElementId),
    end: ends.idOf(edge.endNodeElementId),
    properties: own || id === undefined ? properties : { ...properties, id },
  };
}

function toPath(path: P, ends: Ends): Cell {
  const nodes = [path.start, ...path.segments.map(({ end }) => end)];
  return {
    kind: "path",
    nodes: nodes.map((node) => toNode(node, ends)),
    edges: path.segments.map(({ relationship }) => toEdge(relationship, ends)),
  };
}
