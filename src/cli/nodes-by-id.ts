/**
 * Nodes of a store that speaks Cypher.
 * @module
 */
import type { GraphNode } from "../model/graph.ts";
import { drawnCell } from "../query/graph-of-rows.ts";
import { batches } from "../store/batches.ts";
import type { Store } from "../store/contract.ts";

/** Ids that are asked for at once. */
const ASKED = 1_000;

/** Nodes of a store that speaks Cypher, by id; those that are not there are left out. */
export async function nodesById(store: Store, ids: readonly string[]): Promise<GraphNode[]> {
  const nodes: GraphNode[] = [];
  for (const asked of batches(ids, ASKED)) {
    const { rows } = await store.query("MATCH (n) WHERE n.id IN $ids RETURN n", {
      params: { ids: asked },
      timeoutMs: 300_000,
      maxRows: 2 * ASKED,
    });
    for (const [cell] of rows) {
      const drawn = cell === undefined ? undefined : drawnCell(cell);
      if (drawn?.kind === "node")
        nodes.push({ id: drawn.id, labels: drawn.labels, properties: drawn.properties });
    }
  }
  return nodes;
}
