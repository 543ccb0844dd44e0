import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkSchema } from "../../../schema/check.ts";
import { defineEdge, defineNode, type EdgeSpec, type NodeSpec } from "../../../schema/define.ts";
import { edgeTypes, entityTypes, nodeTypes, type PageSpec, stageLabels } from "../../../schema/index.ts";
import { SchemaError } from "../../../src/errors.ts";
import { ENTITY_TYPES, RELATION_TYPES, STAGES } from "../../../src/model/claim.ts";
import { packageRoot } from "../../../src/paths.ts";

const words = { zh: "字", en: "word" };

const page: PageSpec = {
  path: "bridges",
  summary: [],
  header: ["length"],
  timeline: [],
  sections: [],
  list: { columns: [], facets: [], sort: "-reports" },
};

const node = (changes: Partial<NodeSpec> = {}): NodeSpec => ({
  type: "Bridge",
  base: "entity",
  labels: words,
  plural: "Bridges",
  description: words,
  key: ["id"],
  caption: "name",
  color: "#123456",
  shape: "circle",
  icon: "桥",
  page,
  properties: { length: { kind: "number", ...words } },
  example: { ...words, properties: { name: "长桥" } },
  ...changes,
});

const edge = (changes: Partial<EdgeSpec> = {}): EdgeSpec => ({
  type: "CROSSES",
  base: "statement",
  labels: words,
  inverse: words,
  description: words,
  from: ["Bridge"],
  to: ["Entity"],
  color: "#654321",
  properties: {},
  example: { ...words, from: { type: "Bridge" }, to: { type: "Bridge" }, properties: {} },
  ...changes,
});

/** The code and the place of the error that loading such a schema gives. */
function failure(
  nodes: NodeSpec[],
  edges: EdgeSpec[],
): { code: string; where: string | undefined } | undefined {
  try {
    checkSchema(nodes.map(defineNode), edges.map(defineEdge));
    return undefined;
  } catch (error) {
    if (error instanceof SchemaError) return { code: error.code, where: error.where };
    throw error;
  }
}

describe("checkSchema", () => {
  it("accepts a sound schema", () => {
    expect(failure([node()], [edge()])).toBeUndefined();
  });

  it.each<[string, string, NodeSpec[], EdgeSpec[]]>([
    ["SCHEMA_DUPLICATE_TYPE", "schema/nodes/bridge.ts#type", [node(), node()], []],
    [
      "SCHEMA_BAD_PAGE",
      "schema/nodes/bridge.ts#page.header",
      [node({ page: { ...page, header: ["width"] } })],
      [],
    ],
    [
      "SCHEMA_BAD_PAGE",
      "schema/nodes/bridge.ts#page.sections",
      [node({ page: { ...page, sections: [{ edge: "CARRIES", dir: "out" }] } })],
      [edge()],
    ],
    [
      "SCHEMA_BAD_PAGE",
      "schema/nodes/bridge.ts#page.timeline",
      [node({ page: { ...page, timeline: [{ edge: "CROSSES", dir: "out", types: ["River"] }] } })],
      [edge()],
    ],
    [
      "SCHEMA_BAD_PAGE",
      "schema/nodes/tunnel.ts#page.path",
      [node(), node({ type: "Tunnel", icon: "洞", color: "#222222" })],
      [],
    ],
    [
      "SCHEMA_DUPLICATE_ICON",
      "schema/nodes/tunnel.ts#icon",
      [node(), node({ type: "Tunnel", color: "#222222" })],
      [],
    ],
    [
      "SCHEMA_DUPLICATE_COLOR",
      "schema/nodes/tunnel.ts#color",
      [node(), node({ type: "Tunnel", icon: "洞" })],
      [],
    ],
    [
      "SCHEMA_DUPLICATE_COLOR",
      "schema/edges/part-of.ts#color",
      [node()],
      [edge(), edge({ type: "PART_OF" })],
    ],
    [
      "SCHEMA_DUPLICATE_PROPERTY",
      "schema/nodes/bridge.ts#properties.aliases",
      [node({ properties: { aliases: { kind: "texts", ...words } } })],
      [],
    ],
    [
      "SCHEMA_DUPLICATE_PROPERTY",
      "schema/edges/crosses.ts#properties.status",
      [node()],
      [edge({ properties: { status: { kind: "status", ...words } } })],
    ],
    [
      "SCHEMA_MISSING_LABEL",
      "schema/nodes/bridge.ts#labels.zh",
      [node({ labels: { zh: " ", en: "Bridge" } })],
      [],
    ],
    [
      "SCHEMA_MISSING_LABEL",
      "schema/nodes/bridge.ts#properties.length.en",
      [node({ properties: { length: { kind: "number", zh: "长", en: "" } } })],
      [],
    ],
    ["SCHEMA_MISSING_LABEL", "schema/nodes/bridge.ts#plural", [node({ plural: "" })], []],
    [
      "SCHEMA_MISSING_LABEL",
      "schema/edges/crosses.ts#inverse.en",
      [node()],
      [edge({ inverse: { zh: "被跨", en: "" } })],
    ],
    ["SCHEMA_DANGLING_END", "schema/edges/crosses.ts#to", [node()], [edge({ to: ["River"] })]],
    ["SCHEMA_DANGLING_END", "schema/edges/crosses.ts#from", [node()], [edge({ from: [] })]],
    [
      "SCHEMA_DANGLING_END",
      "schema/edges/crosses.ts#example.from",
      [node()],
      [edge({ example: { ...words, from: { type: "River" }, to: { type: "Bridge" }, properties: {} } })],
    ],
    ["SCHEMA_BAD_KEY", "schema/nodes/bridge.ts#code", [node({ key: ["code"] })], []],
    ["SCHEMA_BAD_KEY", "schema/nodes/bridge.ts#key", [node({ key: [] })], []],
    ["SCHEMA_BAD_KEY", "schema/nodes/bridge.ts#title", [node({ caption: "title" })], []],
    [
      "SCHEMA_BAD_KEY",
      "schema/nodes/bridge.ts#extraLabels.Toll",
      [node({ extraLabels: [{ label: "Toll", when: "length", labels: words, color: "#111111" }] })],
      [],
    ],
    ["SCHEMA_BAD_COLOR", "schema/nodes/bridge.ts#color", [node({ color: "red" })], []],
    ["SCHEMA_BAD_NAME", "schema/nodes/entity.ts#type", [node({ type: "Entity" })], []],
    [
      "SCHEMA_BAD_NAME",
      "schema/nodes/bridge.ts#properties.max_load",
      [node({ properties: { max_load: { kind: "number", ...words } } })],
      [],
    ],
    ["SCHEMA_BAD_NAME", "schema/edges/crosses.ts#type", [node()], [edge({ type: "crosses" })]],
  ])("fails with %s at %s", (code, where, nodes, edges) => {
    expect(failure(nodes, edges)).toEqual({ code, where });
  });
});

describe("the schema", () => {
  it("agrees with the claim model", () => {
    expect([...entityTypes].sort()).toEqual([...ENTITY_TYPES].sort());
    expect(edgeTypes.map(({ type }) => type as string)).toEqual(expect.arrayContaining([...RELATION_TYPES]));
    expect(Object.keys(stageLabels)).toEqual([...STAGES]);
  });

  it("has one file per type, under the name that errors give", () => {
    for (const { file } of [...nodeTypes, ...edgeTypes])
      expect(existsSync(join(packageRoot, file)), file).toBe(true);
  });
});
