/**
 * Writes one export in a thread of its own: packing a workbook of 60,000 rows takes seconds, in which the server answers others.
 * The graph comes in pieces and the file leaves in pieces, each when the last one was taken.
 * @module
 */
import { once } from "node:events";
import { Writable } from "node:stream";
import { parentPort } from "node:worker_threads";
import { exportGraph } from "../export/index.ts";
import { type Failure, failureOf } from "../failure.ts";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";

/** To the thread: the graph piece by piece, then the format, then `more` for each piece of the file but the first. */
export type ExportOrder =
  | { nodes: readonly GraphNode[] }
  | { edges: readonly GraphEdge[] }
  | { format: string }
  | { more: true };

/** From the thread. */
export type ExportAnswer = { bytes: Uint8Array } | { done: true } | { failure: Failure };

const graph: { nodes: GraphNode[]; edges: GraphEdge[] } = { nodes: [], edges: [] };
const port = parentPort;
const say = (answer: ExportAnswer): void => port?.postMessage(answer);

async function write(whole: Graph, format: string): Promise<void> {
  const out = new Writable({
    write(chunk: Uint8Array, _encoding, taken) {
      // A copy of its own length: a small chunk may lie in a pool that others use.
      say({ bytes: new Uint8Array(chunk) });
      if (port) void once(port, "message").then(() => taken());
    },
  });
  try {
    await exportGraph(whole, format, out);
    out.end();
    await once(out, "finish");
    say({ done: true });
  } catch (error) {
    say({ failure: failureOf(error) });
  }
}

port?.on("message", (order: ExportOrder) => {
  if ("nodes" in order) graph.nodes.push(...order.nodes);
  else if ("edges" in order) graph.edges.push(...order.edges);
  else if ("format" in order) void write(graph, order.format);
});
