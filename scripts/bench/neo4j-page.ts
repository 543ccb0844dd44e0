/**
 * What `scripts/bench/neo4j.ts` measured, as the page `docs/benchmarks-neo4j.md`.
 * @module
 */
import { cpus } from "node:os";
import type { BenchResult } from "./neo4j-result.ts";

const figure = (value: number): string => value.toLocaleString("en-US");
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const table = (header: readonly string[], lines: readonly (readonly (string | number)[])[]): string =>
  [row(header), row(header.map(() => "---")), ...lines.map(row)].join("\n");

export function benchPage(result: BenchResult): string {
  const { nodes, edges, repeats, ratios } = result;
  const of = `${figure(nodes)} nodes, ${figure(edges)} edges`;
  return `# Neo4j: measured

\`npx tsx scripts/bench/neo4j.ts --nodes ${nodes} --edges ${edges} --repeats ${repeats} > docs/benchmarks-neo4j.md\` wrote this page.

A generated graph of the product's own shape, evidence on every node and edge: ${of}. Neo4j Community 5.26 with 2 GB heap on the
machine that also ran the loader (${cpus().length} processors): read the ratios, not the speeds. Ours and the bare UNWIND + MERGE script took turns
${repeats} times, each on a fresh server that had loaded a small graph before; medians.

${table(
  ["load", "items/s"],
  [
    ["bare UNWIND + MERGE", figure(result.bare)],
    ["ours", figure(result.ours)],
    ["embedded store", figure(result.embedded)],
    ["neo4j-import-tool (JVM start included)", figure(result.importTool)],
  ],
)}

${table(
  ["ratio", "median", "of each turn"],
  [
    ["ours / bare, by the clock", result.ratio.toFixed(2), ratios.clock.join(", ")],
    ["ours / bare, by the time of all processors", result.cpuRatio.toFixed(2), ratios.cpu.join(", ")],
    ["second load / first", `${result.secondLoad} times faster`, ""],
  ],
)}

Saved queries on this graph, with their default parameters, in milliseconds (at most 1,000 rows are taken):

${table(
  ["query", "Neo4j p50", "Neo4j p95", "embedded p50", "embedded p95"],
  Object.entries(result.queries).map(([name, { neo4j, embedded }]) => [
    name,
    neo4j.p50,
    neo4j.p95,
    embedded.p50,
    embedded.p95,
  ]),
)}`;
}
