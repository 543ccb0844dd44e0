/**
 * Which node each name in a report stands for. Within one report a name of a type is one thing, so the nodes that the report
 * states tell it; no name has to be resolved again.
 * @module
 */
import type { GraphIndex } from "../graph-index.ts";
import { captionOf, listProperty, typeOf } from "../graph-items.ts";
import type { ReportText } from "../workspace-api.ts";
import { statedIn } from "./by-report.ts";

export interface PlacedName {
  node: string;
  start: number;
  end: number;
}

/** Names that two nodes of the report share stand for neither: better no link than a wrong one. */
export function placed(index: GraphIndex, { id, mentions }: ReportText): PlacedName[] {
  const nodes = new Map<string, string | undefined>();
  const put = (key: string, node: string): void => {
    const known = nodes.has(key) ? nodes.get(key) : node;
    nodes.set(key, known === node ? node : undefined);
  };
  for (const node of statedIn(index, id).nodes) {
    const type = typeOf(node);
    for (const name of new Set([captionOf(node), ...listProperty(node, "aliases")]))
      put(`${type}:${name}`, node.id);
  }
  return mentions.flatMap(({ type, name, start, end }) => {
    const node = nodes.get(`${type}:${name}`);
    return node === undefined ? [] : [{ node, start, end }];
  });
}
