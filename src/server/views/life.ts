/**
 * The life of a project: each stage that a report states, on the day that the sentence gives, else on the day of the report.
 * @module
 */

import type { GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import { evidenceOf } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listProperty, textProperty } from "../graph-items.ts";
import type { LifeBody, LifeMark } from "./api.ts";
import { spanOf } from "./periods.ts";

function markOf(index: GraphIndex, milestone: GraphNode): LifeMark {
  const evidence = evidenceOf(index, milestone);
  const date = textProperty(milestone, "date");
  const span = date === undefined ? undefined : spanOf(date);
  const day = evidence[0]?.date;
  const base = {
    stage: textProperty(milestone, "stage") ?? "",
    status: textProperty(milestone, "status") ?? "stated",
    evidence,
  };
  // Of a period with an open end the other end is all that is known.
  const [from, to] = [span?.first ?? span?.last, span?.last ?? span?.first];
  if (from !== undefined && to !== undefined) return { ...base, from, to, basis: "stated" };
  return day === undefined ? { ...base, basis: "none" } : { ...base, from: day, to: day, basis: "report" };
}

export function lifeOf(index: GraphIndex, project: GraphNode): LifeBody {
  const marks = index
    .edgesFrom(project.id, "REACHED")
    .map(({ end }) => end)
    // One edge for each sentence may lead to the same milestone.
    .filter((id, at, all) => all.indexOf(id) === at)
    .flatMap((id) => index.node(id) ?? [])
    .map((milestone) => markOf(index, milestone))
    .sort(
      (a, b) =>
        compareTexts(a.to ?? "~", b.to ?? "~") ||
        compareTexts(a.evidence[0]?.date ?? "", b.evidence[0]?.date ?? "") ||
        compareTexts(a.stage, b.stage),
    );
  const chosen = textProperty(project, "completion");
  const all = listProperty(project, "completionAll");
  const periods = [...new Set([...(chosen === undefined ? [] : [chosen]), ...all])];
  const evidence = evidenceOf(index, project, "completionEvidence");
  return {
    marks,
    completions: periods.map((period) => {
      const day = spanOf(period)?.last;
      return { period, ...(day === undefined ? {} : { day }), evidence };
    }),
  };
}
