/**
 * Proves that every property and every relation that a type's page names exists, so that a page never asks for what the
 * graph cannot hold.
 * @module
 */
import { SchemaError } from "../src/errors.ts";
import type { EdgeDefinition, EdgeSpec, NodeDefinition, NodeSpec } from "./define.ts";
import type { PageEdge } from "./page.ts";

type AnyNode = Pick<NodeDefinition, "file" | "properties"> & { readonly spec: NodeSpec };
type AnyEdge = Pick<EdgeDefinition, "properties"> & { readonly spec: EdgeSpec };

const PATH = /^[a-z]+$/;
const ENTITY = "Entity";

function fail(file: string, key: string, problem: string): never {
  throw new SchemaError("SCHEMA_BAD_PAGE", `${file}: page.${key}: ${problem}`, {
    where: `${file}#page.${key}`,
  });
}

/** @throws SchemaError SCHEMA_BAD_PAGE */
export function checkPages(nodes: readonly AnyNode[], edges: readonly AnyEdge[]): void {
  const specs = new Map(edges.map(({ spec }) => [spec.type, spec]));
  const byType = new Map(nodes.map((node) => [node.spec.type, node]));
  const stands = (ends: readonly string[], { spec }: AnyNode): boolean =>
    ends.includes(spec.type) || (spec.base === "entity" && ends.includes(ENTITY));
  const paths = new Map<string, string>();

  for (const node of nodes) {
    const { file, spec, properties } = node;
    const { page } = spec;
    const property = (key: string, name: string): void => {
      if (!Object.hasOwn(properties, name)) fail(file, key, `${name} is no property of ${spec.type}`);
    };
    const relation = (key: string, { edge, dir, types }: PageEdge): readonly AnyNode[] => {
      const found = specs.get(edge);
      if (!found) fail(file, key, `${edge} is no edge type`);
      const [own, others] = dir === "out" ? [found.from, found.to] : [found.to, found.from];
      if (!stands(own, node))
        fail(file, key, `${edge} does not ${dir === "out" ? "start" : "end"} at ${spec.type}`);
      const ends = nodes.filter((other) => stands(others, other));
      for (const type of types ?? []) {
        const other = byType.get(type);
        if (!other || !ends.includes(other))
          fail(file, key, `${type} never stands at the other end of ${edge}`);
      }
      return types ? ends.filter((other) => types.includes(other.spec.type)) : ends;
    };

    if (!PATH.test(page.path)) fail(file, "path", "is not one word in small letters");
    const owner = paths.get(page.path);
    if (owner !== undefined) fail(file, "path", `${page.path} is taken by ${owner}`);
    paths.set(page.path, file);
    for (const name of page.header) property("header", name);
    for (const section of page.sections) relation("sections", section);
    for (const edge of page.timeline) relation("timeline", edge);
    for (const part of page.summary) {
      if (!part.say.zh.includes("{}") || !part.say.en.includes("{}"))
        fail(file, "summary", "has no {} for the value");
      if (!("edge" in part)) property("summary", part.property);
      else {
        const ends = relation("summary", part);
        const { property: shown } = part;
        if (shown !== undefined && !ends.every((end) => Object.hasOwn(end.properties, shown)))
          fail(file, "summary", `${shown} is no property of the other end of ${part.edge}`);
      }
    }
    for (const column of page.list.columns) {
      if ("property" in column) property("list.columns", column.property);
      else if ("edge" in column) relation("list.columns", column);
    }
    const names = new Set<string>();
    for (const facet of page.list.facets) {
      if (names.has(facet.name)) fail(file, "list.facets", `${facet.name} stands there twice`);
      names.add(facet.name);
      if ("property" in facet) property("list.facets", facet.property);
      else if ("edge" in facet) relation("list.facets", facet);
    }
    if (page.list.range !== undefined) property("list.range", page.list.range);
    const sort = page.list.sort.replace(/^-/, "");
    if (!["name", "reports", "reportDate", "relations"].includes(sort)) property("list.sort", sort);
  }
}
