/**
 * Dates of reports as they matter to what reports state.
 * @module
 */

import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import type { EvidenceItem } from "../api-types.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listedReports, reportCountOf, reportIdOf, reportsOf } from "../graph-items.ts";

/** Ids of all reports that state the node; its own list may be cut, the relations to reports are not. */
export function allReports(index: GraphIndex, node: GraphNode): string[] {
  const listed = reportsOf(node);
  // Reports state an indicator by its figures.
  if (listed.length === 0) {
    const figures = index.edgesInto(node.id, "OF").flatMap(({ start }) => index.node(start) ?? []);
    return [...new Set(figures.flatMap(reportsOf))];
  }
  if (listed.length >= reportCountOf(node)) return listed;
  return index.edgesFrom(node.id, "MENTIONED_IN").flatMap(({ end }) => {
    const report = index.node(end);
    return report ? [reportIdOf(report)] : [];
  });
}

/** Dates of the reports that state the node, those without one left out; sorted. */
export function reportDates(index: GraphIndex, node: GraphNode): string[] {
  const at = index.network.at(node.id);
  return at === undefined ? [] : index.network.reportDates(at).sort();
}

/** ISO date of the newest report that states it. */
export function newestDate(index: GraphIndex, item: GraphNode | GraphEdge): string | undefined {
  let newest: string | undefined;
  for (const report of "labels" in item ? allReports(index, item) : listedReports(item)) {
    const date = index.dateOfReport(report);
    if (date !== undefined && (newest === undefined || date > newest)) newest = date;
  }
  return newest;
}

/** Years of the reports that state the node, sorted. */
export function yearsOf(index: GraphIndex, node: GraphNode): string[] {
  const at = index.network.at(node.id);
  return at === undefined ? [] : yearsAt(index, at);
}

/** The same, by the node's place in the network. */
export const yearsAt = (index: GraphIndex, at: number): string[] =>
  [...new Set(index.network.reportDates(at).map((date) => date.slice(0, 4)))].sort();

/** Sentences of newer reports first, undated last; within a report as they stand. */
export function newestFirst(items: readonly EvidenceItem[]): EvidenceItem[] {
  return [...items].sort(
    (a, b) =>
      compareTexts(b.date ?? "", a.date ?? "") || compareTexts(a.report, b.report) || a.start - b.start,
  );
}
