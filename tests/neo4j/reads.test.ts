/** The guard's tables over the real server, and every saved query row by row against the embedded store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import neo4jDriver from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cell } from "../../src/model/cell.ts";
import { bindParams, loadSavedQueries, type SavedQuery } from "../../src/query/saved.ts";
import type { Store } from "../../src/store/contract.ts";
import { openStore } from "../../src/store/open.ts";
import { attacks, reads } from "../fixtures/cypher.ts";
import { fixtureGraph } from "../fixtures/graph.ts";
import { expectedRows } from "../fixtures/saved-rows.ts";
import { empty, hashGraph, openShared, shared } from "./support.ts";

const graph = fixtureGraph;
const folder = mkdtempSync(join(tmpdir(), "reportgraph-reads-"));
let neo4j: Store;
let embedded: Store;

beforeAll(async () => {
  neo4j = await openShared();
  await empty(neo4j);
  await neo4j.sync(graph);
  embedded = await openStore(join(folder, "store"));
  await embedded.sync(graph);
});
afterAll(async () => {
  await neo4j.close();
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("attacks on Neo4j", () => {
  it.each(attacks.map((attack) => [attack.why, attack] as const))("%s", async (_why, attack) => {
    await expect(
      neo4j.query(attack.q, { params: { label: "X", type: "X", props: {}, key: "x" } }),
    ).rejects.toMatchObject({
      name: "QueryError",
      code: expect.stringMatching(/^QUERY_(REFUSED|SYNTAX)$/),
    });
  });

  it("leave the graph as it was", async () => {
    expect(hashGraph(await neo4j.graph())).toBe(hashGraph(graph));
    expect((await neo4j.query("MATCH (n) RETURN count(n) AS c")).rows).toEqual([[graph.nodes.length]]);
  });
});

/** Statements that write, for the doors behind the guard. */
const WRITES = [
  "MATCH (n) SET n.x = 1",
  "CREATE (:X)",
  "CALL { CREATE (:X) } RETURN 1",
  "FOREACH (x IN [1] | CREATE (:X))",
  "CALL db.createLabel('X')",
  "CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.y)",
];

describe("behind the guard", () => {
  it.each(WRITES)("the server itself refuses %s in a reading transaction", async (cypher) => {
    const { uri, user, password } = shared();
    const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(user, password));
    const session = driver.session({ defaultAccessMode: "READ" });
    const explained = session
      .executeRead((tx) => tx.run(`EXPLAIN ${cypher}`))
      .then(({ summary }) => summary.queryType);
    await expect(explained.catch(() => "refused")).resolves.not.toBe("r");
    await expect(session.executeRead((tx) => tx.run(cypher))).rejects.toMatchObject({ name: "Neo4jError" });
    await session.close();
    await driver.close();
  });
});

/** Plans are the one thing that each store gives in its own form (docs/cypher-dialects.md). */
const PLANS = new Map<string, unknown[][]>([
  ["EXPLAIN MATCH (n) RETURN n", []],
  ["PROFILE MATCH (n:Project) RETURN count(n) AS c", [[3]]],
]);
/** Rows that no ORDER BY puts in order, in one order; labels too, which Neo4j gives in its own. */
const sorted = (rows: readonly unknown[][]): string[] =>
  rows
    .map((row) => JSON.stringify(row, (_, value: unknown) => (isTexts(value) ? value.toSorted() : value)))
    .sort();
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** Neo4j lists the labels that it has a constraint on, too (docs/cypher-dialects.md). */
async function withNodes(labels: readonly Cell[][]): Promise<Cell[][]> {
  const used = (await neo4j.query("MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")).rows.flat();
  return labels.filter(([label = null]) => used.includes(label));
}

describe("reads on Neo4j", () => {
  it.each(reads)("$q", async ({ q, rows }) => {
    const result = await neo4j.query(q);
    if (rows !== undefined) expect(result.rows).toHaveLength(rows);
    const plan = PLANS.get(q);
    if (plan) return expect(result.rows).toEqual(plan);
    if (rows !== undefined) return;
    const there = await embedded.query(q);
    expect(result.columns).toEqual(there.columns);
    const listsLabels = q.startsWith("CALL db.labels()");
    const here = listsLabels ? await withNodes(result.rows) : result.rows;
    expect(sorted(here)).toEqual(sorted(there.rows));
  });
});

describe("saved queries", async () => {
  const queries = await loadSavedQueries();
  const byName = new Map(queries.map((query) => [query.name, query]));
  const asked = [
    ...queries.map(({ name }) => ({ query: name, given: {} })),
    ...expectedRows.filter(({ given }) => Object.keys(given).length > 0),
  ];

  it.each(asked)("$query $given: same rows on both stores", async ({ query: name, given }) => {
    const query = byName.get(name) as SavedQuery;
    const params = bindParams(query, given);
    const [here, there] = await Promise.all([
      neo4j.query(query.cypher, { params }),
      embedded.query(query.cypher, { params }),
    ]);
    expect(here).toEqual(there);
    const expected = expectedRows.find(
      (entry) => entry.query === name && isDeepStrictEqual(entry.given, given),
    );
    if (expected) expect(here.rows.map((row) => row.slice(0, -1))).toEqual(expected.rows);
  });

  it("are all among those whose rows are known", () => {
    expect(queries.map(({ name }) => name)).toEqual(
      [...new Set(expectedRows.map(({ query }) => query))].sort(),
    );
  });
});

describe("full-text search", () => {
  it("finds a Chinese name by two characters out of its middle", async () => {
    const company = graph.nodes.find((node) => node.labels.includes("Company"));
    const name = company?.properties["name"] as string;
    const { rows } = await neo4j.query(
      "CALL db.index.fulltext.queryNodes('reportgraph_names', $words) YIELD node RETURN node.name AS name",
      { params: { words: `"${name.slice(1, 4)}"` } },
    );
    expect(rows.flat()).toContain(name);
  });
});
