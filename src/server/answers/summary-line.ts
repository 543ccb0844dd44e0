/**
 * The sentence on top of a page, from facts alone: a template of the schema filled with what reports state. What is unsure,
 * denied or unknown is left out; where reports differ, all values are told.
 * @module
 */

import { nodeType, type PagePart } from "../../../schema/index.ts";
import type { GraphEdge, GraphNode, PropertyValue } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import { confidenceOf, evidenceOf, nodeRef, plain } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import {
  countOf,
  listedReports,
  listProperty,
  numberProperty,
  textProperty,
  typeOf,
} from "../graph-items.ts";
import type { SummaryPart } from "../page-types.ts";
import { allReports, newestDate, newestFirst } from "./dates.ts";
import { admitted, edgesOf, type FactFilter, sectionsOf, statusOf } from "./sections.ts";

/** Below this a relation or a value is not told in the first sentence; the page shows it further down, and says so. */
const SURE = 0.6;
const MOST_NAMES = 3;
const SENTENCES = 1;

type EdgePart = Extract<PagePart, { edge: string }>;

function propertyPart(
  index: GraphIndex,
  node: GraphNode,
  { property, say }: Extract<PagePart, { property: string; edge?: never }>,
): SummaryPart | undefined {
  const value = node.properties[property];
  if (value === undefined || (confidenceOf(node, property) ?? 1) < SURE) return undefined;
  const all = node.properties[`${property}All`];
  const others = Array.isArray(all) ? (all as PropertyValue[]).filter((each) => each !== value) : [];
  const qualifier = textProperty(node, `${property}Qualifier`);
  const own = evidenceOf(index, node, `${property}Evidence`);
  const list = own.length > 0 ? `${property}Evidence` : "evidence";
  const evidence = newestFirst(own.length > 0 ? own : evidenceOf(index, node));
  return {
    say: plain(say),
    kind: nodeType(typeOf(node))?.properties[property]?.kind,
    values: Array.isArray(value) && others.length === 0 ? [...value] : [value, ...others],
    ...(qualifier === undefined ? {} : { qualifier }),
    refs: [],
    more: 0,
    status: "stated",
    reports: new Set(evidence.map(({ report }) => report)).size,
    ...(countOf(node, list) > listProperty(node, list).length ? { andMore: true } : {}),
    differs: others.length > 0,
    evidence: evidence.slice(0, SENTENCES),
  };
}

const byWeight = (a: GraphEdge, b: GraphEdge): number =>
  Number(statusOf(a) !== "stated") - Number(statusOf(b) !== "stated") ||
  listedReports(b).length - listedReports(a).length ||
  (numberProperty(b, "confidence") ?? 1) - (numberProperty(a, "confidence") ?? 1) ||
  (a.id < b.id ? -1 : 1);

function reportsOfAll(edges: readonly GraphEdge[]): Pick<SummaryPart, "reports" | "andMore"> {
  const [only] = edges;
  if (only && edges.length === 1) return { reports: countOf(only, "reports") };
  const cut = edges.some((edge) => countOf(edge, "reports") > listedReports(edge).length);
  const reports = new Set(edges.flatMap((edge) => listedReports(edge))).size;
  return { reports, ...(cut ? { andMore: true } : {}) };
}

function edgePart(index: GraphIndex, node: GraphNode, part: EdgePart): SummaryPart | undefined {
  const sure: FactFilter = { minConfidence: SURE };
  const edges = edgesOf(index, node.id, part)
    .filter((edge) => !["negated", "former"].includes(statusOf(edge)) && admitted(edge, sure))
    .sort(byWeight);
  const [first] = edges;
  if (!first) return undefined;
  const other = (edge: GraphEdge): string => (part.dir === "out" ? edge.end : edge.start);
  const section = sectionsOf(index, node).find(({ edges: own }) => own.some(({ id }) => id === first.id));
  const base = { say: plain(part.say), section: section?.head.name, differs: false };
  if (part.property === undefined) {
    // Planned and stated are not told in one breath.
    const same = edges.filter((edge) => statusOf(edge) === statusOf(first));
    const evidence = newestFirst(evidenceOf(index, first));
    return {
      ...base,
      values: [],
      refs: same
        .slice(0, MOST_NAMES)
        .map((edge) => ({ ...nodeRef(index, other(edge)), status: statusOf(edge) })),
      more: Math.max(0, same.length - MOST_NAMES),
      status: statusOf(first),
      ...reportsOfAll(same),
      evidence: evidence.slice(0, SENTENCES),
      edge: first.id,
    };
  }
  // The value that the node itself holds is the one that counts, where it holds one.
  const { property } = part;
  if ((confidenceOf(node, property) ?? 1) < SURE) return undefined;
  const counts = textProperty(node, property);
  const matching = edges.filter((edge) => {
    const end = index.node(other(edge));
    return counts === undefined || (end && textProperty(end, property) === counts);
  });
  const newest = [...matching].sort((a, b) =>
    compareTexts(newestDate(index, b) ?? "", newestDate(index, a) ?? ""),
  )[0];
  const end = newest && index.node(other(newest));
  const value = end?.properties[property];
  if (!newest || !end || value === undefined) return undefined;
  return {
    ...base,
    kind: nodeType(typeOf(end))?.properties[property]?.kind,
    values: [value],
    refs: [],
    more: 0,
    status: textProperty(end, "status") ?? statusOf(newest),
    ...reportsOfAll(matching),
    reportDate: part.dated ? newestDate(index, newest) : undefined,
    evidence: newestFirst(evidenceOf(index, newest)).slice(0, SENTENCES),
    edge: newest.id,
  };
}

export function summaryLine(index: GraphIndex, node: GraphNode): SummaryPart[] {
  const parts = nodeType(typeOf(node))?.spec.page.summary ?? [];
  return parts.flatMap((part) => {
    const told = "edge" in part ? edgePart(index, node, part) : propertyPart(index, node, part);
    return told && told.evidence.length > 0 && allReports(index, node).length > 0 ? [told] : [];
  });
}
