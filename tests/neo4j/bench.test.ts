/** The benchmark runs, on a small graph; its figures at full size stand in docs/benchmarks.md. */
import { expect, it } from "vitest";
import { benchNeo4j } from "../../scripts/bench/neo4j.ts";
import { loadSavedQueries } from "../../src/query/saved.ts";

it("loads four ways and asks every saved query on both stores", async () => {
  const result = await benchNeo4j({ nodes: 600, edges: 1_800, rounds: 1 });
  expect(result.items).toBeGreaterThan(2_300);
  for (const speed of [result.bare, result.ours, result.embedded, result.importTool, result.ratio])
    expect(speed).toBeGreaterThan(0);
  expect(result.secondLoad).toBeGreaterThan(1);
  expect(Object.keys(result.queries)).toEqual((await loadSavedQueries()).map(({ name }) => name));
});
