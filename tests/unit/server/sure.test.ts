import { describe, expect, it } from "vitest";
import type { Page, SearchHit } from "../../../src/server/api-types.ts";
import type { StatusBody } from "../../../src/server/legend-types.ts";
import type { EntityPageBody, ListBody, ReportFactsBody } from "../../../src/server/page-types.ts";
import { hundredths, isSure } from "../../../src/server/sure.ts";
import type { GraphBody } from "../../../src/server/views/api.ts";
import { body, type Harness, harness } from "./harness.ts";

const ask = async <T>(app: Harness, path: string): Promise<T> => {
  const response = await app.get(`/api${path}`);
  expect(response.status, path).toBe(200);
  return body<T>(response);
};
const idOf = async (app: Harness, name: string): Promise<string> => {
  const { items } = await ask<Page<SearchHit>>(app, `/search?q=${encodeURIComponent(name)}`);
  return items.find((hit) => hit.name === name)?.id ?? "";
};
const edge = (confidence?: number) => ({
  id: "e",
  type: "INVESTS",
  start: "a",
  end: "b",
  properties: confidence === undefined ? {} : { confidence },
});

describe("the line between sure and less sure", () => {
  it("is drawn at whole hundredths, and what has no confidence is sure", () => {
    expect(hundredths(0.58)).toBe(58);
    expect(isSure(edge(0.58), 0.58)).toBe(true);
    expect(isSure(edge(0.579), 0.58)).toBe(false);
    expect(isSure(edge(), 1)).toBe(true);
  });
});

describe("a question with minConfidence", () => {
  it("goes without what is less sure, on every page alike, and lists say how many are missing", async () => {
    const app = await harness();
    const { sure } = await ask<StatusBody>(app, "/status");
    const hidden = sure.counts.slice(0, 95).reduce((sum, count) => sum + count, 0);
    expect(sure.least).toBe(0);
    expect(hidden).toBeGreaterThan(0);
    const id = encodeURIComponent(await idOf(app, "青林市"));
    const whole = await ask<EntityPageBody>(app, `/entities/${id}/page`);
    const surer = await ask<EntityPageBody>(app, `/entities/${id}/page?minConfidence=0.95`);
    const count = ({ sections }: EntityPageBody): number =>
      sections.reduce((sum, { total }) => sum + total, 0);
    const left = surer.sections.reduce((sum, section) => sum + section.hidden, 0);
    expect(count(surer) + left).toBe(count(whole));
    const place = async (least: string): Promise<ListBody> => {
      const { values } = (await ask<ListBody>(app, "/lists/projects?facets=1")).facets.find(
        ({ name }) => name === "place",
      ) ?? { values: [] };
      return ask<ListBody>(app, `/lists/projects?place=${values[0]?.value}&minConfidence=${least}`);
    };
    const [every, some] = [await place("0"), await place("1")];
    expect(every.hidden).toBe(0);
    expect(some.total).toBeLessThan(every.total);
    expect(some.total + some.hidden).toBe(every.total);
    const drawn = async (least: string): Promise<number> =>
      (await ask<GraphBody>(app, `/graph?edges=INVESTS~LOCATED_IN&minConfidence=${least}`)).totalEdges;
    expect(await drawn("1")).toBeLessThan(await drawn("0"));
    const report = "/reports/qinglin-2023-02-plan/facts";
    const told = await ask<ReportFactsBody>(app, `${report}?minConfidence=1`);
    const toldAll = await ask<ReportFactsBody>(app, report);
    expect(told.hidden).toBeGreaterThan(0);
    expect(told.facts.length).toBeLessThan(toldAll.facts.length);
    // A sentence from which only something less sure was read was read all the same.
    expect(told.silent).toEqual(toldAll.silent);
  });

  it("goes for downloads of the graph: all things, and the relations that are sure", async () => {
    const app = await harness();
    const { sure, nodes } = await ask<StatusBody>(app, "/status");
    const text = await (await app.get("/api/export?format=jsonl&minConfidence=0.95")).text();
    const items: { type: string; properties: { confidence?: number } }[] = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const known = items.flatMap(({ type, properties: { confidence } }) =>
      type === "relationship" && confidence !== undefined ? [confidence] : [],
    );
    expect(known.length).toBe(sure.counts.slice(95).reduce((sum, count) => sum + count, 0));
    expect(Math.min(...known)).toBeGreaterThanOrEqual(0.95);
    expect(items.filter(({ type }) => type === "node").length).toBe(nodes);
  });

  it("hides no figure: whether a number is what its indicator says is not estimated", async () => {
    const app = await harness();
    const whole = await ask<Page<unknown>>(app, "/figures?limit=500");
    expect(whole.total).toBeGreaterThan(0);
    expect(await ask(app, "/figures?limit=500&minConfidence=1")).toEqual(whole);
    const list = await ask<ListBody>(app, "/lists/figures?limit=500&minConfidence=1");
    expect([list.total, list.hidden]).toEqual([whole.total, 0]);
    const sheet = async (query: string): Promise<string> =>
      (await app.get(`/api/figures/sheet?format=csv${query}`)).text();
    expect(await sheet("&minConfidence=1")).toBe(await sheet(""));
  });

  it("may be any number from 0 to 1", async () => {
    const app = await harness();
    for (const wrong of ["2", "-1", "x"])
      expect((await app.get(`/api/summary?minConfidence=${wrong}`)).status).toBe(400);
  });
});

describe("the server's own measure", () => {
  it("holds where a question names none, and has another ETag", async () => {
    const [plain, strict] = [await harness(), await harness({ minConfidence: 1 })];
    const path = "/lists/projects?place=none";
    const every = await ask<ListBody>(plain, path);
    const some = await ask<ListBody>(strict, path);
    expect(some.total).toBeGreaterThan(every.total);
    expect((await ask<ListBody>(strict, `${path}&minConfidence=0`)).total).toBe(every.total);
    expect((await ask<StatusBody>(strict, "/status")).sure.least).toBe(1);
    const etag = async (app: Harness): Promise<string | null> =>
      (await app.get(`/api${path}`)).headers.get("etag");
    expect(await etag(strict)).not.toBe(await etag(plain));
  });

  it("is asked of every question about facts, as the API's description says", async () => {
    const app = await harness();
    const { paths } = await ask<{ paths: Record<string, { get?: { parameters?: { name: string }[] } }> }>(
      app,
      "/openapi.json",
    );
    const taking = Object.entries(paths)
      .filter(([, { get }]) => get?.parameters?.some(({ name }) => name === "minConfidence"))
      .map(([path]) => path);
    for (const path of [
      "/summary",
      "/lists/{path}",
      "/entities/{id}/page",
      "/entities/{id}/sections/{name}",
      "/entities/{id}/life",
      "/entities/{id}/rollup",
      "/search/all",
      "/reports/{id}/facts",
      "/map",
      "/graph",
      "/graph/nodes",
      "/series",
      "/series/{id}",
      "/compare",
      "/promises",
      "/promises/counts",
    ])
      expect(taking).toContain(path);
  });
});
