import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../../../../src/server/api-types.ts";
import type { GraphBody, MapBody, PromiseBody, WatchNews } from "../../../../src/server/views/api.ts";
import { body, type Harness, harness } from "../harness.ts";

let app: Harness;
beforeAll(async () => {
  app = await harness();
});

async function idOf(name: string): Promise<string> {
  const { items } = await body<Page<{ id: string }>>(
    await app.get(`/api/search?q=${encodeURIComponent(name)}`),
  );
  return items[0]?.id ?? "";
}
const json = { "content-type": "application/json" };

describe("GET /api/map", () => {
  it("counts, and refuses what it does not know", async () => {
    const map = await body<MapBody>(await app.get("/api/map?measure=projects"));
    expect(map.regions).toHaveLength(34);
    expect(map.onMap + map.offMap).toBe(map.total);
    expect((await app.get("/api/map?measure=wishes")).status).toBe(400);
    expect((await app.get("/api/map?within=21")).status).toBe(400);
    expect((await app.get("/api/map?year=2024..2021")).status).toBe(400);
  });
});

describe("GET /api/graph", () => {
  it("answers a question, grows it, and lists the same nodes", async () => {
    const invests = await body<GraphBody>(await app.get("/api/graph?edges=INVESTS"));
    expect(invests).toMatchObject({ mode: "nodes", unknown: [] });
    expect(invests.nodes).toHaveLength(invests.total);
    const list = await body<Page<{ id: string }>>(await app.get("/api/graph/nodes?edges=INVESTS&limit=5"));
    expect(list.total).toBe(invests.total);
    const city = await idOf("青林市");
    const growth = await body<{ edge: string; type: string; count: number }[]>(
      await app.get(`/api/entities/${encodeURIComponent(city)}/growth`),
    );
    const located = growth.find(({ edge }) => edge === "LOCATED_IN");
    expect(located).toMatchObject({ type: "Place", count: 3 });
    const root = encodeURIComponent(city);
    const grown = await body<GraphBody>(
      await app.get(`/api/graph?root=${root}&depth=0&grow=LOCATED_IN.Place.${root}`),
    );
    expect(grown.total).toBe(4);
    const ways = growth.map(({ edge, type }) => `${edge}.${type}.${root}`);
    const nodesOf = async (grow: string): Promise<string[]> => {
      const address = `/api/graph/nodes?root=${root}&depth=0&limit=500&grow=${grow}`;
      return (await body<Page<{ id: string }>>(await app.get(address))).items.map(({ id }) => id);
    };
    expect(ways.length).toBeGreaterThan(1);
    const each = new Set((await Promise.all(ways.map(nodesOf))).flat());
    expect(new Set(await nodesOf([...ways, ...ways].join("~")))).toEqual(each);
    expect(await nodesOf(`LOCATED_IN..${root}`)).toEqual(await nodesOf(`LOCATED_IN.Place.${root}`));
    const unknown = await body<GraphBody>(await app.get("/api/graph?root=nobody"));
    expect(unknown).toMatchObject({ total: 0, unknown: ["nobody"] });
  });
});

describe("a question that would go through the graph hundreds of times", () => {
  it("is refused by the number of bubbles within one another, and what is asked for twice is asked for once", async () => {
    const opened = Array.from({ length: 13 }, (_, i) => `type:T${i}`).join("~");
    expect((await app.get(`/api/graph?in=${opened}`)).status).toBe(400);
    expect((await app.get(`/api/graph?in=${"type:Project~".repeat(300)}`)).status).toBe(200);
    const places = await body<{ places: unknown[] }>(
      await app.get(`/api/compare?places=${`${encodeURIComponent(await idOf("青林市"))}~`.repeat(50)}`),
    );
    expect(places.places).toHaveLength(1);
  });
});

describe("GET /api/promises", () => {
  it("counts every promise once, and each count is the length of its list", async () => {
    const counts = await body<{ states: Record<string, number>; kinds: Record<string, number> }>(
      await app.get("/api/promises/counts"),
    );
    const all = await body<Page<PromiseBody>>(await app.get("/api/promises"));
    const sum = (record: Record<string, number>): number => Object.values(record).reduce((a, b) => a + b, 0);
    expect(sum(counts.states)).toBe(all.total);
    expect(sum(counts.kinds)).toBe(all.total);
    for (const [state, count] of Object.entries(counts.states)) {
      const page = await body<Page<PromiseBody>>(await app.get(`/api/promises?state=${state}`));
      expect(page.total, state).toBe(count);
    }
    const gdp = all.items.find(({ what, due }) => what.startsWith("地区生产总值") && due === "2023");
    // 1370亿元 were promised, 1362亿元 came.
    expect(gdp).toMatchObject({ state: "missed", rule: "same-period" });
    expect(gdp?.promised.evidence[0]?.text).toContain("力争达到1370亿元");
    expect(gdp?.outcome?.evidence[0]?.text).toContain("完成1362亿元");
  });
});

describe("/api/watch", () => {
  it("puts on the list once, takes off, and is never answered from a cache", async () => {
    const item = await idOf("云汉重工");
    const put = (what: object): Promise<Response> =>
      app.send("/api/watch", { method: "PUT", headers: json, body: JSON.stringify(what) });
    await put({ item, kind: "entity" });
    const list = await body<WatchNews[]>(await put({ item, kind: "entity" }));
    expect(list).toMatchObject([{ item, kind: "entity", added: 0, gone: false }]);
    expect((await put({ item: "nobody", kind: "entity" })).status).toBe(404);
    const response = await app.get("/api/watch");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("etag")).toBeNull();
    const seen = await app.send("/api/watch/seen", { method: "POST", headers: json, body: "{}" });
    expect(await body<WatchNews[]>(seen)).toHaveLength(1);
    const query = new URLSearchParams({ item, kind: "entity" });
    expect(await body(await app.send(`/api/watch?${query}`, { method: "DELETE" }))).toEqual([]);
  });

  it("is full at its limits, and says so", async () => {
    const limited = await harness({ limits: { watches: 2, watchBytes: 180 } });
    const put = (item: string): Promise<Response> =>
      limited.send("/api/watch", {
        method: "PUT",
        headers: json,
        body: JSON.stringify({ item, kind: "search" }),
      });
    const code = async (response: Response): Promise<unknown> =>
      (await body<{ code?: string }>(response)).code;
    // What all of them are called finds too much to be kept.
    expect(await code(await put("项目"))).toBe("WATCH_FULL");
    for (const item of ["没有的一", "没有的二"]) expect((await put(item)).status).toBe(200);
    const third = await put("没有的三");
    expect(third.status).toBe(413);
    expect(await code(third)).toBe("WATCH_FULL");
    expect(await body<WatchNews[]>(await limited.get("/api/watch"))).toHaveLength(2);
  });

  it("refuses a foreign page", async () => {
    const headers = { ...json, origin: "http://evil.example" };
    const sent = await app.send("/api/watch", {
      method: "PUT",
      headers,
      body: JSON.stringify({ item: "x", kind: "search" }),
    });
    expect(sent.status).toBe(403);
  });
});
