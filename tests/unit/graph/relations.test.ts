import { describe, expect, it } from "vitest";
import { Builder } from "../../../src/graph/builder.ts";
import { addRelation } from "../../../src/graph/relations.ts";
import type { RelationClaim, Status } from "../../../src/model/claim.ts";
import type { GraphEdge } from "../../../src/model/graph.ts";
import type { EntityLookup } from "../../../src/resolve/index.ts";
import { ref, relation } from "../resolve/claims.ts";

const FIRM = ref("Company", "青禾集团");
const PARK = ref("Project", "青禾光伏电站");
const BODY = ref("Agency", "云泽市发展和改革委员会");
const PLAN = ref("Mechanism", "两级调度");

/** Everything is what it is called, but for what nobody knows. */
const lookup: EntityLookup = {
  entityOf: (_, { type, name }) => (name === "无名" ? undefined : { id: `${type}:${name}`, name }),
};

function edgesOf(...claims: object[]): GraphEdge[] {
  const builder = new Builder();
  for (const claim of claims) addRelation(builder, claim as RelationClaim, lookup);
  return builder.finish().edges;
}
const folded = (...claims: object[]): GraphEdge["properties"] => edgesOf(...claims)[0]?.properties ?? {};

describe("claims of one edge", () => {
  it.each([
    [["former", "planned"], "planned"],
    [["planned", "former"], "planned"],
    [["negated", "former"], "former"],
    [["former", "stated"], "stated"],
    [["stated", "negated"], "stated"],
    [["former"], "former"],
  ] as const)("of the status %j are %s", (statuses, wanted) => {
    const claims = statuses.map((status: Status) => ({ ...relation("r", FIRM, "INVESTS", PARK), status }));
    expect(folded(...claims)["status"]).toBe(wanted);
  });

  it("are as sure as the surest, and worth as much as the most", () => {
    const [some, more] = [
      { ...relation("a", FIRM, "INVESTS", PARK, { amount: 3 }), confidence: 0.7 },
      { ...relation("b", FIRM, "INVESTS", PARK, { amount: 2 }), confidence: 0.8 },
    ];
    for (const order of [
      [some, more],
      [more, some],
    ])
      expect(folded(...order)).toMatchObject({ confidence: 0.8, amount: 3, reports: ["a", "b"] });
    expect(folded(relation("a", FIRM, "INVESTS", PARK))).not.toHaveProperty("amount");
  });

  it("keep every rhythm once", () => {
    expect(
      folded(
        relation("a", BODY, "LEADS", PLAN, { rhythm: "每月" }),
        relation("a", BODY, "LEADS", PLAN, { rhythm: "每周" }),
        relation("b", BODY, "LEADS", PLAN, { rhythm: "每月" }),
      )["rhythm"],
    ).toEqual(["每周", "每月"].sort());
  });

  it("are called by the fullest title, of equally full ones by the first", () => {
    const head = ref("Person", "林知遥");
    const titles = ["主任", "党组书记", "副主任", "常务主任"];
    for (const order of [titles, [...titles].reverse()])
      expect(
        folded(...order.map((title) => relation("a", head, "WORKS_FOR", BODY, { title }))),
      ).toMatchObject({
        title: ["党组书记", "常务主任"].sort()[0],
        titles: [...titles].sort(),
      });
    expect(folded(relation("a", head, "WORKS_FOR", BODY, { title: "" }))).not.toHaveProperty("titles");
  });

  it("have a part where somebody plays one in a mechanism, and a post elsewhere", () => {
    const of = (title: string, predicate: "LEADS" | "PART_OF" | "WORKS_FOR") =>
      folded(relation("a", BODY, predicate, PLAN, { title }));
    for (const part of ["牵头单位", "总召集人", "副组长", "成员单位", "负责"])
      expect(of(part, "LEADS"), part).toMatchObject({ role: part });
    for (const post of ["牵头局长", "主任"]) expect(of(post, "LEADS"), post).toMatchObject({ title: post });
    expect(of("主任", "PART_OF")).toMatchObject({ role: "主任" });
    expect(of("牵头单位", "WORKS_FOR")).toMatchObject({ title: "牵头单位" });
    expect(
      folded(
        relation("a", BODY, "LEADS", PLAN, { title: "牵头" }),
        relation("b", BODY, "LEADS", PLAN, { title: "牵头单位" }),
        relation("c", BODY, "LEADS", PLAN, { title: "配合" }),
      ),
    ).toMatchObject({ role: "牵头单位" });
  });

  it("make no edge to itself, and none to what is not there", () => {
    expect(edgesOf(relation("a", FIRM, "PART_OF", FIRM))).toEqual([]);
    expect(edgesOf(relation("a", FIRM, "INVESTS", ref("Project", "无名")))).toEqual([]);
    expect(edgesOf(relation("a", ref("Company", "无名"), "INVESTS", PARK))).toEqual([]);
  });

  it("lead to their report where the report is the other end", () => {
    expect(edgesOf({ ...relation("a", FIRM, "QUOTED_BY", PARK), object: "REPORT" })).toMatchObject([
      { type: "QUOTED_BY", start: "Company:青禾集团", end: "report:a" },
    ]);
  });
});
