/**
 * What the export scripts share: a graph from reports or from a store that `reportgraph build` made, in memory as graphology.
 *
 *     npx tsx scripts/exports/<script>.ts reports/ > out        reads the reports
 *     npx tsx scripts/exports/<script>.ts --store .reportgraph  takes what was built
 * @module
 */
import { parseArgs } from "node:util";
import {
  build,
  buildGraph,
  defaultWorkers,
  type MemoryGraph,
  memoryWorkspace,
  openStore,
  openWorkspace,
} from "../../src/index.ts";

/** Reads reports, resolves, and gives the live graphology graph of a store in memory. */
export async function graphOf(paths: readonly string[], store?: string): Promise<MemoryGraph> {
  const workspace = store === undefined ? memoryWorkspace() : openWorkspace(store);
  if (store === undefined) {
    const { failed } = await build(workspace, paths, { workers: defaultWorkers() });
    for (const { error } of failed) process.stderr.write(`${error.message}\n`);
  }
  const memory = await openStore("memory:");
  await memory.sync(buildGraph(workspace).graph);
  return memory.graphology;
}

/** Runs a script when it is the program, not when a test imports it. Words before the paths are the script's own. */
export async function main(
  url: string,
  write: (graph: MemoryGraph, words: string[]) => string,
  words = 0,
): Promise<void> {
  if (process.argv[1] === undefined || new URL(`file://${process.argv[1]}`).href !== url) return;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { store: { type: "string" } },
  });
  const graph = await graphOf(positionals.slice(words), values.store);
  process.stdout.write(write(graph, positionals.slice(0, words)));
}

/** A property as text; empty when it is absent. */
export function text(graph: MemoryGraph, node: string, property: string): string {
  return String(graph.getNodeAttribute(node, "properties")[property] ?? "");
}

export const hasLabel = (graph: MemoryGraph, node: string, label: string): boolean =>
  graph.getNodeAttribute(node, "labels").includes(label);

/** Nodes with a label, by name. */
export function labelled(graph: MemoryGraph, label: string): string[] {
  return graph
    .filterNodes((_, { labels }) => labels.includes(label))
    .sort((a, b) => byCodeUnit(text(graph, a, "name"), text(graph, b, "name")) || byCodeUnit(a, b));
}

/** Other ends of a node's edges of one type, by id. `planned` and `negated` edges do not count. */
export function follow(graph: MemoryGraph, node: string, type: string, direction: "out" | "in"): string[] {
  const found = new Set<string>();
  const edges = direction === "out" ? graph.outEdges(node) : graph.inEdges(node);
  for (const edge of edges) {
    const { type: own, properties } = graph.getEdgeAttributes(edge);
    if (own === type && (properties["status"] ?? "stated") === "stated")
      found.add(graph.opposite(node, edge));
  }
  return [...found].sort();
}

export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
