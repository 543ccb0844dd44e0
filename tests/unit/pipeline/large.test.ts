import { expect, it } from "vitest";
import { largeWarning } from "../../../src/pipeline/large.ts";

it("tells of the way to Neo4j above 10,000 reports", () => {
  expect(largeWarning(10_000)).toBeUndefined();
  expect(largeWarning(10_001)).toMatch(/^reportgraph: 10001 reports: .*--store bolt:/);
});
