/**
 * Indicators and their values: outcomes and targets as reports state them.
 * @module
 */

import type { GraphNode } from "../model/graph.ts";
import { compareTexts } from "../model/order.ts";
import { once } from "./answers/memo.ts";
import { evidenceOf } from "./facts.ts";
import type { GraphIndex } from "./graph-index.ts";
import { listProperty, numberProperty, propertyOf, reportsOf, textProperty } from "./graph-items.ts";
import { compareNames } from "./name-order.ts";
import { eachInSlices, sortedInSlices } from "./network/slices.ts";
import { properties } from "./network/told.ts";
import type { FigureBody } from "./sheet-types.ts";

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
    ...(indicator && propertyOf(indicator, "headline") === true ? { headline: true } : {}),
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

/** What a figure is found and sorted by. */
interface FigureKey {
  node: GraphNode;
  indicator: string;
  subject: string;
  subjectId: string | undefined;
  period: string;
  kind: "actual" | "target";
}

function keyOf(index: GraphIndex, node: GraphNode): FigureKey {
  const about = index.edgesFrom(node.id, "ABOUT")[0]?.end;
  return {
    node,
    indicator: textProperty(node, "indicator") ?? "",
    subject: textProperty(node, "subject") ?? (about === undefined ? "" : index.caption(about)),
    subjectId: about,
    period: textProperty(node, "period") ?? "",
    kind: textProperty(node, "kind") === "target" ? "target" : "actual",
  };
}

const inOrder = (a: FigureKey, b: FigureKey): number =>
  compareNames(a.indicator, b.indicator) ||
  compareNames(a.subject, b.subject) ||
  compareTexts(a.period, b.period) ||
  compareTexts(a.kind, b.kind) ||
  (a.node.id < b.node.id ? -1 : 1);

/** Made once for each state of the graph, in slices: figures that have a number, in order. */
const allKeys = once(async (index): Promise<FigureKey[]> => {
  await index.network.tell("Observation", properties("indicator", "subject", "period", "kind", "value"));
  const keys: FigureKey[] = [];
  await eachInSlices(index.ofType("Observation"), (node) => {
    if (Number.isFinite(numberProperty(node, "value"))) keys.push(keyOf(index, node));
  });
  return sortedInSlices(keys, inOrder);
});

/** Those that match, in order. */
export async function listFigures(index: GraphIndex, filter: FigureFilter): Promise<GraphNode[]> {
  const text = filter.text?.trim().toLowerCase();
  const { indicator, subject, kind, report } = filter;
  return (await allKeys(index))
    .filter(
      (key) =>
        (!text || `${key.indicator} ${key.subject}`.toLowerCase().includes(text)) &&
        (!indicator || key.indicator === indicator) &&
        (!subject || key.subject === subject || key.subjectId === subject) &&
        (!kind || key.kind === kind) &&
        (!report || reportsOf(key.node).includes(report)),
    )
    .map(({ node }) => node);
}
