/**
 * What the schema calls a number is a float in the file, whole or not, as in Neo4j. Grafeo takes a whole number of JavaScript as an
 * integer, with which `totalInvestment / 100000000` would be cut without a word; only its own `toFloat` makes a float of it.
 * @module
 */
import { declaredStorages } from "../../../schema/index.ts";
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { HASH_PROPERTY } from "../diff.ts";
import type { GrafeoDB } from "./grafeo.ts";

type Element = "node" | "edge";

const PATTERN: Record<Element, string> = { node: "MATCH (x)", edge: "MATCH ()-[x]->()" };

const keysOf = (element: Element): [name: string, list: boolean][] =>
  [...declaredStorages[element]].flatMap(([name, { storage, list }]) =>
    storage === "double" ? [[name, list] as [string, boolean]] : [],
  );
const KEYS: Record<Element, [name: string, list: boolean][]> = { node: keysOf("node"), edge: keysOf("edge") };

const isWholeNumber = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isWholeNumber) : Number.isInteger(value);

/** It has a number that Grafeo would take as an integer against the schema. */
export function needsFloats({ properties }: GraphNode | GraphEdge, element: Element): boolean {
  return KEYS[element].some(([name]) => isWholeNumber(properties[name]));
}

/** Of all items, or of those that are marked as being changed (`rgHash` empty). */
export async function makeFloats(db: GrafeoDB, element: Element, which: "all" | "marked"): Promise<void> {
  const marked = which === "marked" ? ` AND x.${HASH_PROPERTY} = ''` : "";
  for (const [name, list] of KEYS[element]) {
    const value = `x.${name}`;
    const float = list ? `[y IN ${value} | toFloat(y)]` : `toFloat(${value})`;
    await db.executeCypher(
      `${PATTERN[element]} WHERE x.${HASH_PROPERTY} IS NOT NULL AND ${value} IS NOT NULL${marked} SET ${value} = ${float}`,
    );
  }
}
