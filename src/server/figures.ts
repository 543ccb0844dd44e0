/**
 * Indicators and their values: outcomes and targets as reports state them.
 * @module
 */

import type { GraphNode } from "../model/graph.ts";
import type { FigureBody } from "./api-types.ts";
import { evidenceOf } from "./facts.ts";
import type { GraphIndex } from "./graph-index.ts";
import { listProperty, numberProperty, textProperty } from "./graph-items.ts";

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

export function figureBody(index: GraphIndex, node: GraphNode): FigureBody {
  const about = index.edgesFrom(node.id, "ABOUT")[0];
  const indicator = index.node(index.edgesFrom(node.id, "OF")[0]?.end ?? "");
  const subject = textProperty(node, "subject") ?? (about ? index.caption(about.end) : undefined);
  return {
    id: node.id,
    indicator: textProperty(node, "indicator") ?? "",
    ...(indicator?.properties["headline"] === true ? { headline: true } : {}),
    ...optional("english", indicator && textProperty(indicator, "english")),
    ...optional("measure", textProperty(node, "measure")),
    ...optional("subject", subject),
    ...optional("subjectId", about?.end),
    value: numberProperty(node, "value") ?? Number.NaN,
    ...optional("valueLow", numberProperty(node, "valueLow")),
    ...optional("valueHigh", numberProperty(node, "valueHigh")),
    unit: textProperty(node, "unit") ?? "",
    ...optional("qualifier", textProperty(node, "qualifier")),
    ...optional("period", textProperty(node, "period")),
    ...optional("change", numberProperty(node, "change")),
    ...optional("basis", textProperty(node, "basis")),
    kind: textProperty(node, "kind") === "target" ? "target" : "actual",
    ...optional("original", textProperty(node, "original")),
    ...optional("confidence", numberProperty(node, "confidence")),
    reports: listProperty(node, "reports"),
    evidence: evidenceOf(index, node),
  };
}

export interface FigureFilter {
  text?: string | undefined;
  indicator?: string | undefined;
  subject?: string | undefined;
  kind?: "actual" | "target" | undefined;
  report?: string | undefined;
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

const bodies = new WeakMap<GraphIndex, FigureBody[]>();

/** Made once for each state of the graph. */
function allFigures(index: GraphIndex): FigureBody[] {
  const known = bodies.get(index);
  if (known) return known;
  const made = index.ofType("Observation").map((node) => figureBody(index, node));
  bodies.set(index, made);
  return made;
}

export function listFigures(index: GraphIndex, filter: FigureFilter): FigureBody[] {
  const text = filter.text?.trim().toLowerCase();
  return allFigures(index)
    .filter(
      (figure) =>
        Number.isFinite(figure.value) &&
        (!text || `${figure.indicator} ${figure.subject ?? ""}`.toLowerCase().includes(text)) &&
        (!filter.indicator || figure.indicator === filter.indicator) &&
        (!filter.subject || figure.subject === filter.subject || figure.subjectId === filter.subject) &&
        (!filter.kind || figure.kind === filter.kind) &&
        (!filter.report || figure.reports.includes(filter.report)),
    )
    .sort(
      (a, b) =>
        collator.compare(a.indicator, b.indicator) ||
        collator.compare(a.subject ?? "", b.subject ?? "") ||
        (a.period ?? "").localeCompare(b.period ?? "") ||
        a.kind.localeCompare(b.kind) ||
        (a.id < b.id ? -1 : 1),
    );
}
