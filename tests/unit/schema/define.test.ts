import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkSchema } from "../../../schema/check.ts";
import { defineEdge, defineNode, type EdgeSpec, type NodeSpec } from "../../../schema/define.ts";
import { edgeTypes, entityTypes, nodeTypes, stageLabels } from "../../../schema/index.ts";
import { SchemaError } from "../../../src/errors.ts";
import { ENTITY_TYPES, RELATION_TYPES, STAGES } from "../../../src/model/claim.ts";
import { packageRoot } from "../../../src/paths.ts";

const words = { zh: "字", en: "word" };

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

describe("colours", () => {
  const linear = (channel: number): number =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  const rgb = (color: string): [number, number, number] => {
    const at = (i: number): number => linear(Number.parseInt(color.slice(i, i + 2), 16) / 255);
    return [at(1), at(3), at(5)];
  };
  /** Contrast ratio of WCAG 2.2. */
  const contrast = (a: string, b: string): number => {
    const light = [a, b].map(rgb).map(([r, g, bl]) => 0.2126 * r + 0.7152 * g + 0.0722 * bl);
    return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05);
  };
  /** Distance in OKLab (Björn Ottosson, 2020). */
  const lab = (color: string): number[] => {
    const [r, g, b] = rgb(color);
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const distance = (a: string, b: string): number =>
    Math.hypot(...lab(a).map((x, i) => x - (lab(b)[i] ?? 0)));

  it.each([...nodeTypes, ...edgeTypes])(
    "$type is visible on white and on the dark background",
    ({ spec }) => {
      expect(contrast(spec.color, "#ffffff")).toBeGreaterThanOrEqual(3);
      expect(contrast(spec.color, "#111827")).toBeGreaterThanOrEqual(3);
    },
  );

  it.each([
    ["nodes", nodeTypes.map(({ spec }) => spec.color as string)],
    ["edges", edgeTypes.map(({ spec }) => spec.color as string)],
  ])("of %s can be told apart", (_, colors) => {
    for (const [i, a] of colors.entries())
      for (const b of colors.slice(i + 1)) expect(distance(a, b), `${a} ${b}`).toBeGreaterThan(0.1);
  });
});
