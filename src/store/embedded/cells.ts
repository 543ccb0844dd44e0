/**
 * Grafeo's values as cells of a result. Nodes and edges come as objects with `_id`, `_labels` or `_type`.
 * @module
 */

import type { Cell } from "../../model/cell.ts";
import type { GraphEdge, GraphNode, Properties } from "../../model/graph.ts";
import { visibleProperties } from "../diff.ts";
import { integerCell } from "../integer.ts";
import type { GrafeoDB } from "./grafeo.ts";

type Raw = Record<string, unknown>;

export function toCell(value: unknown, db: GrafeoDB): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return integerCell(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object") return value as boolean | string;
  if (Array.isArray(value)) return value.map((entry) => toCell(entry, db));
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  const raw = value as Raw;
  if (isNode(raw)) return { kind: "node", ...toNode(raw) };
  if (isEdge(raw)) return { kind: "edge", ...toEdge(raw, db) };
  if (isPath(raw)) {
    return { kind: "path", nodes: raw.nodes.map(toNode), edges: raw.edges.map((edge) => toEdge(edge, db)) };
  }
  const entries = Object.entries(visibleProperties(raw));
  return Object.fromEntries(entries.map(([key, entry]) => [key, toCell(entry, db)]));
}

const isNode = (raw: Raw): boolean => typeof raw["_id"] === "number" && Array.isArray(raw["_labels"]);

const isEdge = (raw: Raw): boolean =>
  typeof raw["_id"] === "number" && typeof raw["_source"] === "number" && typeof raw["_type"] === "string";

function isPath(raw: Raw): raw is { nodes: Raw[]; edges: Raw[] } {
  const { nodes, edges, ...rest } = raw;
  return (
    Array.isArray(nodes) &&
    nodes.length > 0 &&
    nodes.every((node) => isNode(node as Raw)) &&
    Array.isArray(edges) &&
    edges.every((edge) => isEdge(edge as Raw)) &&
    Object.keys(rest).length === 0
  );
}

export function toNode(raw: Raw): GraphNode {
  const { _id, _labels, ...properties } = raw;
  return {
    id: idOf(properties, _id),
    labels: [...(_labels as string[])].sort(),
    properties: plain(properties),
  };
}

function toEdge(raw: Raw, db: GrafeoDB): GraphEdge {
  const { _id, _source, _target, _type, ...properties } = raw;
  const end = (native: unknown): string => idOf({ id: db.getNode(native as number)?.get("id") }, native);
  return {
    id: idOf(properties, _id),
    type: _type as string,
    start: end(_source),
    end: end(_target),
    properties: plain(withoutId(properties)),
  };
}

/** An edge's id is written beside its properties, and is none of them. */
function withoutId(properties: Raw): Raw {
  if (typeof properties["id"] !== "string") return properties;
  const { id: _id, ...rest } = properties;
  return rest;
}

/** A user's own node may lack an id: then the database's number stands for it. */
const idOf = (properties: Raw, native: unknown): string =>
  typeof properties["id"] === "string" ? properties["id"] : `#${String(native)}`;

function plain(properties: Raw): Properties {
  const result: Raw = {};
  for (const [key, value] of Object.entries(visibleProperties(properties))) {
    result[key] = typeof value === "bigint" ? integerCell(value) : value;
  }
  return result as Properties;
}
