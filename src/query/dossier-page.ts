/**
 * The dossier of an entity out of a graph of any size: what there is too much of is cut, and counted.
 * @module
 */

import type { Direction, EdgeCount, GraphSource } from "../graph/source.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { compareTexts } from "../model/order.ts";
import { type Dossier, dossierOf } from "./dossier.ts";

/** Edges of one type and direction that a page shows. */
const MOST_EDGES = 100;

export interface DossierPage extends Dossier {
  /** Edges beyond those shown, by type and direction; empty where all are. */
  more: EdgeCount[];
}

/** The dossier of a node with the first edges of each type; undefined when there is no such node. */
export async function dossierPage(source: GraphSource, id: string): Promise<DossierPage | undefined> {
  const node = await source.node(id);
  if (!node) return undefined;
  const nodes = new Map<string, GraphNode>([[id, node]]);
  const edges = new Map<string, GraphEdge>();
  const more: EdgeCount[] = [];
  const take = async (of: string, type: string, direction: Direction): Promise<GraphEdge[]> => {
    const { items, total } = await source.edgesOf(of, { type, direction, limit: MOST_EDGES });
    if (of === id && total > items.length) more.push({ type, direction, count: total - items.length });
    for (const edge of items) {
      edges.set(edge.id, edge);
      for (const end of [edge.start, edge.end]) {
        const known = nodes.get(end) ?? (await source.node(end));
        if (known) nodes.set(end, known);
      }
    }
    return items;
  };
  for (const { type, direction } of await source.edgeCounts(id)) {
    const items = await take(id, type, direction);
    // A project's timeline holds those of its phases.
    if (type === "PART_OF" && direction === "in")
      for (const { start } of items) {
        await take(start, "REACHED", "out");
        await take(start, "ABOUT", "in");
      }
  }
  // A moment without a date of its own has that of its report.
  for (const moment of [...nodes.values()])
    for (const report of moment.labels.includes("Report")
      ? []
      : ((moment.properties["reports"] ?? []) as string[]).slice(0, 1)) {
      const known = await source.node(`report:${report}`);
      if (known) nodes.set(known.id, known);
    }
  const dossier = dossierOf({ nodes: [...nodes.values()], edges: [...edges.values()].sort(byId) }, id);
  return dossier && { ...dossier, more };
}

const byId = (a: { id: string }, b: { id: string }): number => compareTexts(a.id, b.id);
