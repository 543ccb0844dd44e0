/**
 * How sure a relation or a figure must be to be shown. Whole hundredths count, so that the page and the server draw the same line.
 * @module
 */
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { numberProperty } from "./graph-items.ts";
import { RowEdge, RowNode } from "./network/rows.ts";

export const hundredths = (probability: number): number => Math.floor(probability * 100 + 1e-9);

/** In hundredths; what has none is true by construction. */
function sureOf(item: GraphEdge | GraphNode): number | undefined {
  if (item instanceof RowNode) return item.book.nodeSure(item.at);
  if (item instanceof RowEdge) return item.book.edgeSure(item.at);
  const confidence = numberProperty(item, "confidence");
  return confidence === undefined ? undefined : hundredths(confidence);
}

export function isSure(item: GraphEdge | GraphNode, least: number): boolean {
  const sure = sureOf(item);
  return sure === undefined || sure >= hundredths(least);
}
