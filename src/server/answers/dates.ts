/**
 * Dates of reports as they matter to what reports state.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import type { EvidenceItem } from "../api-types.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listProperty, numberProperty, reportIdOf, reportsOf, textProperty } from "../graph-items.ts";

/** How many entries a list has, with those that it leaves out. */
export function countOf(item: GraphNode | GraphEdge, property: string): number {
  const left = listProperty(item, "leftOut").find((said) => said.startsWith(`${property} `));
  return listProperty(item, property).length + Number(left?.split(" ")[1] ?? 0);
}

/** Ids of all reports that state the node; its own list may be cut, the relations to reports are not. */
export function allReports(index: GraphIndex, node: GraphNode): string[] {
  const listed = reportsOf(node);
  if (listed.length >= (numberProperty(node, "reportCount") ?? 0)) return listed;
  return index.edgesFrom(node.id, "MENTIONED_IN").flatMap(({ end }) => {
    const report = index.node(end);
    return report ? [reportIdOf(report)] : [];
  });
}

export function dateOfReport(index: GraphIndex, report: string): string | undefined {
  const node = index.report(report);
  return node && textProperty(node, "date");
}

/** Dates of the reports that state the node, those without one left out; sorted. */
export function reportDates(index: GraphIndex, node: GraphNode): string[] {
  return allReports(index, node)
    .flatMap((report) => dateOfReport(index, report) ?? [])
    .sort();
}

/** ISO date of the newest report that states it. */
export function newestDate(index: GraphIndex, item: GraphNode | GraphEdge): string | undefined {
  let newest: string | undefined;
  for (const report of "labels" in item ? allReports(index, item) : listProperty(item, "reports")) {
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
