/**
 * The example sentences of all types as one small graph: tests validate it, exporters and stores can be tried on it.
 * Everything in it is invented.
 * @module
 */

import type { Graph, GraphEdge, GraphNode, Properties } from "../src/model/graph.ts";
import { shortHash } from "../src/model/hash.ts";
import type { ExampleEnd, NodeDefinition, PropertySpecs } from "./define.ts";
import { formatEvidence } from "./evidence.ts";
import { ENTITY_LABEL, edgeTypes, nodeType, nodeTypes } from "./registry.ts";

const REPORT = nodeTypes.find((node) => node.type === "Report")?.spec.example.properties["name"] as string;

/** Fills what every example would repeat: origin, counts and empty lists. */
function complete(
  specs: PropertySpecs,
  sentence: string,
  own: Readonly<Record<string, unknown>>,
): Properties {
  const filled: Record<string, unknown> = {};
  for (const [name, { kind, optional }] of Object.entries(specs)) {
    if (kind === "evidence") {
      const source = name.replace(/Evidence$/, "");
      if (optional && !Object.hasOwn(own, source)) continue;
      filled[name] = [
        formatEvidence({
          report: REPORT,
          start: 0,
          end: sentence.length,
          text: sentence,
          rule: "example/schema",
        }),
      ];
    } else if (name === "reports") filled[name] = [REPORT];
    else if (optional) continue;
    else if (kind === "texts") filled[name] = [];
    else if (kind === "flag") filled[name] = false;
    else if (kind === "count" || kind === "confidence") filled[name] = 1;
    else if (kind === "status") filled[name] = "stated";
  }
  const all = { ...filled, ...own } as Properties;
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function makeNode(definition: NodeDefinition, own: Readonly<Record<string, unknown>>): GraphNode {
  const { spec } = definition;
  const id = spec.type === "Report" ? `report:${REPORT}` : shortHash([spec.type, JSON.stringify(own)]);
  const properties = complete(definition.properties, spec.example.zh, { ...own, id });
  const labels = [spec.type, ...(spec.base === "entity" ? [ENTITY_LABEL] : [])];
  for (const extra of spec.extraLabels ?? []) if (properties[extra.when] === true) labels.push(extra.label);
  return { id, labels: labels.sort(), properties };
}

function endNode({ type, name }: ExampleEnd): GraphNode {
  const definition = nodeType(type) as NodeDefinition;
  return makeNode(definition, name === undefined ? definition.spec.example.properties : { name });
}

/** One node per node type, one edge per edge type, and the further ends that these need; sorted by id. */
export function exampleGraph(): Graph {
  const nodes = new Map<string, GraphNode>();
  const add = (node: GraphNode): GraphNode => {
    nodes.set(node.id, node);
    return node;
  };
  for (const { type } of nodeTypes) add(endNode({ type }));
  const edges: GraphEdge[] = edgeTypes.map(({ spec, properties }) => {
    const start = add(endNode(spec.example.from)).id;
    const end = add(endNode(spec.example.to)).id;
    const id = shortHash([spec.type, start, end]);
    const all = complete(properties, spec.example.zh, { ...spec.example.properties, id });
    return { id, type: spec.type, start, end, properties: all };
  });
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: [...nodes.values()].sort(byId), edges: edges.sort(byId) };
}
