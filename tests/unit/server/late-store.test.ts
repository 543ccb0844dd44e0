/** The embedded database of a folder is opened when a query asks, and then holds what the workspace says. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createServer } from "../../../src/server/app.ts";
import { lateStore } from "../../../src/server/late-store.ts";
import { openServed } from "../../../src/server/open-served.ts";
import type { SummaryBody } from "../../../src/server/page-types.ts";
import type { QueryResultBody } from "../../../src/server/query-types.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { lockWorkspace } from "../../../src/workspace/lock.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";
import { entryOf } from "../../property/index-world.ts";
import { mention } from "../resolve/claims.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-late-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function commit(id: string, company: string): void {
  const workspace = openWorkspace(folder);
  const entry = { ...entryOf(id, "320500", ""), key: id.padStart(16, "0"), tagged: true };
  const claims = [mention(id, "Company", company)];
  workspace.put({ entry: { ...entry, read: 1, silent: 0, claims: 1 }, claims, dropped: [] });
  workspace.commit();
  workspace.close();
}

it("answers pages without it, and queries as of now", async () => {
  commit("a1", "云岭集团有限公司");
  const said: string[] = [];
  const { store, workspace } = await openServed(folder, (message) => said.push(message));
  try {
    let time = 0;
    const app = createServer({
      store,
      workspace,
      logger: { info: () => undefined, error: (_, cause) => expect.fail(String(cause)) },
      options: { now: () => (time += 10_000) },
    });
    const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
      Promise.resolve(
        app.request(`http://127.0.0.1:4280/api${path}`, {
          ...init,
          headers: { host: "127.0.0.1:4280", "content-type": "application/json" },
        }),
      );
    const companies = async (): Promise<number | undefined> =>
      ((await (await ask("/summary")).json()) as SummaryBody).counts["Company"];
    const asked = async (): Promise<unknown[][]> => {
      const body = JSON.stringify({ cypher: "MATCH (c:Company) RETURN c.name AS name ORDER BY name" });
      return ((await (await ask("/query", { method: "POST", body })).json()) as QueryResultBody).rows;
    };
    expect(await companies()).toBe(1);
    expect(existsSync(join(folder, "graph"))).toBe(false);
    expect(await asked()).toEqual([["云岭集团有限公司"]]);
    commit("b2", "青禾光伏有限公司");
    expect(await companies()).toBe(2);
    expect(await asked()).toEqual([["云岭集团有限公司"], ["青禾光伏有限公司"]]);
    expect(said).toEqual([]);
    commit("c3", "澄岳重工有限公司");
    const unlock = lockWorkspace(folder);
    expect(await asked()).toHaveLength(2);
    expect(said.join()).toContain("may be older");
    unlock();
    expect(await asked()).toHaveLength(3);
  } finally {
    await store.close();
  }
});

it("is opened once by those who ask at once, and again after it could not be", async () => {
  let opened = 0;
  const store = lateStore({
    name: "late",
    open: async () => {
      opened += 1;
      if (opened === 1) throw new Error("busy");
      return openMemory();
    },
    revision: async () => "1",
    bringUp: async () => true,
  });
  await expect(store.revision()).rejects.toThrow("busy");
  await Promise.all([store.revision(), store.graph(), store.revision()]);
  expect(opened).toBe(2);
});
