/**
 * What the loader is measured against: UNWIND + MERGE as people write it by hand.
 * @module
 */
import type { Driver } from "neo4j-driver";
import { constraintStatements, nodeTypeOf } from "../../schema/index.ts";
import type { Graph } from "../../src/model/graph.ts";

/** The same rows and the same constraints, no marks, no diff, nothing compared. */
export async function bareLoad(driver: Driver, graph: Graph): Promise<void> {
  for (const statement of constraintStatements) await driver.executeQuery(statement);
  await driver.executeQuery("CALL db.awaitIndexes(300)");
  const session = driver.session();
  const label = new Map(graph.nodes.map((node) => [node.id, nodeTypeOf(node.labels)?.type ?? ""]));
  const send = async (groups: Map<string, object[]>, cypher: (key: string) => string): Promise<void> => {
    for (const [key, rows] of groups)
      for (let at = 0; at < rows.length; at += 5_000)
        await session.executeWrite((tx) => tx.run(cypher(key), { rows: rows.slice(at, at + 5_000) }));
  };
  const nodes = groupRows(
    graph.nodes,
    (node) => node.labels.join(":"),
    ({ id, properties }) => ({ id, properties }),
  );
  await send(
    nodes,
    (labels) =>
      `UNWIND $rows AS row MERGE (n:${keyOf(labels)} {id: row.id}) SET n += row.properties, n:${labels}`,
  );
  const edges = groupRows(
    graph.edges,
    ({ type, start, end }) => `${type} ${label.get(start)} ${label.get(end)}`,
    ({ id, start, end, properties }) => ({ id, start, end, properties }),
  );
  await send(edges, (key) => {
    const [type, from, to] = key.split(" ");
    return `UNWIND $rows AS row MATCH (a:${from} {id: row.start}) MATCH (b:${to} {id: row.end})
MERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.properties`;
  });
  await session.close();
}

const keyOf = (labels: string): string => nodeTypeOf(labels.split(":"))?.type ?? labels;

function groupRows<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  rowOf: (item: T) => object,
): Map<string, object[]> {
  const groups = new Map<string, object[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(rowOf(item));
    else groups.set(keyOf(item), [rowOf(item)]);
  }
  return groups;
}
