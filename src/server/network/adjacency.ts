/**
 * Which edges leave and enter each node.
 * @module
 */

/** Edges of all nodes, those of one node beside each other in the order of their ids. */
export interface Adjacency {
  first: Int32Array;
  edges: Int32Array;
}

/** @param has 1: the edge is there */
export const adjacency = (of: Int32Array, has: Uint8Array, nodes: number): Adjacency => {
  const first = new Int32Array(nodes + 1);
  for (let edge = 0; edge < of.length; edge += 1)
    if (has[edge]) first[(of[edge] ?? 0) + 1] = (first[(of[edge] ?? 0) + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const next = first.slice();
  const edges = new Int32Array(first[nodes] ?? 0);
  for (let edge = 0; edge < of.length; edge += 1) {
    if (!has[edge]) continue;
    const node = of[edge] ?? 0;
    const place = next[node] ?? 0;
    edges[place] = edge;
    next[node] = place + 1;
  }
  return { first, edges };
};
