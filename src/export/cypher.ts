/**
 * A script for `cypher-shell -f`: constraints, then nodes and edges with MERGE, so that it may be run again. One
 * statement a line, a hundred elements a statement (one at a time is slow, thousands make queries too long to plan).
 * @module
 */
import { constraintStatements, declaredStorage } from "../../schema/index.ts";
import type { EdgesOf, GraphItems, NodesOf } from "../graph/items.ts";
import { typeOfNode } from "../graph/naming.ts";
import type { GraphNode, Properties } from "../model/graph.ts";
import { batches } from "../store/batches.ts";
import { indexOf, LongTexts } from "../store/long-texts.ts";
import { cypherName, cypherString, cypherValue } from "./cypher-literal.ts";

const BATCH = 100;

function map(element: "node" | "edge", properties: Properties): string {
  const entries = Object.entries(properties).map(
    ([name, value]) => `${cypherName(name)}: ${cypherValue(value, declaredStorage(element, name))}`,
  );
  return `{${entries.join(", ")}}`;
}

/** What stands in one statement with others, in the order of the keys, whatever the order of the items. */
function sortedGroups<T, Of>(items: Iterable<T>, keyOf: (item: T) => string, ofWhat: (item: T) => Of): Of[] {
  const groups = new Map<string, Of>();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, ofWhat(item));
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => of);
}

const nodeGroups = (graph: GraphItems, look: (node: GraphNode) => void): Required<NodesOf>[] =>
  sortedGroups(
    graph.nodes(),
    (node) => {
      look(node);
      return [typeOfNode(node), ...node.labels].join(":");
    },
    (node) => ({ type: typeOfNode(node), labels: node.labels }),
  );

function* nodeStatements(graph: GraphItems, groups: readonly Required<NodesOf>[]): Generator<string> {
  for (const of of groups) {
    const extra = of.labels.filter((label) => label !== of.type).map((label) => `:${cypherName(label)}`);
    const set = `SET n += row${extra.length > 0 ? ` SET n${extra.join("")}` : ""}`;
    for (const batch of batches(graph.nodes(of), BATCH)) {
      const rows = batch.map((node) => map("node", { ...node.properties, id: node.id }));
      yield `UNWIND [${rows.join(", ")}] AS row MERGE (n:${cypherName(of.type)} {id: row.id}) ${set};\n`;
    }
  }
}

function* edgeStatements(graph: GraphItems): Generator<string> {
  const groups = sortedGroups(
    graph.linkedEdges(),
    ({ edge, start, end }) => [edge.type, start.type, end.type].join(" "),
    ({ edge, start, end }): Required<EdgesOf> => ({
      type: edge.type,
      startType: start.type,
      endType: end.type,
    }),
  );
  for (const of of groups) {
    const ends = `MATCH (a:${cypherName(of.startType)} {id: row.a}) MATCH (b:${cypherName(of.endType)} {id: row.b})`;
    for (const batch of batches(graph.edges(of), BATCH)) {
      const rows = batch.map(
        (edge) =>
          `{a: ${cypherString(edge.start)}, b: ${cypherString(edge.end)}, p: ${map("edge", { ...edge.properties, id: edge.id })}}`,
      );
      yield `UNWIND [${rows.join(", ")}] AS row ${ends} MERGE (a)-[r:${cypherName(of.type)} {id: row.p.id}]->(b) SET r += row.p;\n`;
    }
  }
}

/** The script in pieces. @throws SchemaError EXPORT_NAME, EXPORT_NUMBER, EXPORT_DANGLING_END */
export function* writeCypher(graph: GraphItems): Generator<string> {
  yield "// reportgraph: run with cypher-shell -f; may be run again.\n";
  const tooLong = new LongTexts();
  const groups = nodeGroups(graph, (node) => tooLong.look(node));
  for (const statement of constraintStatements) {
    const index = indexOf(statement);
    // One that an earlier run made would refuse the nodes.
    yield index && tooLong.has(index.of) ? `DROP INDEX ${index.name} IF EXISTS;\n` : `${statement};\n`;
  }
  yield "CALL db.awaitIndexes(300);\n";
  yield* nodeStatements(graph, groups);
  yield* edgeStatements(graph);
}
