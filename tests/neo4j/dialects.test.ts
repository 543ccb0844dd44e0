/** Every statement of docs/cypher-dialects.md, on the real Neo4j and on the embedded store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { answeredDifferently, refusedByEmbedded, sameOnBoth } from "../fixtures/dialects.ts";
import { fixtureGraph } from "../fixtures/graph.ts";
import { empty, openShared } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-dialects-"));
const neo4j = await openShared();
const embedded = await openStore(join(folder, "store"));

beforeAll(async () => {
  await empty(neo4j);
  for (const store of [neo4j, embedded]) {
    await store.sync(fixtureGraph);
    await store.query("CREATE (:Note {text: '我的'})", { write: true });
  }
});
afterAll(async () => {
  await empty(neo4j);
  await neo4j.close();
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
});

const projects = "MATCH (n:Project)";
const investors = "(c:Company)-[:INVESTS]->(n)";
/** What only Neo4j answers, and what to write instead for both; the second has the same rows. */
const LACKS: [string, string?][] = [
  [
    "MATCH (p:Project WHERE p.id = 'p1') RETURN p.id AS x",
    "MATCH (p:Project) WHERE p.id = 'p1' RETURN p.id AS x",
  ],
  ["RETURN 1_000 AS x", "RETURN 1000 AS x"],
  [
    "MATCH (c:Company) WHERE size([(c)-[:INVESTS]->(p) | p]) > 1 RETURN c.id AS x ORDER BY x",
    "MATCH (c:Company) WHERE COUNT { (c)-[:INVESTS]->() } > 1 RETURN c.id AS x ORDER BY x",
  ],
  [
    "MATCH (c:Company) WITH c ORDER BY c.id RETURN [(c)-[:INVESTS]->(p) | size([(p)-[:LOCATED_IN]->(l) | l.name])] AS x",
  ],
  ["RETURN isNaN(1.0) AS x", "WITH 1.0 AS y RETURN y <> y AS x"],
  ["RETURN trim(BOTH 'x' FROM 'xax') AS x", "RETURN replace('xax', 'x', '') AS x"],
  ["MATCH (n) RETURN n.id AS x ORDER BY x LIMIT 1+1", "MATCH (n) RETURN n.id AS x ORDER BY x LIMIT 2"],
  [
    "RETURN CASE 2 WHEN 1, 2 THEN 'a' ELSE 'b' END AS x",
    "RETURN CASE WHEN 2 IN [1, 2] THEN 'a' ELSE 'b' END AS x",
  ],
  ["RETURN 'a' || 'b' AS x", "RETURN 'a' + 'b' AS x"],
  ["RETURN 'abc' =~ 'a(?=b).*' AS x", "RETURN 'abc' =~ 'ab.*' AS x"],
  [
    "MATCH (n:Project) WHERE EXISTS { MATCH (n)<-[:INVESTS]-(c) RETURN c } RETURN count(n) AS x",
    "MATCH (n:Project) WHERE EXISTS { MATCH (n)<-[:INVESTS]-(c) } RETURN count(n) AS x",
  ],
  ["MATCH (n) WHERE n IS Project RETURN count(n) AS x", "MATCH (n) WHERE n:Project RETURN count(n) AS x"],
  [
    "MATCH (n:Project {id: 'p1'}) OPTIONAL CALL (n) { MATCH (n)<-[:INVESTS]-(c) RETURN c } RETURN count(n) AS x",
  ],
  [
    "MATCH (n:Company|Project) RETURN count(n) AS x",
    "MATCH (n) WHERE n:Company OR n:Project RETURN count(n) AS x",
  ],
  [
    "MATCH (n:Company&Entity) RETURN count(n) AS x",
    "MATCH (n) WHERE n:Company AND n:Entity RETURN count(n) AS x",
  ],
  ["MATCH (n:!Entity) RETURN count(n) AS x", "MATCH (n) WHERE NOT n:Entity RETURN count(n) AS x"],
  ["MATCH ()-[:INVESTS]->{1,2}() RETURN count(*) AS x", "MATCH ()-[:INVESTS*1..2]->() RETURN count(*) AS x"],
  [
    "MATCH ((a)-[:INVESTS]->(b)){1,2} RETURN count(*) AS x",
    "MATCH ()-[:INVESTS*1..2]->() RETURN count(*) AS x",
  ],
  [
    "MATCH p = SHORTEST 1 (:Company)-[:INVESTS]->+(:Project) RETURN count(p) AS x",
    "MATCH (a:Company), (b:Project) MATCH p = shortestPath((a)-[:INVESTS*]->(b)) RETURN count(p) AS x",
  ],
  ["RETURN date('2024-05-01').year AS x", "RETURN toInteger(substring('2024-05-01', 0, 4)) AS x"],
  ["RETURN duration('P2M').months AS x"],
  ["RETURN duration.between(date('2024-01-01'), date('2024-03-01')).months AS x"],
  ["RETURN date.truncate('month', date('2024-05-03')) AS x"],
  [
    "UNWIND [1, 2, 3] AS y RETURN collect(y)[0..2] AS x",
    "UNWIND [1, 2, 3] AS y WITH collect(y) AS ys RETURN ys[0..2] AS x",
  ],
  [
    `${projects} RETURN n.id AS id, COLLECT { MATCH ${investors} RETURN c.name ORDER BY c.name } AS x ORDER BY id`,
    `${projects} CALL (n) { OPTIONAL MATCH ${investors} WITH c.name AS y ORDER BY y RETURN collect(y) AS x } RETURN n.id AS id, x ORDER BY id`,
  ],
  ["RETURN 1 IS :: INTEGER AS x"],
  ["RETURN valueType(1) AS x"],
  ["RETURN isEmpty('') AS x", "RETURN size('') = 0 AS x"],
  ["RETURN round(2.345, 2) AS x", "RETURN round(2.345 * 100) / 100 AS x"],
  ["RETURN size(randomUUID()) AS x"],
  ["RETURN toStringOrNull(1) AS x", "RETURN toString(1) AS x"],
  ["RETURN toBooleanOrNull('x') AS x"],
  ["RETURN toIntegerList(['1']) AS x", "RETURN [y IN ['1'] | toInteger(y)] AS x"],
  ["RETURN btrim(' y ') AS x", "RETURN trim(' y ') AS x"],
  ["RETURN point({x: 1, y: 2}).x AS x"],
  ["MATCH (n:Note) RETURN n.set AS x", "MATCH (n:Note) RETURN n.`set` AS x"],
  ["RETURN 1 AS merge", "RETURN 1 AS `merge`"],
  ["UNWIND [1, 2] AS x RETURN x ORDER BY x OFFSET 1", "UNWIND [1, 2] AS x RETURN x ORDER BY x SKIP 1"],
  ["CALL db.schema.nodeTypeProperties()"],
  ["CALL db.schema.visualization()"],
  [
    "CALL db.index.fulltext.queryNodes('reportgraph_names', '\"碳纤维\"') YIELD node RETURN node.name AS x ORDER BY x",
    "MATCH (n:Entity) WHERE n.name CONTAINS '碳纤维' RETURN n.name AS x ORDER BY x",
  ],
  ["RETURN apoc.convert.fromJsonMap('{\"a\": 1}').a AS x"],
  ["RETURN apoc.text.join(['a', 'b'], '-') AS x"],
];

describe("what the embedded store lacks", () => {
  it.each(LACKS)("%s", async (cypher, instead) => {
    const there = await neo4j.query(cypher);
    expect(there.rows.length).toBeGreaterThan(0);
    await expect(embedded.query(cypher)).rejects.toMatchObject({
      code: expect.stringMatching(/^QUERY_(SYNTAX|REFUSED)$/),
    });
    if (instead === undefined) return;
    const rows = (await embedded.query(instead)).rows;
    expect(rows.length).toBeGreaterThan(0);
    expect((await neo4j.query(instead)).rows).toEqual(rows);
    expect(there.rows).toEqual(rows);
  });

  it.each(["UNWIND [1, 2] AS x FILTER x > 1 RETURN x", "LET x = 1 RETURN x", "FOR x IN [1] RETURN x"])(
    "nor does Neo4j 5.26 take %s",
    async (cypher) => {
      for (const store of [neo4j, embedded])
        await expect(store.query(cypher)).rejects.toMatchObject({ code: "QUERY_SYNTAX" });
    },
  );
});

describe("what both answer alike", () => {
  it.each([
    ["UNWIND [2, null, 1] AS x RETURN x ORDER BY x", [[1], [2], [null]]],
    ["UNWIND [2, null, 1] AS x RETURN x ORDER BY x DESC", [[null], [2], [1]]],
    ["RETURN 7 / 2 AS a, -7 / 2 AS b, 7 % -3 AS c", [[3, -3, 1]]],
    ["RETURN 9007199254740993 AS x", [["9007199254740993"]]],
    ["RETURN 1.0 / 0 AS x", [["Infinity"]]],
    [
      "RETURN null = null AS a, 1 IN [null] AS b, [1][5] AS c, toInteger('x') AS d",
      [[null, null, null, null]],
    ],
    ["RETURN size('𠮷') AS a, reverse('𠮷a') AS b, substring('𠮷a', 0, 1) AS c", [[1, "a𠮷", "𠮷"]]],
    [`${projects} WHERE EXISTS { (:Company)-[:INVESTS]->(n) } RETURN count(n) AS x`, [[3]]],
    [`${projects} RETURN sum(COUNT { (:Company)-[:INVESTS]->(n) }) AS x`, [[4]]],
    ["CALL db.labels() YIELD label RETURN label ORDER BY label LIMIT 2", [["Agency"], ["Company"]]],
    [
      "CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t ORDER BY t LIMIT 2",
      [["ABOUT"], ["INVESTS"]],
    ],
    ["CALL db.propertyKeys() YIELD propertyKey AS k RETURN k ORDER BY k LIMIT 2", [["aliases"], ["amount"]]],
  ])("%s", async (cypher, rows) => {
    expect((await neo4j.query(cypher)).rows).toEqual(rows);
    expect((await embedded.query(cypher)).rows).toEqual(rows);
  });
});

describe("what looks different", () => {
  const each = async (cypher: string): Promise<unknown[][][]> =>
    Promise.all([neo4j, embedded].map(async (store) => (await store.query(cypher)).rows));

  it("ids of what a user made", async () => {
    const [there, here] = await each("MATCH (n:Note) RETURN n, elementId(n) AS id");
    expect(there?.[0]).toEqual([
      expect.objectContaining({ id: expect.stringMatching(/^4:.*:\d+$/) }),
      expect.stringMatching(/^4:.*:\d+$/),
    ]);
    expect(here?.[0]).toEqual([
      expect.objectContaining({ id: expect.stringMatching(/^#\d+$/) }),
      expect.stringMatching(/^n:\d+$/),
    ]);
  });

  it("plans: EXPLAIN has no rows on Neo4j, PROFILE those of the query", async () => {
    expect(await each("EXPLAIN RETURN 1 AS x")).toEqual([[], [[expect.any(String)]]]);
    expect(await each("PROFILE RETURN 1 AS x")).toEqual([[[1]], [[expect.any(String)]]]);
  });

  it("labels that no node has, on Neo4j those of its constraints", async () => {
    const [there, here] = await each("CALL db.labels() YIELD label RETURN label");
    const [known, used] = [there?.flat() ?? [], here?.flat() ?? []];
    expect(known).toEqual(expect.arrayContaining(used));
    expect(known).toContain("Institution");
    expect(used).not.toContain("Institution");
  });

  it("a parameter that is not given", async () => {
    await expect(neo4j.query("RETURN $nothing AS x")).rejects.toMatchObject({ code: "QUERY_FAILED" });
    await expect(embedded.query("RETURN $nothing AS x")).rejects.toMatchObject({ code: "QUERY_SYNTAX" });
  });

  it("half of a negative number", async () => {
    expect(await each("RETURN round(-2.5) AS a, round(2.5) AS b")).toEqual([[[-2, 3]], [[-3, 3]]]);
  });

  it.each(answeredDifferently)("%s: each in its own way", async (cypher, here, there) => {
    expect((await embedded.query(cypher)).rows).toEqual(here);
    if (there === undefined) await expect(neo4j.query(cypher)).rejects.toMatchObject({ name: "QueryError" });
    else expect((await neo4j.query(cypher)).rows).toEqual(there);
  });

  it("the order of labels and keys, not what they are", async () => {
    const asked = "MATCH (n:Company) RETURN labels(n) AS l, keys(n) AS k ORDER BY n.id LIMIT 1";
    const [there, here] = (await each(asked)) as [[string[][]], [string[][]]];
    expect(there[0]).not.toEqual(here[0]);
    expect(there[0].map((list) => list.toSorted())).toEqual(here[0].map((list) => list.toSorted()));
  });
});

describe("what the embedded store alone would answer otherwise", () => {
  it.each(sameOnBoth)("%s is rewritten to Neo4j's answer", async (cypher, columns, rows) => {
    for (const store of [neo4j, embedded]) {
      const result = await store.query(cypher);
      expect([result.columns, result.rows]).toEqual([columns, rows]);
    }
  });

  it.each(refusedByEmbedded)("%s is refused there, and answered by Neo4j", async (cypher) => {
    await expect(embedded.query(cypher)).rejects.toMatchObject({ code: "QUERY_REFUSED" });
    expect((await neo4j.query(cypher)).rows.length).toBe(1);
  });

  it("FINISH gives nothing on Neo4j, and an error there", async () => {
    expect((await neo4j.query("MATCH (n) FINISH")).rows).toEqual([]);
    await expect(embedded.query("MATCH (n) FINISH")).rejects.toMatchObject({ code: "QUERY_SYNTAX" });
  });

  it.each(["time", "localtime", "localdatetime", "date", "datetime"])("%s has its clocks", async (type) => {
    for (const clock of ["realtime", "statement", "transaction"])
      expect((await neo4j.query(`RETURN toString(${type}.${clock}()) AS x`)).rows.length).toBe(1);
  });
});
