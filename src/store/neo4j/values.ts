/**
 * Between JavaScript's one number and Neo4j's two. What the schema calls whole goes as an integer, what it calls a
 * number as a float, so that a driver load and a `neo4j-admin` import make the same database; other names by value.
 * @module
 */
import neo4j, { type Integer } from "neo4j-driver";
import { isWhole } from "../../../schema/index.ts";
import type { Properties, PropertyValue } from "../../model/graph.ts";

export type Written = PropertyValue | bigint | bigint[] | Integer;

export function writtenProperties(element: "node" | "edge", properties: Properties): Record<string, Written> {
  const written: Record<string, Written> = {};
  for (const key of Object.keys(properties))
    written[key] = writtenValue(element, key, properties[key] as PropertyValue);
  return written;
}

/** One property's value as it is sent. */
export function writtenValue(element: "node" | "edge", key: string, value: PropertyValue): Written {
  if (typeof value === "string") return value;
  if (typeof value === "number") return isWhole(element, key, [value]) ? BigInt(value) : value;
  if (!Array.isArray(value) || typeof value[0] !== "number") return value;
  const numbers = value as number[];
  return isWhole(element, key, numbers) ? numbers.map((number) => BigInt(number)) : numbers;
}

/** Values as they come from the driver (integers as `bigint`) to those of a `Graph`. */
export function readProperties(properties: Record<string, unknown>): Record<string, PropertyValue> {
  const read: Record<string, PropertyValue> = {};
  for (const key of Object.keys(properties)) read[key] = readValue(properties[key]);
  return read;
}

function readValue(value: unknown): PropertyValue {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(readValue) as string[] | number[];
  // A user's own property may be a date or a point: as text.
  if (typeof value === "object" && value !== null) return String(value);
  return value as PropertyValue;
}

/** Parameters of a query: whole numbers as integers, as `LIMIT $n` and equality with a list's index want them. */
export function queryParameter(value: unknown): unknown {
  if (typeof value === "number") return isWhole("node", "", [value]) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(queryParameter);
  if (typeof value === "object" && value !== null && !neo4j.isInt(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, queryParameter(entry)]));
  }
  return value;
}
