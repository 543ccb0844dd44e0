/**
 * Header lines of the CSV files that `neo4j-admin database import` (Neo4j 5) takes, one per node and edge type. An edge
 * keeps its id as a property, as the stores do.
 * @module
 */
import type { PropertySpecs } from "../define.ts";
import { kinds } from "../kinds.ts";
import { edgeTypes, nodeTypes } from "../registry.ts";

export interface AdminHeaders {
  delimiter: string;
  /** Evidence is JSON and names hold any punctuation: the unit separator stands in none of them. Written as `--array-delimiter` takes it. */
  arrayDelimiter: string;
  nodes: Record<string, string[]>;
  relationships: Record<string, string[]>;
}

function columns(properties: PropertySpecs): string[] {
  return Object.entries(properties)
    .filter(([name]) => name !== "id")
    .map(([name, { kind }]) => `${name}:${kinds[kind].storage}${kinds[kind].list ? "[]" : ""}`);
}

export const adminHeaders: AdminHeaders = {
  delimiter: ",",
  arrayDelimiter: "U+001F",
  nodes: Object.fromEntries(
    nodeTypes.map(({ type, properties }) => [type, ["id:ID", ...columns(properties), ":LABEL"]]),
  ),
  relationships: Object.fromEntries(
    edgeTypes.map(({ type, properties }) => [
      type,
      [":START_ID", ":END_ID", "id:string", ...columns(properties), ":TYPE"],
    ]),
  ),
};

export function renderAdminHeaders(): string {
  return `${JSON.stringify(adminHeaders, null, 2)}\n`;
}
