/**
 * The nodes and edges among the values of a query's result, so that a table can also be drawn.
 * @module
 */

import type { Cell } from "../model/cell.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { drawnCell } from "../query/graph-of-rows.ts";
import type { View } from "./api-types.ts";
import type { GraphIndex } from "./graph-index.ts";
import { captionOf, listProperty, typeOf } from "./graph-items.ts";
import { viewEdge, viewNode } from "./view.ts";

interface Found {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
}

function collect(cell: Cell, found: Found): void {
  if (cell === null || typeof cell !== "object") return;
  if (Array.isArray(cell)) {
    for (const item of cell) collect(item, found);
    return;
  }
  const drawn = drawnCell(cell);
  if (drawn?.kind === "node") found.nodes.set(drawn.id, drawn);
  else if (drawn?.kind === "edge") found.edges.set(drawn.id, drawn);
  else if (drawn?.kind === "path") {
    for (const node of drawn.nodes) found.nodes.set(node.id, node);
    for (const edge of drawn.edges) found.edges.set(edge.id, edge);
  } else for (const value of Object.values(cell)) collect(value as Cell, found);
}

/** Also takes strings that are ids of nodes, so that `RETURN p.id` can be drawn. */
export function viewOfRows(index: GraphIndex, rows: readonly Cell[][], limit: number): View {
  const found: Found = { nodes: new Map(), edges: new Map() };
  for (const row of rows) {
    for (const cell of row) {
      collect(cell, found);
      const node = typeof cell === "string" ? index.node(cell) : undefined;
      if (node) found.nodes.set(node.id, node);
    }
  }
  for (const edge of found.edges.values()) {
    for (const id of [edge.start, edge.end]) {
      const node = index.node(id);
      if (node && !found.nodes.has(id)) found.nodes.set(id, node);
    }
  }
  const ids = [...found.nodes.keys()].slice(0, limit);
  const kept = new Set(ids);
  return {
    nodes: ids.map((id) => {
      if (index.node(id)) return viewNode(index, id);
      const node = found.nodes.get(id) as GraphNode;
      return {
        id,
        type: typeOf(node),
        label: captionOf(node),
        degree: 0,
        reports: listProperty(node, "reports"),
      };
    }),
    edges: [...found.edges.values()]
      .filter(({ start, end }) => kept.has(start) && kept.has(end))
      .map(viewEdge),
    truncated: found.nodes.size > limit,
  };
}
