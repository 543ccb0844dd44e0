/**
 * Constraints and indexes of the schema, made before the first load. Neo4j cannot index a text of more than about 8 kB:
 * an index on a property that has one in this graph is left out, and dropped if it is there, rather than losing the text.
 * @module
 */
import type { Driver, Session } from "neo4j-driver";
import { constraintStatements } from "../../../schema/index.ts";
import type { GraphStream } from "../../model/graph.ts";
import { indexOf, LongTexts } from "../long-texts.ts";
import { extraLabels, RETRACTED_LABEL } from "./names.ts";

/** Also for second labels (`Official`): APOC imports a label only when a constraint finds its nodes. */
const OWN: readonly string[] = [RETRACTED_LABEL, ...extraLabels].map(
  (label) =>
    `CREATE CONSTRAINT reportgraph_${label === RETRACTED_LABEL ? "retracted" : label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
);

/** Seconds to wait for new indexes. Later than that they only make the load slower: constraints hold at once. */
const WAIT = 60;

const CONSTRAINTS: ReadonlySet<string> = new Set(
  [...constraintStatements, ...OWN].flatMap(
    (statement) => /^CREATE CONSTRAINT (\w+)/.exec(statement)?.[1] ?? [],
  ),
);

/** @param isWhole the graph is all that will be there; else nothing is made, for of other texts it is not known how long they are */
export async function ensureSchema(
  driver: Driver,
  database: string | undefined,
  graph: Pick<GraphStream, "nodes">,
  isWhole: boolean,
): Promise<void> {
  const session = driver.session(database === undefined ? {} : { database });
  try {
    const tooLong = new LongTexts();
    for (const node of graph.nodes) tooLong.look(node);
    const there = await namesThere(session);
    let made = 0;
    for (const statement of [...constraintStatements, ...OWN]) {
      const index = indexOf(statement);
      const name = index?.name ?? /^CREATE (?:CONSTRAINT|FULLTEXT INDEX) (\w+)/.exec(statement)?.[1] ?? "";
      if (index && tooLong.has(index.of)) {
        if (there.has(index.name)) await session.run(`DROP INDEX ${index.name} IF EXISTS`);
      } else if (isWhole && !there.has(name)) {
        await session.run(statement);
        made += 1;
      }
    }
    if (made > 0) await session.run(`CALL db.awaitIndexes(${WAIT})`).catch(ignoreSlowIndex);
  } finally {
    await session.close();
  }
}

function ignoreSlowIndex(error: unknown): void {
  if (!/Procedure/.test(String((error as { code?: unknown }).code))) throw error;
}

/**
 * Constraints, and indexes that work. A server killed while it makes a constraint leaves the constraint's index without
 * it, which is never filled: it goes, or the constraint could not be made again.
 */
async function namesThere(session: Session): Promise<Set<string>> {
  const constraints = await session.run("SHOW CONSTRAINTS YIELD name RETURN name");
  const there = new Set(constraints.records.map((record) => record.get("name") as string));
  const indexes = await session.run(
    "SHOW INDEXES YIELD name, state, owningConstraint WHERE name STARTS WITH 'reportgraph_' AND owningConstraint IS NULL RETURN name, state",
  );
  for (const record of indexes.records) {
    const name = record.get("name") as string;
    if (there.has(name)) continue;
    if (CONSTRAINTS.has(name) || record.get("state") === "FAILED")
      await session.run(`DROP INDEX \`${name}\` IF EXISTS`);
    else there.add(name);
  }
  return there;
}
