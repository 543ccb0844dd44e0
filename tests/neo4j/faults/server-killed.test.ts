/** The server is killed in mid-load as by a power cut, started again, and the load is run again. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { seeded } from "../../../scripts/bench/region.ts";
import { type RunningNeo4j, startNeo4j } from "../../../scripts/neo4j/server.ts";
import type { Store } from "../../../src/store/contract.ts";
import { openNeo4j } from "../../../src/store/neo4j/index.ts";
import { hashGraph, SMALL } from "../support.ts";
import { A, B, EXPECTED, KILLS, syncUntilDone } from "./graphs.ts";

const root = mkdtempSync(join(tmpdir(), "reportgraph-faults-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the server is killed", () => {
  it(`${KILLS} times, and started again`, { timeout: 1_800_000 }, async () => {
    const random = seeded(404);
    const options = {
      dataDir: join(root, "home"),
      ...SMALL,
    };
    // Ended in order once, so that the next starts find the folder and Java's classes prepared.
    await (await startNeo4j({ ...options, boltPort: 0 })).stop();
    let server: RunningNeo4j = await startNeo4j({ ...options, boltPort: 0 });
    const { uri, boltPort } = server;
    const login = { user: "neo4j", password: "test-password" };
    let killedInWork = 0;
    try {
      for (let i = 0; i < KILLS; i += 1) {
        const graph = i % 2 === 0 ? A : B;
        // Most loads give up and are run again; every fourth waits inside its transaction until the server is back.
        const open = (): Promise<Store> =>
          openNeo4j(uri, { ...login, ...(i % 4 === 3 ? {} : { patienceMs: 1_000 }) });
        let working = true;
        const restarted = (async () => {
          await sleep(random() * 1_500);
          if (working) killedInWork += 1;
          await server.kill();
          server = await startNeo4j({ ...options, boltPort });
        })();
        await syncUntilDone(open, graph);
        working = false;
        await restarted;
        // A transaction that was confirmed outlives the kill; one that was not is written now.
        await syncUntilDone(open, graph, async (store) => {
          expect(hashGraph(await store.graph())).toBe(EXPECTED.get(graph));
        });
      }
    } finally {
      await server.kill();
    }
    expect(killedInWork).toBeGreaterThan(KILLS / 4);
  });
});
