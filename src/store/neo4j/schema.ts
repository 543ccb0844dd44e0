/**
 * Constraints and indexes of the schema, made before the first load. Neo4j cannot index a text of more than about 8 kB:
 * an index on a property that has one in this graph is left out, and dropped if it is there, rather than losing the text.
 * @module
 */
import type { Driver, Session } from "neo4j-driver";
import { constraintStatements, nodeTypeOf } from "../../../schema/index.ts";
import type { Graph } from "../../model/graph.ts";
import { RETRACTED_LABEL } from "./names.ts";

/** Bytes of UTF-8; the limit of Neo4j 5's range indexes is 8,167 with the rest of the key. */
const LONGEST = 8_000;

const INDEX = /^CREATE INDEX (\w+) IF NOT EXISTS FOR \(n:(\w+)\) ON \(n\.(\w+)\)$/;

const OWN = [
  `CREATE CONSTRAINT reportgraph_retracted_id IF NOT EXISTS FOR (n:${RETRACTED_LABEL}) REQUIRE n.id IS UNIQUE`,
];

export async function ensureSchema(
  driver: Driver,
  database: string | undefined,
  graph: Graph,
): Promise<void> {
  const session = driver.session(database === undefined ? {} : { database });
  try {
    const tooLong = longTexts(graph);
    const there = await namesThere(session);
    for (const statement of [...constraintStatements, ...OWN]) {
      const [, index, label, property] = INDEX.exec(statement) ?? [];
      const name = index ?? /^CREATE (?:CONSTRAINT|FULLTEXT INDEX) (\w+)/.exec(statement)?.[1] ?? "";
      if (index && tooLong.has(`${label}.${property}`)) {
        if (there.has(index)) await session.run(`DROP INDEX ${index} IF EXISTS`);
      } else if (!there.has(name)) await session.run(statement);
    }
    await session.run("CALL db.awaitIndexes(300)");
  } finally {
    await session.close();
  }
}

async function namesThere(session: Session): Promise<Set<string>> {
  const result = await session.run("SHOW INDEXES YIELD name, state WHERE state <> 'FAILED' RETURN name");
  return new Set(result.records.map((record) => record.get("name") as string));
}

/** `Label.property` of every indexed text that no index takes. */
function longTexts(graph: Graph): Set<string> {
  const found = new Set<string>();
  for (const { labels, properties } of graph.nodes) {
    for (const [property, value] of Object.entries(properties)) {
      if (typeof value !== "string" || value.length * 3 <= LONGEST || Buffer.byteLength(value) <= LONGEST)
        continue;
      for (const label of labels) found.add(`${label}.${property}`);
      const type = nodeTypeOf(labels)?.type;
      if (type) found.add(`${type}.${property}`);
    }
  }
  return found;
}
