/**
 * Dates of reports as they matter to what reports state.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import type { EvidenceItem } from "../api-types.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listProperty, reportsOf, textProperty } from "../graph-items.ts";

export function dateOfReport(index: GraphIndex, report: string): string | undefined {
  const node = index.report(report);
  return node && textProperty(node, "date");
}

/** All reports that name the node: what everything mentions keeps only the first hundred in itself, its edges tell of all. */
export function reportsNaming(index: GraphIndex, node: GraphNode): string[] {
  const named = index.edgesFrom(node.id, "MENTIONED_IN").flatMap(({ end }) => {
    const report = index.node(end);
    return report ? reportsOf(report) : [];
  });
  return [...new Set([...reportsOf(node), ...named])].sort();
}

/** Dates of the reports that state the node, those without one left out; sorted. */
export function reportDates(index: GraphIndex, node: GraphNode): string[] {
  return reportsNaming(index, node)
    .flatMap((report) => dateOfReport(index, report) ?? [])
    .sort();
}

/** ISO date of the newest report that states it. */
export function newestDate(index: GraphIndex, item: GraphNode | GraphEdge): string | undefined {
  let newest: string | undefined;
  for (const report of "labels" in item ? reportsNaming(index, item) : listProperty(item, "reports")) {
    const date = dateOfReport(index, report);
    if (date !== undefined && (newest === undefined || date > newest)) newest = date;
  }
  return newest;
}

/** Years of the reports that state the node. */
export function yearsOf(index: GraphIndex, node: GraphNode): string[] {
  return [...new Set(reportDates(index, node).map((date) => date.slice(0, 4)))];
}

/** Sentences of newer reports first, undated last; within a report as they stand. */
export function newestFirst(items: readonly EvidenceItem[]): EvidenceItem[] {
  return [...items].sort(
    (a, b) =>
      (b.date ?? "").localeCompare(a.date ?? "") ||
      (a.report < b.report ? -1 : a.report > b.report ? 1 : a.start - b.start),
  );
}
