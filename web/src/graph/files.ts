/** What is seen as GEXF (with places and colours, for Gephi) and as JSON. @module */
import { MultiDirectedGraph } from "graphology";
import { write } from "graphology-gexf/browser";
import type { GraphModel } from "./model.ts";

export function gexfOf({ graph }: GraphModel): string {
  const plain = new MultiDirectedGraph();
  graph.forEachNode((id, { hidden, data, x, y, size, color }) => {
    if (hidden) return;
    plain.addNode(id, {
      label: data.label,
      x,
      y,
      size,
      color,
      type: data.type,
      degree: data.degree,
      reports: data.reports.join(","),
      ...(data.investment === undefined ? {} : { investment: data.investment }),
      ...(data.stage === undefined ? {} : { stage: data.stage }),
    });
  });
  graph.forEachEdge((id, { hidden, data }, source, target) => {
    if (hidden || !plain.hasNode(source) || !plain.hasNode(target)) return;
    plain.addDirectedEdgeWithKey(id, source, target, {
      label: data.type,
      type: data.type,
      status: data.status,
      reports: data.reports.join(","),
    });
  });
  return write(plain, {
    version: "1.3",
    formatNode: (_, { label, x, y, size, color, ...attributes }) => ({
      label,
      attributes,
      viz: { color, size, position: { x, y } },
    }),
    formatEdge: (_, { label, ...attributes }) => ({ label, attributes }),
  });
}

export function jsonOf(model: GraphModel): string {
  const { nodes, edges } = model.visible();
  const placed = nodes.map((node) => {
    const { x, y } = model.graph.getNodeAttributes(node.id);
    return { ...node, x, y };
  });
  return JSON.stringify({ nodes: placed, edges }, null, 1);
}
