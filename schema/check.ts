/**
 * Checks the schema against itself when it is loaded: what is wrong fails at once and names the file and the key, and
 * never reaches a graph.
 * @module
 */
import { SchemaError } from "../src/errors.ts";
import { edgeBases, nodeBases } from "./bases.ts";
import { checkPages } from "./check-page.ts";
import type { EdgeDefinition, EdgeSpec, NodeDefinition, NodeSpec, PropertySpecs } from "./define.ts";
import type { Label } from "./label.ts";

type AnyNode = Pick<NodeDefinition, "file" | "properties"> & { readonly spec: NodeSpec };
type AnyEdge = Pick<EdgeDefinition, "file" | "properties"> & { readonly spec: EdgeSpec };

const NODE_NAME = /^[A-Z][A-Za-z]*$/;
const EDGE_NAME = /^[A-Z]+(?:_[A-Z]+)*$/;
const PROPERTY_NAME = /^[a-z][A-Za-z0-9]*$/;
const COLOR = /^#[0-9a-f]{6}$/;

function fail(code: string, file: string, key: string, problem: string): never {
  throw new SchemaError(code, `${file}: ${key}: ${problem}`, { where: `${file}#${key}` });
}

function checkLabel(file: string, key: string, label: Label | undefined): void {
  for (const language of ["zh", "en"] as const) {
    if (!label?.[language]?.trim()) fail("SCHEMA_MISSING_LABEL", file, `${key}.${language}`, "is empty");
  }
}

/** Remembers who took a value first, and fails for the second. */
function uniqueness(code: string): (file: string, key: string, value: string) => void {
  const owners = new Map<string, string>();
  return (file, key, value) => {
    const owner = owners.get(value);
    if (owner !== undefined) fail(code, file, key, `${value} is taken by ${owner}`);
    owners.set(value, file);
  };
}

function checkProperties(file: string, own: PropertySpecs, base: PropertySpecs): void {
  for (const [name, property] of Object.entries(own)) {
    const key = `properties.${name}`;
    if (!PROPERTY_NAME.test(name)) fail("SCHEMA_BAD_NAME", file, key, "is not a camelCase name");
    if (Object.hasOwn(base, name))
      fail("SCHEMA_DUPLICATE_PROPERTY", file, key, "is a property of the base already");
    checkLabel(file, key, property);
  }
}

function checkNode({ file, spec, properties }: AnyNode): void {
  if (!NODE_NAME.test(spec.type) || spec.type === "Entity") {
    fail("SCHEMA_BAD_NAME", file, "type", "a node type is written in PascalCase and not called Entity");
  }
  checkLabel(file, "labels", spec.labels);
  checkLabel(file, "description", spec.description);
  checkLabel(file, "example", spec.example);
  if (!spec.plural.trim()) fail("SCHEMA_MISSING_LABEL", file, "plural", "is empty");
  checkProperties(file, spec.properties, nodeBases[spec.base]);
  if (spec.key.length === 0) fail("SCHEMA_BAD_KEY", file, "key", "is empty");
  for (const name of [...spec.key, spec.caption]) {
    if (!Object.hasOwn(properties, name)) fail("SCHEMA_BAD_KEY", file, name, "names no property of the type");
  }
  for (const extra of spec.extraLabels ?? []) {
    const key = `extraLabels.${extra.label}`;
    checkLabel(file, key, extra.labels);
    if (properties[extra.when]?.kind !== "flag")
      fail("SCHEMA_BAD_KEY", file, key, `${extra.when} is not a flag`);
  }
}

function checkEdge({ file, spec }: AnyEdge, types: ReadonlySet<string>): void {
  if (!EDGE_NAME.test(spec.type))
    fail("SCHEMA_BAD_NAME", file, "type", "an edge type is written in CAPITALS_WITH_UNDERSCORES");
  checkLabel(file, "labels", spec.labels);
  checkLabel(file, "inverse", spec.inverse);
  if (spec.question) checkLabel(file, "question", spec.question);
  checkLabel(file, "description", spec.description);
  checkLabel(file, "example", spec.example);
  checkProperties(file, spec.properties, edgeBases[spec.base]);
  for (const end of ["from", "to"] as const) {
    if (spec[end].length === 0) fail("SCHEMA_DANGLING_END", file, end, "names no node type");
    for (const type of spec[end]) {
      if (!types.has(type)) fail("SCHEMA_DANGLING_END", file, end, `${type} is not a node type`);
    }
    if (!types.has(spec.example[end].type)) {
      fail("SCHEMA_DANGLING_END", file, `example.${end}`, `${spec.example[end].type} is not a node type`);
    }
  }
}

/**
 * @throws SchemaError SCHEMA_DUPLICATE_TYPE, SCHEMA_DUPLICATE_PROPERTY, SCHEMA_DUPLICATE_COLOR, SCHEMA_DUPLICATE_ICON,
 * SCHEMA_MISSING_LABEL, SCHEMA_DANGLING_END, SCHEMA_BAD_KEY, SCHEMA_BAD_NAME, SCHEMA_BAD_COLOR, SCHEMA_BAD_PAGE; `where` is `file#key`.
 */
export function checkSchema(nodes: readonly AnyNode[], edges: readonly AnyEdge[]): void {
  const claimType = uniqueness("SCHEMA_DUPLICATE_TYPE");
  const claimIcon = uniqueness("SCHEMA_DUPLICATE_ICON");
  const claimNodeColor = uniqueness("SCHEMA_DUPLICATE_COLOR");
  const claimEdgeColor = uniqueness("SCHEMA_DUPLICATE_COLOR");
  const checkColor = (file: string, key: string, color: string): void => {
    if (!COLOR.test(color)) fail("SCHEMA_BAD_COLOR", file, key, `${color} is not #rrggbb in small letters`);
  };
  for (const node of nodes) {
    const { file, spec } = node;
    claimType(file, "type", spec.type);
    claimIcon(file, "icon", spec.icon);
    checkNode(node);
    for (const [key, color] of [
      ["color", spec.color],
      ...(spec.extraLabels ?? []).map((extra) => [extra.label, extra.color]),
    ] as [string, string][]) {
      checkColor(file, key, color);
      claimNodeColor(file, key, color);
    }
    for (const extra of spec.extraLabels ?? []) claimType(file, `extraLabels.${extra.label}`, extra.label);
  }
  const types = new Set([...nodes.map(({ spec }) => spec.type), "Entity"]);
  for (const edge of edges) {
    claimType(edge.file, "type", edge.spec.type);
    checkColor(edge.file, "color", edge.spec.color);
    claimEdgeColor(edge.file, "color", edge.spec.color);
    checkEdge(edge, types);
  }
  checkPages(nodes, edges);
}
