/** The connection to the server is cut in mid-load, and the load is run again. */
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../scripts/bench/region.ts";
import { openNeo4j } from "../../../src/store/neo4j/index.ts";
import { startProxy } from "../proxy.ts";
import { hashGraph, openShared, shared } from "../support.ts";
import { A, B, EXPECTED, syncUntilDone, TIMES } from "./graphs.ts";

describe("the connection is cut", () => {
  it(`${TIMES} times`, { timeout: 900_000 }, async () => {
    const random = seeded(202);
    const { uri, user, password } = shared();
    const proxy = await startProxy(Number(new URL(uri).port));
    const direct = await openShared();
    let cutInWork = 0;
    for (let i = 0; i < TIMES; i += 1) {
      const graph = i % 2 === 0 ? A : B;
      let working = true;
      const cutting = (async () => {
        const from = proxy.bytes();
        while (working && proxy.bytes() < from + 2_000 + random() * 400_000) await sleep(2);
        if (working) cutInWork += 1;
        proxy.cut();
      })();
      await syncUntilDone(() => openNeo4j(`bolt://127.0.0.1:${proxy.port}`, { user, password }), graph);
      working = false;
      await cutting;
      expect(hashGraph(await direct.graph())).toBe(EXPECTED.get(graph));
    }
    await direct.close();
    await proxy.close();
    expect(cutInWork).toBeGreaterThan(TIMES / 2);
  });
});
