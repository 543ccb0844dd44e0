import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GrafeoDB } from "../../../src/store/embedded/grafeo.ts";
import { openEmbedded } from "../../../src/store/embedded/index.ts";
import { openStore } from "../../../src/store/open.ts";
import { bigGraph } from "../../fixtures/big-graph.ts";
import { attacks } from "../../fixtures/cypher.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

let root: string;
let path: string;
let file: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "reportgraph-embedded-"));
  path = join(root, "store");
  file = join(path, "graph.grafeo");
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

const HOLDER = fileURLToPath(new URL("../../fixtures/hold-store.ts", import.meta.url));

async function hold(where: string, mode: "lock" | "write"): Promise<ChildProcess> {
  const child = fork(HOLDER, [where, mode], { execArgv: ["--import", import.meta.resolve("tsx")] });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`holder ended with ${code}`)));
  });
  return child;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once("exit", () => resolve()));

async function filled(): Promise<void> {
  const store = await openEmbedded(path);
  await store.sync(fixtureGraph);
  await store.close();
}

describe("an embedded store that cannot be opened says why", () => {
  it("when another process writes to it", async () => {
    await filled();
    const holder = await hold(file, "lock");
    // Patience is measured by this clock: nobody has to wait for seconds.
    const now = performance.now.bind(performance);
    vi.spyOn(performance, "now").mockImplementation(() => 30 * now());
    await expect(openEmbedded(path)).rejects.toMatchObject({ code: "STORE_LOCKED", where: file });
    holder.kill("SIGKILL");
    await ended(holder);
    const store = await openEmbedded(path);
    expect(await store.graph()).toEqual(fixtureGraph);
    await store.close();
  });

  it("is read by several, and written to although they keep it open", async () => {
    await filled();
    const reader = await openEmbedded(path);
    await reader.query("RETURN 1 AS x");
    const other = await openEmbedded(path);
    expect((await other.query("MATCH (n:Report) RETURN count(n) AS c")).rows).toEqual([[2]]);
    await other.close();
    const writer = await openEmbedded(path);
    expect((await writer.sync(fixtureGraph)).nodes.unchanged).toBe(fixtureGraph.nodes.length);
    expect((await reader.query("RETURN 1 AS x")).rows).toEqual([[1]]);
    await reader.close();
    await writer.close();
    const left = readdirSync(tmpdir()).filter(
      (name) => name.endsWith(".spill") && name.includes(`-${process.pid}-`),
    );
    expect(left).toEqual([]);
  });

  it("when the file is something else, and leaves it alone", async () => {
    mkdirSync(path);
    writeFileSync(file, "notes of my own");
    await expect(openEmbedded(path)).rejects.toMatchObject({ name: "StoreError", code: "STORE_FOREIGN" });
    expect(readFileSync(file, "utf8")).toBe("notes of my own");
    await expect(openEmbedded(file)).rejects.toMatchObject({ code: "STORE_FOREIGN" });
  });

  it("when the folder holds other things, unless told that it may", async () => {
    mkdirSync(path);
    writeFileSync(join(path, "thesis.docx"), "x");
    await expect(openEmbedded(path)).rejects.toMatchObject({ code: "STORE_FOREIGN", where: path });
    await expect(openEmbedded(join(path, "thesis.docx"))).rejects.toMatchObject({ code: "STORE_FOREIGN" });
    const store = await openEmbedded(path, { anyFolder: true });
    await store.sync(fixtureGraph);
    await store.close();
    await (await openEmbedded(path)).close();
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      "changed in the middle",
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes);
        for (let i = 33_000; i < Math.min(changed.length, 60_000); i += 1)
          changed[i] = (changed[i] ?? 0) ^ 0x5a;
        return changed;
      },
    ],
  ])("when the file is %s, and that it can be made again", async (_what, damage) => {
    await filled();
    writeFileSync(file, damage(readFileSync(file)));
    await expect(openEmbedded(path)).rejects.toMatchObject({
      name: "StoreError",
      code: "STORE_CORRUPT",
      message: expect.stringMatching(/made again/),
      where: file,
    });
  });

  it("after it was closed", async () => {
    const store = await openEmbedded(path);
    await store.close();
    await expect(store.query("RETURN 1 AS x")).rejects.toMatchObject({ code: "STORE_CLOSED" });
    await expect(store.sync(fixtureGraph)).rejects.toMatchObject({ code: "STORE_CLOSED" });
    await expect(store.close()).resolves.toBeUndefined();
  });
});

describe("an embedded store", () => {
  it("is whole after its process was killed while it wrote, ten times", async () => {
    const wanted = bigGraph(500);
    const count = async (cypher: string): Promise<unknown> => {
      const db = GrafeoDB.openReadOnly(file);
      try {
        return (await db.executeCypher(cypher)).rows();
      } finally {
        db.close();
      }
    };
    for (let round = 0; round < 10; round += 1) {
      const writer = await hold(path, "write");
      await new Promise((resolve) => setTimeout(resolve, 30 + round * 45));
      writer.kill("SIGKILL");
      await ended(writer);
      const store = await openEmbedded(path);
      await store.sync(wanted);
      expect(await store.graph()).toEqual(wanted);
      expect(await count("MATCH (n) RETURN count(n) AS c")).toEqual([[500]]);
      expect(await count("MATCH ()-[r]->() RETURN count(r) AS c")).toEqual([[1_000]]);
      await store.close();
    }
  }, 120_000);

  it("does not change through a read-only file even without the guard", async () => {
    await filled();
    const bytes = readFileSync(file);
    const db = GrafeoDB.openReadOnly(file);
    let refused = 0;
    for (const { q } of attacks.filter((attack) => attack.group !== "repeated")) {
      await db.executeCypher(q, { props: {}, label: "X", key: "k", type: "T", url: "/nowhere" }).catch(() => {
        refused += 1;
      });
    }
    db.close();
    expect(refused).toBeGreaterThan(80);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("starts anew in a file that was left empty", async () => {
    await filled();
    writeFileSync(file, "");
    const store = await openEmbedded(path);
    expect(await store.graph()).toEqual({ nodes: [], edges: [] });
    await store.sync(fixtureGraph);
    expect(await store.graph()).toEqual(fixtureGraph);
    await store.close();
  });

  it("stops a query that eats memory, and goes on", async () => {
    const store = await openEmbedded(path, { maxQueryMemory: 4e8 });
    await store.sync(bigGraph(3_000));
    const eats = "MATCH (a:Entity), (b:Entity) RETURN collect(a.name + b.name) AS x";
    const asked = [store.query(eats), store.query("MATCH (n {id: 'n1'}) RETURN n.rank AS r")];
    await expect(asked[0]).rejects.toMatchObject({ code: "QUERY_MEMORY" });
    expect((await asked[1])?.rows).toEqual([[1]]);
    expect((await store.query("MATCH (n {id: 'n2'}) RETURN n.rank AS r")).rows).toEqual([[2]]);
    await store.close();
  });

  it("counts as Neo4j does: the sum of nothing is 0", async () => {
    await filled();
    const store = await openEmbedded(path);
    const { rows } = await store.query("MATCH (n:Nobody) RETURN sum(n.rank) AS s, stdev(n.rank) AS d");
    expect(rows).toEqual([[0, 0]]);
    await store.close();
  });

  it("takes only so many rows of a product of all nodes", async () => {
    const store = await openEmbedded(path);
    await store.sync(bigGraph(3_000));
    const result = await store.query("MATCH (a:Entity), (b:Entity) RETURN a.id AS a, b.id AS b", {
      maxRows: 100,
    });
    expect([result.rows.length, result.truncated]).toEqual([100, true]);
    await store.close();
  });

  it("stops a slow statement that writes, and is whole", async () => {
    const graph = bigGraph(1_500);
    const store = await openEmbedded(path);
    await store.sync(graph);
    const slow = "MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.rank + b.rank + c.rank = -1 SET a.x = 1";
    await expect(store.query(slow, { write: true, timeoutMs: 500 })).rejects.toMatchObject({
      code: "QUERY_TIMEOUT",
    });
    expect(await store.graph()).toEqual(graph);
    await store.query("CREATE (:Note {text: 'x'})", { write: true });
    expect((await store.query("MATCH (n:Note) RETURN n")).rows).toEqual([
      [{ kind: "node", id: expect.stringMatching(/^#\d+$/), labels: ["Note"], properties: { text: "x" } }],
    ]);
    await store.close();
  });
});

describe("openStore", () => {
  it("opens what its argument says", async () => {
    const memory = await openStore("memory:");
    expect([memory.name, memory.capabilities.cypher]).toEqual(["memory:", false]);
    const embedded = await openStore(path);
    expect([embedded.name, embedded.capabilities.persistent]).toEqual([path, true]);
    await Promise.all([memory.close(), embedded.close()]);
  });

  it.each(["http://localhost:7474", "postgres://x", ""])("refuses %s", async (spec) => {
    await expect(openStore(spec)).rejects.toMatchObject({ name: "UsageError", code: "STORE_UNKNOWN" });
  });
});
