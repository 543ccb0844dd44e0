/**
 * Compares a graph with the schema. Violations are values, not exceptions: `check` lists all of them, and a graph with
 * some can still be read.
 * @module
 */
import type { Graph, GraphEdge, GraphNode, Properties } from "../src/model/graph.ts";
import type { NodeDefinition, PropertySpecs } from "./define.ts";
import { parseEvidence } from "./evidence.ts";
import { ENTITY_LABEL, edgeType, endTypes, nodeType, nodeTypeOf } from "./registry.ts";
import { schemaOf } from "./value-schemas.ts";

export type ViolationCode =
  | "DUPLICATE_ID"
  | "ID_MISMATCH"
  | "UNKNOWN_LABEL"
  | "MISSING_LABEL"
  | "SEVERAL_TYPES"
  | "UNKNOWN_EDGE_TYPE"
  | "DANGLING_END"
  | "WRONG_END"
  | "MISSING_PROPERTY"
  | "UNKNOWN_PROPERTY"
  | "WRONG_VALUE"
  | "WRONG_EVIDENCE"
  | "FOREIGN_EVIDENCE";

export interface Violation {
  code: ViolationCode;
  element: "node" | "edge";
  id: string;
  /** Labels joined with `:`, or the edge's type. */
  type: string;
  property?: string;
  /** For people; tests look at `code`. */
  message: string;
}

interface Described {
  readonly properties: PropertySpecs;
}

type Report = (code: ViolationCode, message: string, property?: string) => void;

function checkProperties(definition: Described, properties: Properties, report: Report): void {
  const parsed = schemaOf(definition).safeParse(properties);
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) report("UNKNOWN_PROPERTY", "the schema does not know it", key);
      continue;
    }
    const property = String(issue.path[0]);
    if (!Object.hasOwn(properties, property)) report("MISSING_PROPERTY", "is required", property);
    else if (definition.properties[property]?.kind === "evidence")
      report("WRONG_EVIDENCE", issue.message, property);
    else report("WRONG_VALUE", issue.message, property);
  }
}

/** The list of reports is not all of it: MENTIONED_IN names the others. */
function isCut({ leftOut }: Properties): boolean {
  return Array.isArray(leftOut) && leftOut.some((entry) => String(entry).startsWith("reports "));
}

/** Evidence may come only from the reports that the element names: what one report said goes when it goes. */
function checkOrigin(definition: Described, properties: Properties, report: Report): void {
  const reports = properties["reports"];
  if (!Array.isArray(reports) || isCut(properties)) return;
  const known = new Set<unknown>(reports);
  for (const [name, { kind }] of Object.entries(definition.properties)) {
    const list = kind === "evidence" ? properties[name] : undefined;
    for (const entry of Array.isArray(list) ? list : []) {
      const evidence = parseEvidence(String(entry));
      if (evidence && !known.has(evidence.report)) {
        report("FOREIGN_EVIDENCE", `comes from ${evidence.report}, which is not among the reports`, name);
      }
    }
  }
}

function checkLabels(node: GraphNode, definition: NodeDefinition, report: Report): void {
  const { spec } = definition;
  const expected = new Set<string>([spec.type]);
  if (spec.base === "entity") expected.add(ENTITY_LABEL);
  for (const extra of spec.extraLabels ?? [])
    if (node.properties[extra.when] === true) expected.add(extra.label);
  for (const label of expected)
    if (!node.labels.includes(label)) report("MISSING_LABEL", `has no label ${label}`);
  for (const label of node.labels) {
    if (expected.has(label)) continue;
    if (nodeType(label)) report("SEVERAL_TYPES", `is a ${spec.type} and a ${label}`);
    else report("UNKNOWN_LABEL", `may not have the label ${label}`);
  }
}

function checkNode(node: GraphNode, report: Report): void {
  const definition = nodeTypeOf(node.labels);
  if (!definition) {
    report("UNKNOWN_LABEL", "no label names a node type");
    return;
  }
  if (node.properties["id"] !== node.id) report("ID_MISMATCH", "the property id is not the node's id", "id");
  checkLabels(node, definition, report);
  checkProperties(definition, node.properties, report);
  checkOrigin(definition, node.properties, report);
}

function checkEdge(edge: GraphEdge, typeById: ReadonlyMap<string, string>, report: Report): void {
  const definition = edgeType(edge.type);
  if (!definition) {
    report("UNKNOWN_EDGE_TYPE", "the schema does not know it");
    return;
  }
  if (edge.properties["id"] !== edge.id) report("ID_MISMATCH", "the property id is not the edge's id", "id");
  const ends = [
    [edge.start, definition.spec.from, "start"],
    [edge.end, definition.spec.to, "end"],
  ] as const;
  for (const [id, allowed, end] of ends) {
    const type = typeById.get(id);
    if (type === undefined) report("DANGLING_END", `${end} ${id} is not in the graph`);
    else if (!endTypes(allowed).includes(type)) report("WRONG_END", `${end} is a ${type}`);
  }
  if (definition.spec.sameType && typeById.get(edge.start) !== typeById.get(edge.end)) {
    report("WRONG_END", "its ends are of different types");
  }
  checkProperties(definition, edge.properties, report);
  checkOrigin(definition, edge.properties, report);
}

/** All places in which the graph breaks the schema, nodes first, in the graph's order. */
export function validateGraph(graph: Graph): Violation[] {
  const violations: Violation[] = [];
  const reporter =
    (element: Violation["element"], id: string, type: string): Report =>
    (code, message, property) => {
      violations.push({ code, element, id, type, ...(property === undefined ? {} : { property }), message });
    };
  const typeById = new Map<string, string>();
  for (const node of graph.nodes) {
    const report = reporter("node", node.id, node.labels.join(":"));
    if (typeById.has(node.id)) report("DUPLICATE_ID", "another node has the id");
    typeById.set(node.id, nodeTypeOf(node.labels)?.type ?? "");
    checkNode(node, report);
  }
  const edgeIds = new Set<string>();
  for (const edge of graph.edges) {
    const report = reporter("edge", edge.id, edge.type);
    if (edgeIds.has(edge.id)) report("DUPLICATE_ID", "another edge has the id");
    edgeIds.add(edge.id);
    checkEdge(edge, typeById, report);
  }
  return violations;
}
