/**
 * How sure a relation or a figure must be to be shown. Whole hundredths count, so that the page and the server draw the same line.
 * @module
 */
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { once } from "./answers/memo.ts";
import type { GraphIndex } from "./graph-index.ts";
import { numberProperty } from "./graph-items.ts";

export const hundredths = (probability: number): number => Math.floor(probability * 100 + 1e-9);

/** What has no confidence is true by construction. */
export function isSure(item: GraphEdge | GraphNode, least: number): boolean {
  const confidence = numberProperty(item, "confidence");
  return confidence === undefined || hundredths(confidence) >= hundredths(least);
}

/** Relations and figures by their confidence in hundredths, 0 to 100; those without one are not among them. */
export const confidencesOf: (index: GraphIndex) => readonly number[] = once((index) => {
  const counts = new Array<number>(101).fill(0);
  const add = (item: GraphEdge | GraphNode): void => {
    const confidence = numberProperty(item, "confidence");
    if (confidence === undefined) return;
    const at = hundredths(confidence);
    counts[at] = (counts[at] ?? 0) + 1;
  };
  index.network.forEachEdge((_, { edge }) => add(edge));
  index.network.forEachNode((_, { node }) => add(node));
  return counts;
});
