/** What the embedded store would answer otherwise than Neo4j without a word is rewritten or refused. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forEmbedded } from "../../../src/query/embedded.ts";
import type { Store } from "../../../src/store/contract.ts";
import { openEmbedded } from "../../../src/store/embedded/index.ts";
import { answeredDifferently, refusedByEmbedded, sameOnBoth } from "../../fixtures/dialects.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-dialect-"));
let store: Store;
beforeAll(async () => {
  store = await openEmbedded(join(folder, "store"));
  await store.sync(fixtureGraph);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("for the embedded store", () => {
  it.each(sameOnBoth)("%s gives what Neo4j gives", async (cypher, columns, rows) => {
    const result = await store.query(cypher);
    expect([result.columns, result.rows]).toEqual([columns, rows]);
  });

  it.each(refusedByEmbedded)("%s is refused with what to write", async (cypher, hint) => {
    await expect(store.query(cypher)).rejects.toMatchObject({
      code: "QUERY_REFUSED",
      message: expect.stringContaining(hint),
    });
  });

  it.each(answeredDifferently)("%s stays as the documentation says", async (cypher, rows) => {
    expect((await store.query(cypher)).rows).toEqual(rows);
  });

  it.each([
    "RETURN xs[1..] AS x",
    "RETURN '和sum(' + n.name AS x",
    "MATCH (n) WHERE n.value = 5 AND n.name = '5' RETURN count(n)",
    "RETURN n.name + '局' AS x",
    "RETURN 2 ^ 3 AS x, (2 ^ 3) ^ 2 AS y",
    "RETURN split(n.name, '，') AS x",
    "RETURN CASE n.x WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE '无' END AS x",
    "RETURN CASE 2 WHEN 1 THEN 'a' ELSE 'b' END AS x",
  ])("%s stays as it is", async (cypher) => {
    expect(await forEmbedded(cypher)).toEqual({ text: cypher });
  });

  it("what is told of nothing is 0, as Neo4j tells it", async () => {
    expect(await forEmbedded("RETURN sum(n.x), stDev(n.x) AS d, stdevp(n.x) AS p, avg(n.x) AS a")).toEqual({
      text: "RETURN coalesce(sum(n.x), 0) AS `sum(n.x)`, coalesce(stDev(n.x), 0.0) AS d, coalesce(stdevp(n.x), 0.0) AS p, avg(n.x) AS a",
    });
  });

  it("places are right behind characters that JavaScript counts twice", async () => {
    expect(await forEmbedded("RETURN '𠮷𠮷' AS a, sum(n.x) AS 和")).toEqual({
      text: "RETURN '𠮷𠮷' AS a, coalesce(sum(n.x), 0) AS 和",
    });
  });
});
