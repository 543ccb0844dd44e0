/** The benchmark runs, on a small graph; its figures at full size stand in docs/benchmarks-neo4j.md. */
import { expect, it } from "vitest";
import { benchNeo4j } from "../../scripts/bench/neo4j.ts";
import { benchPage } from "../../scripts/bench/neo4j-page.ts";
import { loadSavedQueries } from "../../src/query/saved.ts";

it("loads four ways, asks every saved query on both stores, and writes the page", async () => {
  const result = await benchNeo4j({ nodes: 300, edges: 900, repeats: 1, rounds: 1 });
  expect(result.nodes + result.edges).toBeGreaterThan(1_100);
  expect(result.ratios.clock).toHaveLength(1);
  expect(result.ratios.cpu).toEqual([result.cpuRatio]);
  const names = (await loadSavedQueries()).map(({ name }) => name);
  expect(Object.keys(result.queries)).toEqual(names);
  const page = benchPage(result);
  for (const words of [...names, `${result.ratios.clock[0]}`, "embedded store", "neo4j-import-tool"])
    expect(page).toContain(`| ${words}`);
});
