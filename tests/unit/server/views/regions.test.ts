import { describe, expect, it } from "vitest";
import type { Graph, GraphEdge, GraphNode } from "../../../../src/model/graph.ts";
import { matching } from "../../../../src/server/answers/lists.ts";
import { GraphIndex } from "../../../../src/server/graph-index.ts";
import { chainOf, provinces } from "../../../../src/server/views/divisions.ts";
import { mapBody } from "../../../../src/server/views/map.ts";
import { Regions, regionsOf } from "../../../../src/server/views/regions.ts";
import { yearRange } from "../../../../src/server/views/years.ts";

const place = (id: string, name: string, code?: string): GraphNode => ({
  id,
  labels: ["Place", "Entity"],
  properties: { name, aliases: [], reports: [], ...(code === undefined ? {} : { code }) },
});
const project = (id: string, reports: string[] = []): GraphNode => ({
  id,
  labels: ["Project", "Entity"],
  properties: { name: id, aliases: [], reports },
});
const report = (name: string, date?: string): GraphNode => ({
  id: `report:${name}`,
  labels: ["Report"],
  properties: { name, title: name, ...(date === undefined ? {} : { date }) },
});
const located = (start: string, end: string, status = "stated"): GraphEdge => ({
  id: `${start}>${end}`,
  type: "LOCATED_IN",
  start,
  end,
  properties: { status, reports: [], evidence: [] },
});

const graph: Graph = {
  nodes: [
    place("liaoning", "辽宁省", "210000"),
    place("anshan", "鞍山市", "210300"),
    place("tiedong", "铁东区", "210302"),
    place("pudong", "浦东新区", "310115"),
    place("shanghai", "上海市", "310000"),
    place("xiantao", "仙桃市", "429004"),
    place("taibei", "台湾省", "710000"),
    place("zone", "某高新区", "130171"),
    place("road", "迎宾大道"),
    place("abroad", "某国", "FR"),
    ...["a", "b", "c", "d", "e", "f", "g", "h", "z"].map((id) => project(id, id === "a" ? ["r1"] : ["r2"])),
    report("r1", "2022-05-01"),
    report("r2", "2024-05-01"),
  ],
  edges: [
    located("a", "tiedong"),
    located("b", "anshan"),
    located("c", "liaoning"),
    located("d", "pudong"),
    located("d", "shanghai"),
    // In two provinces.
    located("e", "pudong"),
    located("e", "tiedong"),
    // A road is where it is said to be.
    located("road", "xiantao"),
    located("f", "road"),
    located("g", "abroad"),
    located("z", "zone"),
    located("h", "anshan", "negated"),
  ],
};
const index = new GraphIndex(graph, "1");

describe("divisions", () => {
  it("34 provinces, 台湾, 香港 and 澳门 among them", () => {
    const names = provinces().map(({ name }) => name);
    expect(names).toHaveLength(34);
    expect(names).toEqual(
      expect.arrayContaining(["台湾省", "香港特别行政区", "澳门特别行政区", "西藏自治区"]),
    );
  });

  it.each([
    ["210302", ["210000", "210300", "210302"]],
    ["210302001", ["210000", "210300", "210302"]],
    ["310115", ["310000", "310115"]],
    ["429004", ["420000", "429004"]],
    // Changed since the gazetteer's year.
    ["540422", ["540000", "540400", "540481"]],
    ["500105", ["500000", "500157"]],
    ["500112", ["500000", "500157"]],
    ["460321", ["460000", "460300", "460302"]],
    // A zone counts to its prefecture.
    ["130171", ["130000", "130100"]],
    ["FR", []],
    ["R-northeast", []],
    ["", []],
  ])("%s lies in %j", (code, codes) => {
    expect(chainOf(code).map((unit) => unit.code)).toEqual(codes);
  });
});

describe("years", () => {
  it.each([
    ["2021..2024", { from: 2021, to: 2024 }],
    ["2023", { from: 2023, to: 2023 }],
    ["..2022", { from: Number.NEGATIVE_INFINITY, to: 2022 }],
    ["2024..", { from: 2024, to: Number.POSITIVE_INFINITY }],
    ["2024..2021", undefined],
    ["x", undefined],
    ["", undefined],
  ])("%s", (text, range) => expect(yearRange(text)).toEqual(range));
});

describe("map", () => {
  it("every number is the length of the list of that unit", () => {
    const regions = regionsOf(index);
    for (const within of [undefined, "210000", "310000", "210300"]) {
      for (const row of mapBody(index, { measure: "projects", within }).regions) {
        const inside = index.ofType("Project").filter(({ id }) => regions.within(id, row.code));
        expect(row.total, row.name).toBe(inside.length);
      }
    }
  });

  it("the lists agree", () => {
    const list = (place: string, year?: string): number =>
      matching(index, "Project", {
        offset: 0,
        limit: 50,
        facetValues: 0,
        filters: { place: place.split("~"), ...(year === undefined ? {} : { year: [year] }) },
      }).length;
    for (const year of [undefined, "2022..2023", "2024"]) {
      for (const within of [undefined, "210000", "310000", "210300", "130000", "130100"]) {
        const map = mapBody(index, { measure: "projects", within, year });
        for (const row of map.regions) expect(list(row.code, year), row.name).toBe(row.total);
        expect(list(within === undefined ? "none~other" : `${within}-`, year)).toBe(map.offMap);
      }
    }
  });

  it("on the map and off it make all", () => {
    const body = mapBody(index, { measure: "projects" });
    expect(body).toMatchObject({ total: 9, onMap: 7, offMap: 2, several: 1 });
    const regions = new Regions(index);
    expect(index.ofType("Project").filter(({ id }) => regions.within(id, "none"))).toHaveLength(2);
    expect(body.regions).toHaveLength(34);
    expect(body.regions[0]).toMatchObject({ code: "210000", total: 4, own: 1, place: "liaoning" });
    expect(body.regions.find(({ code }) => code === "310000")).toMatchObject({ total: 2, own: 1 });
  });

  it("goes down to prefectures and counties", () => {
    const province = mapBody(index, { measure: "projects", within: "210000" });
    expect(province).toMatchObject({ total: 4, own: 1, within: { name: "辽宁省" } });
    expect(province.regions).toMatchObject([{ code: "210300", total: 3, own: 1 }]);
    const prefecture = mapBody(index, { measure: "projects", within: "210300" });
    expect(prefecture).toMatchObject({ total: 3, own: 1 });
    expect(prefecture.regions).toMatchObject([{ code: "210302", total: 2, own: 2 }]);
    // Districts stand right under a municipality.
    expect(mapBody(index, { measure: "projects", within: "310000" }).regions).toMatchObject([
      { code: "310115", total: 2 },
    ]);
  });

  it("counts the years of the reports", () => {
    expect(mapBody(index, { measure: "projects", year: "2022" })).toMatchObject({ total: 1, onMap: 1 });
    expect(mapBody(index, { measure: "projects", year: "2023..2024" }).total).toBe(8);
  });
});
