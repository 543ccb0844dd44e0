import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../src/server/answers/cells.ts";
import { facetsOf } from "../../../src/server/answers/facets.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const company = (id: string) => node(id, ["Company", "Entity"], { name: id });
const index = new GraphIndex(
  graphOf(
    [
      company("in-province"),
      company("in-city"),
      company("abroad"),
      company("nowhere"),
      node("province", ["Entity", "Place"], { name: "辽宁省", code: "210000" }),
      node("city", ["Entity", "Place"], { name: "鞍山市", code: "210300" }),
      node("far", ["Entity", "Place"], { name: "远方" }),
    ],
    [
      edge("1", "LOCATED_IN", "in-province", "province"),
      edge("2", "LOCATED_IN", "in-city", "city"),
      edge("3", "LOCATED_IN", "abroad", "far"),
    ],
  ),
  "1",
);

describe("a list narrowed by place", () => {
  const place = facetsOf(index, "Company").find(({ name }) => name === "place");
  if (!place) throw new Error("companies are not narrowed by place");

  it.each([
    ["210000", ["in-province", "in-city"], "辽宁省"],
    ["210000-", ["in-province"], "辽宁省（未写明下级）"],
    ["210300", ["in-city"], "鞍山市"],
    ["210300-", ["in-city"], "鞍山市（未写明下级）"],
    ["other", ["abroad"], "在国外或未归到区划"],
    ["none", ["nowhere"], "没有地点"],
    ["far", ["abroad"], "远方"],
  ])("%s", (value, wanted, label) => {
    const companies = ["in-province", "in-city", "abroad", "nowhere"].flatMap((id) => index.node(id) ?? []);
    expect(companies.filter((one) => place.matches(one, [value])).map(({ id }) => id)).toEqual(wanted);
    expect(place.valueLabel(value).zh).toBe(label);
  });

  it("offers the parts of what is chosen, and the way up", () => {
    const valuesOf = (id: string, ...chosen: string[]): readonly string[] => {
      const found = index.node(id);
      return found === undefined ? [] : place.values(found, chosen);
    };
    expect(valuesOf("in-city")).toEqual(["210000"]);
    expect(valuesOf("in-city", "210000")).toEqual(["210300", "210000"]);
    expect(valuesOf("abroad")).toEqual(["other"]);
    expect(valuesOf("nowhere")).toEqual(["none"]);
  });
});

it("what is denied is no place: the column has as many as the facet, and shows the denial", () => {
  const denied = edge("1", "LOCATED_IN", "here", "city", { status: "negated" });
  const graph = new GraphIndex(
    graphOf(
      [
        node("here", ["Project", "Entity"], { name: "here" }),
        node("city", ["Entity", "Place"], { name: "鞍山市", code: "210300" }),
      ],
      [denied],
    ),
    "1",
  );
  const project = graph.node("here");
  if (!project) throw new Error("there is no project");
  const column = columnsOf(graph, "Project").find(({ name }) => name === "LOCATED_IN");
  const place = facetsOf(graph, "Project").find(({ name }) => name === "place");
  expect(column?.key(project)).toBeUndefined();
  expect(place?.values(project, [])).toEqual(["none"]);
  expect(column?.cell(project).refs?.map(({ status }) => status)).toEqual(["negated"]);
});
