/**
 * How many relations and figures are how sure.
 * @module
 */
import { once } from "./answers/memo.ts";
import type { GraphIndex } from "./graph-index.ts";
import { CERTAIN } from "./network/columns.ts";

/** By their confidence in hundredths, 0 to 100; those without one are not among them. */
export const confidencesOf: (index: GraphIndex) => readonly number[] = once(({ network }) => {
  const counts = new Array<number>(101).fill(0);
  const { nodes, edges } = network.columns;
  const add = (sure: number | undefined): void => {
    if (sure !== undefined && sure !== CERTAIN) counts[sure] = (counts[sure] ?? 0) + 1;
  };
  for (const { at } of network.edges()) add(edges.sure[at]);
  for (const at of network.places()) add(nodes.sure[at]);
  return counts;
});
