import { OpenAPIHono } from "@hono/zod-openapi";
import { describe, expect, it, vi } from "vitest";
import type { EntityBody, Fact, Page, Problem, SearchHit, View } from "../../../src/server/api-types.ts";
import { serveDescription } from "../../../src/server/description.ts";
import type { ReportTextBody } from "../../../src/server/report-types.ts";
import type {
  FigureBody,
  MechanismBody,
  MilestoneBody,
  ProjectBody,
} from "../../../src/server/sheet-types.ts";
import { body, harness } from "./harness.ts";

const app = await harness();
const ask = async <T>(path: string): Promise<T> => body<T>(await app.get(`/api${path}`));
const idOf = async (name: string): Promise<string> => {
  const { items } = await ask<Page<SearchHit>>(`/search?q=${encodeURIComponent(name)}`);
  return items[0]?.id ?? "";
};

describe("reading the graph", () => {
  it.each([
    ["储能", "澄湖储能电站"],
    ["yhzg", "云汉重工股份有限公司"],
    ["市商务局", "青林市商务局"],
    ["ＱＩＮＧＬＩＮＳＨＩ", "青林市"],
  ])("search %s finds %s", async (text, name) => {
    const { items } = await ask<Page<SearchHit>>(`/search?q=${encodeURIComponent(text)}&limit=50`);
    expect(items.map((hit) => hit.name)).toContain(name);
  });

  it("searches one type only, and nothing for nothing", async () => {
    const { items } = await ask<Page<SearchHit>>(`/search?q=${encodeURIComponent("云汉")}&types=Company`);
    expect(items.map(({ type }) => type)).toEqual(["Company"]);
    expect((await ask<Page<SearchHit>>("/search?q=%20")).total).toBe(0);
  });

  it("pages entities without gap or overlap", async () => {
    const all = await ask<Page<EntityBody>>("/entities?limit=500");
    const ids: string[] = [];
    for (let offset = 0; offset < all.total; offset += 7) {
      ids.push(
        ...(await ask<Page<EntityBody>>(`/entities?limit=7&offset=${offset}`)).items.map(({ id }) => id),
      );
    }
    expect(ids).toEqual(all.items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(all.total);
  });

  it("gives every fact its sentences", async () => {
    const { items } = await ask<Page<Fact>>(`/entities/${await idOf("澄湖储能电站")}/facts`);
    const stage = items.find(({ name }) => name === "stage");
    expect(stage?.evidence.map(({ report }) => report)).toEqual([
      "qinglin-2023-02-plan",
      "qinglin-2023-11-projects",
      "qinglin-2024-12-review",
    ]);
    const invests = items.find(({ name }) => name === "INVESTS");
    expect(invests).toMatchObject({
      direction: "in",
      status: "stated",
      other: { name: "澄湖能源集团有限公司" },
    });
    expect(invests?.evidence[0]?.text).toContain("拟投资38.6亿元");
  });

  it("lists neighbours of a type with the edges among them", async () => {
    const view = await ask<View>(`/entities/${await idOf("临江新区")}/neighbours?types=Project`);
    expect(view.nodes.length).toBe(4);
    const ids = new Set(view.nodes.map(({ id }) => id));
    expect(view.edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
  });

  it("finds a shortest path without going through a report", async () => {
    const view = await ask<View>(`/paths?from=${await idOf("秦越")}&to=${await idOf("临江新区")}`);
    expect(view.nodes.map(({ label }) => label)).toEqual([
      "秦越",
      "云汉重工股份有限公司",
      "云汉重工高端轴承生产基地",
      "临江新区",
    ]);
    expect(view.edges.length).toBe(3);
  });

  it("tells the life of a project in order", async () => {
    const life = await ask<MilestoneBody[]>(`/projects/${await idOf("青林至澄湖快速通道")}/timeline`);
    expect(life.map(({ stage }) => stage)).toEqual(["under-construction", "suspended", "resumed"]);
  });

  it("sorts projects, those without the value last in both directions", async () => {
    for (const order of ["asc", "desc"]) {
      const { items } = await ask<Page<ProjectBody>>(`/projects?sort=stage&order=${order}`);
      expect(items.at(-1)?.stage).toBeUndefined();
      expect(items[0]?.stage).toBeDefined();
    }
  });

  it("keeps formulas in CSV cells text", async () => {
    const text = await (await app.get("/api/projects/sheet?format=csv")).text();
    expect(text).toContain("''}) DETACH DELETE n //有限公司".slice(1));
    expect(text).not.toMatch(/(?:^|,)[=+@]/m);
  });

  it("sets targets beside outcomes", async () => {
    const { items } = await ask<Page<FigureBody>>(`/figures?indicator=${encodeURIComponent("新增就业")}`);
    expect(items.map(({ period, kind, value }) => [period, kind, value])).toEqual([
      ["2023", "actual", 33400],
      ["2023", "target", 32000],
      ["2024", "actual", 35120],
      ["2024", "target", 34000],
    ]);
  });

  it("shows a system as a tree, and systems by the page", async () => {
    const { items, total } = await ask<Page<MechanismBody>>("/mechanisms?limit=1");
    expect(total).toBe(1);
    expect(await ask("/mechanisms?offset=1")).toMatchObject({ items: [], total: 1, offset: 1 });
    const [system] = items;
    expect(system?.name).toBe("1+2+N项目管理体系");
    const butler = system?.parts.find(({ name }) => name === "项目管家服务组");
    expect(butler).toMatchObject({
      rhythm: ["按周调度"],
      leaders: [{ name: "青林市商务局" }],
      parts: [{ name: "审批代办专班" }],
    });
  });

  it("marks mentions in a report where they stand, across layout breaks", async () => {
    const report = await ask<ReportTextBody>("/reports/qinglin-2023-02-plan");
    for (const { text, marks } of report.lines) {
      for (const { at, length, name, type } of marks) {
        const printed = text.slice(at, at + length);
        // A body may be printed short, but never with a character that its name does not have: 市委 for 中共青林市委.
        if (type === "Agency") expect([...printed].filter((c) => !name.includes(c)).join("")).toBe("");
        else expect(printed).toBe(name);
        expect(printed).not.toContain("\n");
      }
    }
    expect(report.lines.flatMap(({ marks }) => marks).length).toBeGreaterThan(30);
  });

  it.each(["/entities/none", "/edges/none", "/reports/none", "/nothing", "/queries/none"])(
    "%s is a problem, not a page",
    async (path) => {
      const response = path.startsWith("/queries")
        ? await app.send(`/api${path}`, {
            method: "POST",
            body: "{}",
            headers: { "content-type": "application/json" },
          })
        : await app.get(`/api${path}`);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await body<Problem>(response)).toMatchObject({
        status: 404,
        code: expect.stringMatching(/^[A-Z_]+$/),
      });
    },
  );

  it("names the parameter that is wrong", async () => {
    const response = await app.get("/api/entities?limit=100000");
    expect(response.status).toBe(400);
    expect((await body<Problem>(response)).errors?.[0]?.path).toBe("limit");
  });

  it("answers If-None-Match, and gives another tag after a change", async () => {
    const first = await app.get("/api/projects");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    expect((await app.get("/api/projects", { "if-none-match": etag })).status).toBe(304);
    expect((await app.get("/api/projects?limit=1", { "if-none-match": etag })).status).toBe(200);
    expect((await app.send("/api/reports/hostile-names", { method: "DELETE" })).status).toBe(204);
    const after = await app.get("/api/projects", { "if-none-match": etag });
    expect(after.status).toBe(200);
    expect(after.headers.get("etag")).toMatch(/^W\/"/);
    expect(after.headers.get("etag")).not.toBe(etag);
  });

  it("makes its description once, however often it is asked for", async () => {
    const make = vi.fn(() => ({ openapi: "3.1.0" }));
    const api = new OpenAPIHono();
    serveDescription(api, make);
    for (let i = 0; i < 3; i++)
      expect(await (await api.request("/openapi.json")).json()).toEqual({ openapi: "3.1.0" });
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("describes every path that it has", async () => {
    const { openapi, paths } = await ask<{
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    }>("/openapi.json");
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        "/search",
        "/reports",
        "/entities/{id}",
        "/entities/{id}/neighbours",
        "/paths",
        "/query",
        "/export",
      ]),
    );
    const operations = Object.values(paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(operations).size).toBe(operations.length);
  });
});
