/** A store is brought up to its workspace whatever cut the last change off, and while others read it. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreError } from "../../../src/errors.ts";
import { bringUp } from "../../../src/pipeline/bring-up.ts";
import { bringUpAtStart } from "../../../src/server/bring-up.ts";
import { GraphHolder } from "../../../src/server/graph-holder.ts";
import type { WorkspaceApi } from "../../../src/server/workspace-api.ts";
import type { Store } from "../../../src/store/contract.ts";
import { openEmbedded } from "../../../src/store/embedded/index.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import type { Workspace } from "../../../src/workspace/contract.ts";
import { buildGraph } from "../../../src/workspace/graph-of.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

let folder: string;
const opened: Store[] = [];
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-up-"));
  said.length = 0;
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Store> {
  const store = await openEmbedded(join(folder, "graph"));
  opened.push(store);
  return store;
}

/** A report without claims, committed; the store is not told, as when the process is killed there. */
function commit(id: string): Workspace {
  const workspace = openWorkspace(folder);
  const text = { title: id, source: `${id}.txt`, encoding: "utf-8", articles: [], sections: [], byline: [] };
  const counts = { characters: 0, sentences: 0, read: 0, silent: 0, claims: 0 };
  const entry = { id, key: `00000000000000${id}`, sha256: "", tagged: true, ...text, ...counts };
  workspace.put({ entry, claims: [], dropped: [] });
  workspace.commit();
  return workspace;
}

const reportsIn = async (store: Store): Promise<string[]> =>
  (await store.graph()).nodes.filter(({ labels }) => labels.includes("Report")).map(({ id }) => id);
const start = (store: Store): Promise<boolean> =>
  bringUpAtStart(openWorkspace(folder), store, (message) => said.push(message));

describe("a store", () => {
  it("is brought up at the start of a server when a change was cut off before it came there", async () => {
    const store = await open();
    await start(store);
    expect(existsSync(join(folder, "manifest.json"))).toBe(false);
    const revision = commit("a1").revision();
    await start(store);
    expect(await reportsIn(store)).toEqual(["report:a1"]);
    expect(await store.revision()).toBe(revision);
    commit("a2");
    expect(await store.revision()).toBe(revision);
    await start(store);
    expect(await reportsIn(store)).toEqual(["report:a1", "report:a2"]);
    expect(said).toEqual([]);
  });

  it("that was cut off in the middle tells no revision, and is done again", async () => {
    const store = await open();
    const workspace = commit("a1");
    await start(store);
    const stopped = store.sync(buildGraph(commit("a2")).graph, () => {
      throw new Error("killed");
    });
    await expect(stopped).rejects.toThrow("killed");
    expect(await store.revision()).toBeUndefined();
    await start(store);
    expect(await reportsIn(store)).toEqual(["report:a1", "report:a2"]);
    expect(await store.revision()).toBe(openWorkspace(folder).revision());
    expect(workspace.lastRevisionIn(store.name)).toBe(await store.revision());
  });

  it("gets only what changed since it was brought up last, also when that was cut off several times", async () => {
    const store = await open();
    commit("a1");
    await start(store);
    const first = await store.revision();
    for (const id of ["a2", "a3"]) commit(id);
    const last = openWorkspace(folder);
    last.remove("a1");
    last.commit();
    expect(last.deltaFor(store.name, first as string)).toMatchObject({
      nodes: [{ id: "report:a2" }, { id: "report:a3" }],
      gone: { nodes: [{ id: "report:a1", type: "Report" }] },
      total: { nodes: 2, edges: 0 },
    });
    const never = (): never => {
      throw new Error("all of it was asked for");
    };
    expect(await bringUp(last, store, { graph: never })).toMatchObject({
      nodes: { created: 2, deleted: 1, unchanged: 0 },
    });
    expect(await store.graph()).toEqual(buildGraph(last).graph);
    expect(await bringUp(last, store, { graph: never })).toBe("current");
    // Of another state nothing is known, nor of a store with another name.
    expect(last.deltaFor(store.name, first as string)).toBeUndefined();
    expect(last.deltaFor("bolt://elsewhere", last.revision())).toBeUndefined();
  });

  it("is compared as a whole when nobody knows what it holds", async () => {
    const store = await open();
    commit("a1");
    await start(store);
    await store.sync(fixtureGraph, undefined, "of a copy");
    await start(store);
    expect(await reportsIn(store)).toEqual(["report:a1"]);
  });

  it("is written to while another process has asked it and keeps it open", async () => {
    const [writer, reader] = [await open(), await open()];
    await writer.sync(fixtureGraph);
    const count = async (): Promise<unknown> =>
      (await reader.query("MATCH (n) RETURN count(n) AS n")).rows[0]?.[0];
    expect(await count()).toBe(fixtureGraph.nodes.length);
    await writer.sync({ nodes: [], edges: [] }, undefined, "empty");
    expect(await count()).toBe(0);
    expect(await reader.revision()).toBe("empty");
  });
});

describe("a database that others can write, too", () => {
  const shared = (): Store => ({
    ...openMemory(),
    capabilities: { cypher: true, persistent: true, shared: true },
  });
  const none = () => ({ nodes: [], edges: [] });

  it("is not changed by a start when another workspace was there last, nor by an empty workspace", async () => {
    const store = shared();
    expect(await bringUp(openWorkspace(folder), store, { graph: none })).toBe("foreign");
    await store.sync(fixtureGraph, undefined, "of another");
    expect(await bringUp(commit("a1"), store, { graph: none })).toBe("foreign");
    expect((await store.graph()).nodes.length).toBe(fixtureGraph.nodes.length);
  });

  it("is brought up when this workspace was there last", async () => {
    const store = shared();
    expect(await bringUp(commit("a1"), store, { graph: () => fixtureGraph })).toMatchObject({ nodes: {} });
    expect(await bringUp(openWorkspace(folder), store, { graph: none })).toBe("current");
    // Only what changed comes: the rest is not compared.
    expect(await bringUp(commit("a2"), store, { graph: none })).toMatchObject({
      nodes: { created: 1, updated: 0, deleted: 0, unchanged: 1 },
    });
    expect((await store.graph()).nodes.length).toBe(fixtureGraph.nodes.length + 1);
  });
});

describe("the graph that a server holds", () => {
  const none = async (): Promise<undefined> => undefined;

  it("changes when the store is complete, not when the list of reports does", async () => {
    const store = openMemory();
    let list = 1;
    const workspace = { revision: async () => String(list), indexed: none } as unknown as WorkspaceApi;
    const holder = new GraphHolder(store, workspace, () => 0);
    const size = async (): Promise<number> => {
      holder.stale();
      return (await holder.current()).network.order;
    };
    await store.sync({ nodes: [], edges: [] }, undefined, "1");
    expect(await size()).toBe(0);
    list = 2; // `build` has committed; its sync comes now.
    expect(await size()).toBe(0);
    await store.sync(fixtureGraph); // Not complete: no revision is told.
    expect(await size()).toBe(0);
    await store.sync(fixtureGraph, undefined, "2");
    expect(await size()).toBe(fixtureGraph.nodes.length);
  });

  it("is looked at again after the clock was set back", async () => {
    const store = openMemory();
    await store.sync({ nodes: [], edges: [] }, undefined, "1");
    let now = 10_000_000;
    const workspace = { revision: async () => "", indexed: none } as unknown as WorkspaceApi;
    const holder = new GraphHolder(store, workspace, () => now);
    expect((await holder.current()).network.order).toBe(0);
    await store.sync(fixtureGraph, undefined, "2");
    now -= 3_600_000;
    expect((await holder.current()).network.order).toBe(fixtureGraph.nodes.length);
  });

  it("stays while the store is in use by a writer", async () => {
    const memory = openMemory();
    await memory.sync(fixtureGraph, undefined, "1");
    let busy = false;
    const store: Store = {
      ...memory,
      revision: async () => (busy ? "2" : "1"),
      graph: async () => {
        if (busy) throw new StoreError("STORE_LOCKED", "in use");
        return memory.graph();
      },
    };
    const holder = new GraphHolder(
      store,
      { revision: async () => "", indexed: none } as unknown as WorkspaceApi,
      () => 0,
    );
    const before = await holder.current();
    busy = true;
    holder.stale();
    expect(await holder.current()).toBe(before);
  });
});
