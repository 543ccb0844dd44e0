/** Queries that stop a database, a parser or a server: each is told so, once, and what others ask is answered. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Store } from "../../../src/store/contract.ts";
import { openEmbedded } from "../../../src/store/embedded/index.ts";
import { fixtureGraph } from "../../fixtures/graph.ts";

let root: string;
let store: Store;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "reportgraph-hostile-"));
  store = await openEmbedded(join(root, "store"));
  await store.sync(fixtureGraph);
});
afterAll(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

afterEach(() => void vi.unstubAllEnvs());

const code = (code: string) => expect.objectContaining({ name: "QueryError", code });
const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

describe("a hostile query", () => {
  it("that takes long to understand leaves the main thread free, and is refused", async () => {
    // The error at its end makes the parser look ahead in its slow way.
    const slow = `MATCH (a) RETURN ${Array(150).fill("(a)").join("--")} ORDER`;
    let turns = 0;
    const timer = setInterval(() => turns++, 20);
    await expect(store.query(slow)).rejects.toThrow(code("QUERY_REFUSED"));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
    expect((await store.query("RETURN 1 AS x")).rows).toEqual([[1]]);
  });

  it("of the same shape without an error is understood", async () => {
    const chain = `MATCH (a) WHERE a.id = 'none' RETURN ${Array(60).fill("(a)").join("--")} AS x`;
    await expect(store.query(chain)).resolves.toMatchObject({ rows: [] });
  });

  it("that crashes the database is told so once, and takes no other query with it", async () => {
    vi.stubEnv("REPORTGRAPH_LIMIT_QUERY_PARSE_MS", "60000");
    const crash = `RETURN 1${"=1".repeat(4_900)} AS x`;
    const others = Promise.all(
      Array.from({ length: 5 }, () => store.query("MATCH (n) RETURN count(n) AS n")),
    );
    const started = store.query(crash, { timeoutMs: 60_000 });
    await expect(started).rejects.toThrow(code("QUERY_CRASHED"));
    for (const { rows } of await others) expect(rows).toEqual([[fixtureGraph.nodes.length]]);
  });

  it("gets no answer that is larger than allowed, and hears of it", async () => {
    const bomb = "WITH reduce(s='中', i IN range(1,13)|s+s) AS s UNWIND range(1,1000) AS i RETURN s";
    const { rows, truncated, cut } = await store.query(bomb, { maxBytes: 1_000_000 });
    expect({ truncated, cut }).toEqual({ truncated: true, cut: "bytes" });
    expect(rows.length).toBe(Math.floor(1_000_000 / (2 ** 13 * 3 + 2)));
    await expect(store.query(bomb, { maxBytes: 1_000 })).rejects.toThrow(code("QUERY_TOO_BIG"));
  });

  it("gets no answer that nests deeper than allowed", async () => {
    const deep = `RETURN reduce(l=[], i IN range(1,500) | [l]) AS l`;
    await expect(store.query(deep)).rejects.toMatchObject({
      code: expect.stringMatching(/^QUERY_(TOO_BIG|FAILED|CRASHED)$/),
    });
    expect((await store.query("RETURN [[[1]]] AS l")).rows).toEqual([[[[[1]]]]]);
  });

  it.each([
    ["deep", { p: nested(5_000) }],
    ["large", { p: "x".repeat(2_000_000) }],
  ])("with %s parameters is refused", async (_, params) => {
    await expect(store.query("RETURN $p AS p", { params })).rejects.toThrow(code("QUERY_PARAMS"));
  });

  it("with parameters as users give them is answered", async () => {
    const p = { names: ["青禾", "云泽"], range: { from: 1, to: [2, { x: 3 }] } };
    expect((await store.query("RETURN $p AS p", { params: { p } })).rows).toEqual([[p]]);
  });
});
