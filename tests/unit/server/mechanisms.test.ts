import { expect, it } from "vitest";
import type { Properties } from "../../../src/model/graph.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { mechanismTrees } from "../../../src/server/mechanisms.ts";
import type { MechanismBody } from "../../../src/server/sheet-types.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const mechanism = (id: string, more: Properties = {}) =>
  node(id, ["Entity", "Mechanism"], { name: id, ...more });
const part = (inner: string, outer: string, more: Properties = {}) =>
  edge(`${inner}<${outer}`, "PART_OF", inner, outer, more);
const trees = (
  nodes: ReturnType<typeof mechanism>[],
  edges: ReturnType<typeof part>[],
): readonly MechanismBody[] => mechanismTrees(new GraphIndex(graphOf(nodes, edges), "1"));
const shape = ({ id, parts }: MechanismBody): unknown => (parts.length === 0 ? id : [id, parts.map(shape)]);

it("the largest come first, then those with more leaders, then by id", () => {
  const found = trees(
    [
      ...["small", "led", "big", "p", "q"].map((id) => mechanism(id)),
      node("body", ["Agency", "Entity"], { name: "云泽市发展和改革委员会" }),
    ],
    [part("p", "big"), part("q", "p"), edge("l", "LEADS", "body", "led", { role: "牵头", rhythm: "每月" })],
  );
  expect(found.map(shape)).toEqual([["big", [["p", ["q"]]]], "led", "small"]);
  expect(found[1]?.leaders).toEqual([
    { id: "body", type: "Agency", name: "云泽市发展和改革委员会", edge: "l", role: "牵头", rhythm: "每月" },
  ]);
});

it("a part has its role, its edge, and its own rhythm beside that of the edge, each once", () => {
  const [whole] = trees(
    [mechanism("whole", { kind: "机制" }), mechanism("inner", { rhythm: ["每周", "每月"] })],
    [part("inner", "whole", { role: "专班", rhythm: "每月" })],
  );
  expect(whole).toMatchObject({ kind: "机制", rhythm: [] });
  expect(whole).not.toHaveProperty("edge");
  expect(whole?.parts).toMatchObject([{ role: "专班", edge: "inner<whole", rhythm: ["每月", "每周"] }]);
});

it("a circle is shown once and ends where it closes; what is part of an agency stands by itself", () => {
  const found = trees(
    [
      mechanism("a"),
      mechanism("b"),
      mechanism("self"),
      mechanism("office"),
      node("body", ["Agency", "Entity"], { name: "body" }),
    ],
    [part("a", "b"), part("b", "a"), part("self", "self"), part("office", "body")],
  );
  expect(found.map(shape)).toEqual([["a", ["b"]], "office", "self"]);
});
