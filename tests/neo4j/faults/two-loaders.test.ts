/** Two load into one database at once. */
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../scripts/bench/region.ts";
import { StoreError } from "../../../src/errors.ts";
import { empty, hashGraph, openShared } from "../support.ts";
import { A, B, EXPECTED, TIMES } from "./graphs.ts";

describe("two loaders at once", () => {
  it(`${TIMES} times, of the same graph and of different ones`, { timeout: 900_000 }, async () => {
    const random = seeded(303);
    const [one, two] = [await openShared(), await openShared()];
    await empty(one);
    for (let i = 0; i < TIMES; i += 1) {
      const graph = i % 2 === 0 ? A : B;
      const other = i % 4 < 2 ? graph : graph === A ? B : A;
      const late = random() * 300;
      const results = await Promise.allSettled([one.sync(graph), sleep(late).then(() => two.sync(other))]);
      for (const result of results) {
        if (result.status === "rejected")
          expect(result.reason, String(result.reason?.stack)).toBeInstanceOf(StoreError);
      }
      await one.sync(graph);
      expect(hashGraph(await two.graph())).toBe(EXPECTED.get(graph));
      expect((await two.query("MATCH (n) RETURN count(n) AS c")).rows).toEqual([[graph.nodes.length]]);
      expect((await two.query("MATCH ()-[r]->() RETURN count(r) AS c")).rows).toEqual([[graph.edges.length]]);
    }
    await one.close();
    await two.close();
  });
});
