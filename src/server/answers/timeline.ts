/**
 * What is known of a thing in order of time: dates that reports state, then the days on which reports appeared, which are
 * not the days on which it happened; at the end what no report dates.
 * @module
 */

import { nodeType } from "../../../schema/index.ts";
import type { GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import type { Page } from "../api-types.ts";
import { evidenceOf, labelOf, plain } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { captionOf, textProperty, typeOf } from "../graph-items.ts";
import type { TimelineItem } from "../page-types.ts";
import { newestDate, newestFirst } from "./dates.ts";
import { edgeLabel, edgesOf, statusOf } from "./sections.ts";

const DATE_KINDS = new Set(["date", "period"]);
const SHOWN = 24;

function ownDates(index: GraphIndex, node: GraphNode): TimelineItem[] {
  const type = typeOf(node);
  const definition = nodeType(type);
  // A report's date is no event in its life, a figure's period no point in time.
  if (definition?.spec.base !== "entity") return [];
  return Object.entries(definition.properties).flatMap(([name, { kind }]) => {
    const date = DATE_KINDS.has(kind) ? textProperty(node, name) : undefined;
    if (date === undefined) return [];
    const evidence = newestFirst(evidenceOf(index, node, `${name}Evidence`)).slice(0, 1);
    const label = labelOf(type, name);
    return [{ date, basis: "stated" as const, label, text: "", kind, status: "stated", evidence }];
  });
}

function ofEdges(index: GraphIndex, node: GraphNode): TimelineItem[] {
  const named = nodeType(typeOf(node))?.spec.page.timeline ?? [];
  return named.flatMap((part) =>
    edgesOf(index, node.id, part).flatMap((edge): TimelineItem[] => {
      const end = index.node(part.dir === "out" ? edge.end : edge.start);
      if (!end) return [];
      const stated = textProperty(end, "date");
      const date = stated ?? newestDate(index, edge);
      const definition = nodeType(typeOf(end));
      const kind = definition?.properties[definition.spec.caption]?.kind;
      return [
        {
          ...(date === undefined ? {} : { date }),
          basis: stated === undefined ? (date === undefined ? "none" : "report") : "stated",
          label: edgeLabel(part.edge, part.dir),
          text: captionOf(end),
          ...(kind === undefined ? {} : { kind }),
          status: textProperty(end, "status") ?? statusOf(edge),
          node: end.id,
          edge: edge.id,
          evidence: newestFirst(evidenceOf(index, edge)).slice(0, 1),
        },
      ];
    }),
  );
}

function ofReports(index: GraphIndex, node: GraphNode): TimelineItem[] {
  return index.edgesFrom(node.id, "MENTIONED_IN").map((edge): TimelineItem => {
    const report = index.node(edge.end);
    const date = report && textProperty(report, "date");
    return {
      ...(date === undefined ? {} : { date }),
      basis: date === undefined ? "none" : "report",
      label: plain({ zh: "见于报告", en: "in a report" }),
      text: report ? captionOf(report) : "",
      kind: "report",
      status: "stated",
      node: edge.end,
      edge: edge.id,
      evidence: evidenceOf(index, edge).slice(0, 1),
    };
  });
}

const BASIS: readonly TimelineItem["basis"][] = ["stated", "report", "none"];

/** Of more than fits, what happened goes before what was merely reported, newer before older; `total` counts all. */
export function timelineOf(index: GraphIndex, node: GraphNode): Page<TimelineItem> {
  const facts = [...ownDates(index, node), ...ofEdges(index, node)];
  const reports = ofReports(index, node);
  const weight = ({ basis, date }: TimelineItem): string => `${9 - BASIS.indexOf(basis)}${date ?? ""}`;
  const newer = (a: TimelineItem, b: TimelineItem): number => compareTexts(weight(b), weight(a));
  const chosen = [...facts.sort(newer), ...reports.sort(newer)].slice(0, SHOWN);
  const items = chosen.sort(
    (a, b) =>
      Number(a.date === undefined) - Number(b.date === undefined) ||
      compareTexts(a.date ?? "", b.date ?? "") ||
      compareTexts(a.text, b.text),
  );
  return { items, total: facts.length + reports.length, offset: 0, limit: SHOWN };
}
