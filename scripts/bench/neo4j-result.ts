/**
 * What the bench of Neo4j measures.
 * @module
 */

/** Milliseconds. */
export interface Latency {
  p50: number;
  p95: number;
}

export interface BenchResult {
  nodes: number;
  edges: number;
  repeats: number;
  /** Items (nodes and edges) a second; medians. */
  bare: number;
  ours: number;
  embedded: number;
  importTool: number;
  /** `ours / bare` of each turn, by the clock and by the processors' time. */
  ratios: { clock: number[]; cpu: number[] };
  /** Medians of them. */
  ratio: number;
  cpuRatio: number;
  /** How many times faster a second load of the same graph is; median. */
  secondLoad: number;
  queries: Record<string, { neo4j: Latency; embedded: Latency }>;
}
