/** Large answers over HTTP: the same text as small ones, sent as it is taken, and given up when too much waits. */
import { describe, expect, it } from "vitest";
import { createServer } from "../../../src/server/app.ts";
import { HeldAnswers, writtenBody } from "../../../src/server/written-body.ts";
import type { WrittenRows } from "../../../src/store/contract.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { layDown } from "../../../src/store/written.ts";
import { qinglin } from "../../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../../fixtures/explorer/workspace.ts";
import { HOST } from "./harness.ts";

interface Fake extends WrittenRows {
  isClosed: boolean;
}
function fake(pieces: number, piece = "[1],"): Fake {
  let left = pieces;
  return {
    bytes: pieces * piece.length,
    isClosed: false,
    next: async () => (left-- > 0 ? Buffer.from(piece) : undefined),
    close() {
      this.isClosed = true;
    },
  };
}

describe("an answer whose rows are written", () => {
  it("has the text of one whose rows are not", async () => {
    const world = qinglin();
    const node = world.graph().nodes[0];
    const long = Array.from({ length: 500 }, (_, i) => [`${i} ${"中".repeat(400)}`, node?.id ?? null]);
    const texts: string[] = [];
    for (const most of [Number.POSITIVE_INFINITY, undefined]) {
      const store = openMemory();
      await store.sync(world.graph());
      const app = createServer({
        store: {
          ...store,
          revision: () => store.revision(),
          graph: () => store.graph(),
          query: (_cypher, { rowBytes } = {}) =>
            layDown({ columns: ["text", "id"], rows: long, truncated: true, cut: "bytes" }, most ?? rowBytes),
        },
        workspace: fixtureWorkspace(world),
        logger: { info: () => undefined, error: () => undefined },
      });
      const response = await app.request(`http://${HOST}/api/query`, {
        method: "POST",
        headers: { host: HOST, "content-type": "application/json" },
        body: JSON.stringify({ cypher: "RETURN 1" }),
      });
      expect(response.headers.get("content-type")).toContain("application/json");
      texts.push((await response.text()).replace(/"milliseconds":\d+/, ""));
    }
    expect(texts[1]).toBe(texts[0]);
    expect(JSON.parse(texts[0]?.replace(/,\}$/, "}") ?? "")).toMatchObject({
      truncated: true,
      cut: "bytes",
      view: { nodes: [{ id: node?.id }] },
    });
  });

  it("is closed when all is taken, and when its client leaves", async () => {
    const held = new HeldAnswers(1_000);
    const [whole, left] = [fake(3), fake(3)];
    const text = await new Response(writtenBody({ columns: [], x: 1 }, whole, held)).text();
    expect(text).toBe('{"columns":[],"rows":[[1],[1],[1],],"x":1}');
    expect(whole.isClosed).toBe(true);
    const reader = writtenBody({ columns: [] }, left, held).getReader();
    await reader.read();
    await reader.cancel();
    expect(left.isClosed).toBe(true);
  });

  it("of which most waits is given up when all together are too many", async () => {
    const held = new HeldAnswers(100);
    const [small, large, next] = [fake(10), fake(15), fake(10)];
    const bodies = [small, large].map((rows) => writtenBody({ columns: [] }, rows, held).getReader());
    expect([small.isClosed, large.isClosed]).toEqual([false, false]);
    writtenBody({ columns: [] }, next, held);
    expect([small.isClosed, large.isClosed, next.isClosed]).toEqual([false, true, false]);
    await expect(
      (async () => {
        for (;;) if ((await bodies[1]?.read())?.done) return;
      })(),
    ).rejects.toThrow();
    expect((await bodies[0]?.read())?.done).toBe(false);
  });

  it("counts only what its client has not taken", async () => {
    const held = new HeldAnswers(100);
    const first = fake(25);
    const reader = writtenBody({ columns: [] }, first, held).getReader();
    for (let i = 0; i < 20; i++) await reader.read();
    writtenBody({ columns: [] }, fake(15), held);
    expect(first.isClosed).toBe(false);
  });
});
