/**
 * What a query answers, cell by cell.
 * @module
 */
import type { GraphEdge, GraphNode } from "./graph.ts";

/**
 * A node or edge in a row keeps its shape, so that it can be drawn; everything else is plain JSON. An integer that no
 * number holds exactly comes as its digits. Of a node or edge, `rgHash` and `rgKeys` are not shown (see `diff.ts`), nor
 * an edge's `id` among its properties; what a user made without `id` has the database's own number or id.
 */
export type Cell =
  | null
  | boolean
  | number
  | string
  | ({ kind: "node" } & GraphNode)
  | ({ kind: "edge" } & GraphEdge)
  | { kind: "path"; nodes: GraphNode[]; edges: GraphEdge[] }
  | Cell[]
  | { [key: string]: Cell };
