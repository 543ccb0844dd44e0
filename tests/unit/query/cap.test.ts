import { expect, it } from "vitest";
import { withRowCap } from "../../../src/query/cap.ts";

it.each([
  "MATCH (n) RETURN n",
  "MATCH (n) RETURN n ORDER BY n.name SKIP 2",
  "MATCH (n) WITH n LIMIT 3 RETURN n",
  "UNWIND [1, 2] AS x RETURN x // as they come\n",
])("%s takes a limit", async (query) => {
  expect(await withRowCap(query, 7)).toBe(`${query}\nLIMIT 7`);
});

it.each([
  "MATCH (n) RETURN n LIMIT 3",
  "MATCH (n) RETURN n ORDER BY n.name LIMIT 3",
  "RETURN 1 AS x UNION RETURN 2 AS x",
  "MATCH (n) RETURN n; // and no more",
  "EXPLAIN MATCH (n) RETURN n",
  "CALL db.labels()",
  "MATCH (n",
])("%s stays as it is", async (query) => {
  expect(await withRowCap(query, 7)).toBe(query);
});
