/**
 * A script for `cypher-shell -f`: constraints, then nodes and edges with MERGE, so that it may be run again. One
 * statement a line, a hundred elements a statement (one at a time is slow, thousands make queries too long to plan).
 * @module
 */
import { constraintStatements, declaredStorage } from "../../schema/index.ts";
import type { Graph, GraphEdge, GraphNode, Properties } from "../model/graph.ts";
import { typeOfNode } from "./columns.ts";
import { cypherName, cypherString, cypherValue } from "./cypher-literal.ts";
import { groupBy } from "./group.ts";

const BATCH = 100;

function map(element: "node" | "edge", properties: Properties): string {
  const entries = Object.entries(properties).map(
    ([name, value]) => `${cypherName(name)}: ${cypherValue(value, declaredStorage(element, name))}`,
  );
  return `{${entries.join(", ")}}`;
}

/** Groups in the order of their keys, whatever the order of the items. */
function sortedGroups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return [...groupBy(items, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}

function* nodeStatements(nodes: readonly GraphNode[]): Generator<string> {
  for (const group of sortedGroups(nodes, (node) => [typeOfNode(node), ...node.labels].join(":"))) {
    const [first] = group as [GraphNode];
    const type = typeOfNode(first);
    const extra = first.labels.filter((label) => label !== type).map((label) => `:${cypherName(label)}`);
    const set = `SET n += row${extra.length > 0 ? ` SET n${extra.join("")}` : ""}`;
    for (const batch of batches(group)) {
      const rows = batch.map((node) => map("node", { ...node.properties, id: node.id }));
      yield `UNWIND [${rows.join(", ")}] AS row MERGE (n:${cypherName(type)} {id: row.id}) ${set};\n`;
    }
  }
}

function* edgeStatements(graph: Graph): Generator<string> {
  const types = new Map(graph.nodes.map((node) => [node.id, typeOfNode(node)]));
  const typeAt = (id: string): string => types.get(id) ?? "";
  for (const group of sortedGroups(graph.edges, ({ type, start, end }) =>
    [type, typeAt(start), typeAt(end)].join(" "),
  )) {
    const [{ type, start, end }] = group as [GraphEdge];
    const ends = `MATCH (a:${cypherName(typeAt(start))} {id: row.a}) MATCH (b:${cypherName(typeAt(end))} {id: row.b})`;
    for (const batch of batches(group)) {
      const rows = batch.map(
        (edge) =>
          `{a: ${cypherString(edge.start)}, b: ${cypherString(edge.end)}, p: ${map("edge", { ...edge.properties, id: edge.id })}}`,
      );
      yield `UNWIND [${rows.join(", ")}] AS row ${ends} MERGE (a)-[r:${cypherName(type)} {id: row.p.id}]->(b) SET r += row.p;\n`;
    }
  }
}

/** The script in pieces; the ends of all edges must be among the nodes. @throws SchemaError EXPORT_NAME, EXPORT_NUMBER */
export function* writeCypher(graph: Graph): Generator<string> {
  yield "// reportgraph: run with cypher-shell -f; may be run again.\n";
  for (const statement of constraintStatements) yield `${statement};\n`;
  yield "CALL db.awaitIndexes(300);\n";
  yield* nodeStatements(graph.nodes);
  yield* edgeStatements(graph);
}
