/**
 * Writes one export in a thread of its own: packing a workbook of 60,000 rows takes seconds, in which the server answers others.
 * The graph is read from the index of a folder, or comes in pieces and is laid down in a file; the export leaves in pieces, each
 * when the last one was taken. So neither is held.
 * @module
 */
import { once } from "node:events";
import { Writable } from "node:stream";
import { parentPort } from "node:worker_threads";
import { exportGraph } from "../export/index.ts";
import { type Failure, failureOf } from "../failure.ts";
import type { GraphItems } from "../graph/items.ts";
import { openSpool, type Spool } from "../index-db/spool.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { sourceFor } from "../workspace/graph-of.ts";
import { openWorkspace } from "../workspace/workspace.ts";
import { isSure } from "./sure.ts";

/**
 * To the thread: the graph piece by piece, `anew` where the pieces so far do not count, or the folder that has it, `least` where
 * what is less sure is left out; then the format, then `more` for each piece of the file but the first; `end` when nobody wants it any more.
 */
export type ExportOrder =
  | { folder: string; least?: number }
  | { anew: true }
  | { end: true }
  | { nodes: readonly GraphNode[] }
  | { edges: readonly GraphEdge[] }
  | { format: string }
  | { more: true };

/** From the thread. */
export type ExportAnswer = { bytes: Uint8Array } | { done: true } | { failure: Failure };

const port = parentPort;
const say = (answer: ExportAnswer): void => port?.postMessage(answer);
let from: { folder: string; least?: number } | undefined;
let spool: Spool | undefined;

async function write(items: GraphItems, format: string): Promise<void> {
  const out = new Writable({
    write(chunk: Uint8Array, _encoding, taken) {
      // A copy of its own length: a small chunk may lie in a pool that others use.
      say({ bytes: new Uint8Array(chunk) });
      if (port) void once(port, "message").then(() => taken());
    },
  });
  await exportGraph(items, format, out);
  out.end();
  await once(out, "finish");
}

/** A relation goes with its ends. */
function surer(items: GraphItems, least: number): GraphItems {
  const kept = spooled();
  const gone = new Set<string>();
  for (const node of items.nodes())
    if (isSure(node, least)) kept.node(node);
    else gone.add(node.id);
  for (const edge of items.edges())
    if (isSure(edge, least) && !gone.has(edge.start) && !gone.has(edge.end)) kept.edge(edge);
  return kept.items;
}

async function fromFolder(
  { folder, least = 0 }: { folder: string; least?: number },
  format: string,
): Promise<void> {
  const workspace = openWorkspace(folder);
  try {
    const source = sourceFor(workspace);
    const work = (): Promise<void> => write(least === 0 ? source : surer(source, least), format);
    const index = workspace.index();
    await (index ? index.db.reading(work) : work());
  } finally {
    workspace.close();
  }
}

async function make(format: string): Promise<void> {
  try {
    await (from === undefined ? write(spooled().items, format) : fromFolder(from, format));
    say({ done: true });
  } catch (error) {
    say({ failure: failureOf(error) });
  }
}

function spooled(): Spool {
  if (!spool) {
    spool = openSpool();
    spool.begin();
  }
  return spool;
}

port?.on("message", (order: ExportOrder) => {
  if ("nodes" in order) for (const node of order.nodes) spooled().node(node);
  else if ("edges" in order) for (const edge of order.edges) spooled().edge(edge);
  else if ("anew" in order) spooled().begin();
  else if ("folder" in order) from = order;
  else if ("format" in order) void make(order.format);
  else if ("end" in order) {
    spool?.close();
    process.exit();
  }
});
