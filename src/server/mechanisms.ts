/**
 * Management systems as trees: what they consist of, who leads each part, how often it meets.
 * @module
 */

import type { GraphEdge } from "../model/graph.ts";
import { once } from "./answers/memo.ts";
import { nodeRef } from "./facts.ts";
import type { GraphIndex } from "./graph-index.ts";
import { listProperty, textProperty, typeOf } from "./graph-items.ts";
import type { MechanismBody, MechanismLeader } from "./sheet-types.ts";

function leader(index: GraphIndex, edge: GraphEdge): MechanismLeader {
  const role = textProperty(edge, "role");
  const rhythm = textProperty(edge, "rhythm");
  return {
    ...nodeRef(index, edge.start),
    edge: edge.id,
    ...(role === undefined ? {} : { role }),
    ...(rhythm === undefined ? {} : { rhythm }),
  };
}

function branch(
  index: GraphIndex,
  id: string,
  above: ReadonlySet<string>,
  by: GraphEdge | undefined,
): MechanismBody {
  const node = index.node(id);
  const kind = node && textProperty(node, "kind");
  const role = by && textProperty(by, "role");
  const rhythms = [
    by ? textProperty(by, "rhythm") : undefined,
    ...(node ? listProperty(node, "rhythm") : []),
  ];
  const path = new Set([...above, id]);
  // A circle in what reports say (A part of B part of A) ends where it closes.
  const parts = index.edgesInto(id, "PART_OF").filter((edge) => !path.has(edge.start));
  return {
    ...nodeRef(index, id),
    ...(kind === undefined ? {} : { kind }),
    rhythm: [...new Set(rhythms.filter((rhythm) => rhythm !== undefined))],
    ...(role === undefined ? {} : { role }),
    ...(by ? { edge: by.id } : {}),
    leaders: index.edgesInto(id, "LEADS").map((edge) => leader(index, edge)),
    parts: parts.map((edge) => branch(index, edge.start, path, edge)),
  };
}

function size(tree: MechanismBody): number {
  return 1 + tree.parts.reduce((sum, part) => sum + size(part), 0);
}

/** Mechanisms that are part of no other, the largest first. One that only leads back to itself counts as a root. */
export const mechanismTrees: (index: GraphIndex) => readonly MechanismBody[] = once((index) => {
  const all = index.ofType("Mechanism").map(({ id }) => id);
  const inMechanism = (id: string): boolean =>
    index.edgesFrom(id, "PART_OF").some(({ end }) => {
      const whole = index.node(end);
      return whole !== undefined && typeOf(whole) === "Mechanism" && end !== id;
    });
  const trees = all.filter((id) => !inMechanism(id)).map((id) => branch(index, id, new Set(), undefined));
  const shown = new Set<string>();
  const collect = (tree: MechanismBody): void => {
    shown.add(tree.id);
    tree.parts.forEach(collect);
  };
  trees.forEach(collect);
  for (const id of all) {
    if (shown.has(id)) continue;
    const tree = branch(index, id, new Set(), undefined);
    collect(tree);
    trees.push(tree);
  }
  return trees.sort(
    (a, b) => size(b) - size(a) || b.leaders.length - a.leaders.length || (a.id < b.id ? -1 : 1),
  );
});
