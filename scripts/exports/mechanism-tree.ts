/**
 * The mechanisms and their parts as a Mermaid tree. `npx tsx scripts/exports/mechanism-tree.ts reports/ > mechanisms.mmd`
 * @module
 */
import type { MemoryGraph } from "../../src/index.ts";
import { follow, labelled, main, text } from "./run.ts";

/** A flowchart of the mechanisms that have parts or are parts; how often a part meets stands on its edge. */
export function mechanismTree(graph: MemoryGraph): string {
  const all = labelled(graph, "Mechanism");
  const partsOf = (whole: string): string[] => follow(graph, whole, "PART_OF", "in");
  const shown = all.filter((id) => partsOf(id).length > 0 || follow(graph, id, "PART_OF", "out").length > 0);
  // Ids of the graph are hex: a letter before them makes them names of Mermaid.
  const lines = shown.map((id) => `  m${id}["${label(text(graph, id, "name"))}"]`);
  for (const whole of shown) {
    for (const part of partsOf(whole).filter((id) => shown.includes(id))) {
      const rhythm = graph
        .edges(part, whole)
        .map((edge) => graph.getEdgeAttribute(edge, "properties")["rhythm"])
        .find((r) => r !== undefined);
      lines.push(`  m${whole} -->${rhythm === undefined ? "" : `|"${label(String(rhythm))}"|`} m${part}`);
    }
  }
  return `flowchart LR\n${lines.join("\n")}\n`;
}

/** Mermaid reads `#…;` as an entity and ends a label at a quotation mark. */
const label = (name: string): string =>
  name
    .replaceAll("#", "#35;")
    .replaceAll('"', "#quot;")
    .replace(/[\r\n]+/g, " ");

await main(import.meta.url, mechanismTree);
