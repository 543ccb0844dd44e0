/**
 * What is known of a node or an edge, fact by fact, and the sentences behind each.
 * @module
 */

import type { Label as SchemaLabel } from "../../schema/index.ts";
import { edgeType, nodeType, parseEvidence } from "../../schema/index.ts";
import type { GraphEdge, GraphNode, PropertyValue } from "../model/graph.ts";
import { compareTexts } from "../model/order.ts";
import type { Detail, EdgeBody, EntityBody, EvidenceItem, Fact, Label, NodeRef } from "./api-types.ts";
import { inEnglish } from "./english-name.ts";
import type { GraphIndex } from "./graph-index.ts";
import {
  captionOf,
  dateOf,
  listProperty,
  numberProperty,
  reportsOf,
  statedStatus,
  textProperty,
  typeOf,
} from "./graph-items.ts";
import { compareNames } from "./name-order.ts";

/** Bookkeeping that is shown in other ways. */
const HIDDEN = new Set([
  "id",
  "name",
  "aliases",
  "pinyin",
  "reports",
  "reportCount",
  "leftOut",
  "evidence",
  "status",
  "confidence",
  "sha256",
]);
const EVIDENCE_SUFFIX = "Evidence";
const CONFIDENCE_SUFFIX = "Confidence";

export const plain = ({ zh, en }: SchemaLabel): Label => ({ zh, en });

export function evidenceItems(index: GraphIndex, entries: readonly string[]): EvidenceItem[] {
  return entries.flatMap((entry) => {
    const parsed = parseEvidence(entry);
    if (!parsed) return [];
    const report = index.report(parsed.report);
    const date = report && dateOf(report);
    const outlet = report && textProperty(report, "outlet");
    return [
      {
        ...parsed,
        title: report ? captionOf(report) : parsed.report,
        ...(date === undefined ? {} : { date }),
        ...(outlet === undefined ? {} : { outlet }),
      },
    ];
  });
}

export function evidenceOf(
  index: GraphIndex,
  item: GraphNode | GraphEdge,
  property = "evidence",
): EvidenceItem[] {
  return evidenceItems(index, listProperty(item, property));
}

export function nodeRef(index: GraphIndex, id: string): NodeRef {
  const node = index.node(id);
  return {
    id,
    type: node ? typeOf(node) : "Node",
    name: index.caption(id),
    ...inEnglish(index, node),
  };
}

/** How sure a value of a node is: the figure itself, or one of several values that a thing has. */
export function confidenceOf(node: GraphNode, property: string): number | undefined {
  const own = property === "value" ? "confidence" : `${property}${CONFIDENCE_SUFFIX}`;
  return numberProperty(node, own);
}

export function labelOf(type: string, property: string): Label {
  const definition = nodeType(type) ?? edgeType(type);
  const spec = definition?.properties[property];
  return spec ? plain(spec) : { zh: property, en: property };
}

function shownProperties(item: GraphNode | GraphEdge): [string, PropertyValue][] {
  return Object.entries(item.properties).filter(
    ([name, value]) =>
      !HIDDEN.has(name) &&
      !name.endsWith(EVIDENCE_SUFFIX) &&
      !name.endsWith(CONFIDENCE_SUFFIX) &&
      !(Array.isArray(value) && value.length === 0),
  );
}

export function detailsOf(edge: GraphEdge): Detail[] {
  return shownProperties(edge).map(([name, value]) => ({ name, label: labelOf(edge.type, name), value }));
}

export function entityBody(index: GraphIndex, node: GraphNode): EntityBody {
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name]) => !/[eE]vidence$/.test(name)),
  );
  return {
    id: node.id,
    type: typeOf(node),
    labels: node.labels,
    name: captionOf(node),
    aliases: listProperty(node, "aliases"),
    reports: reportsOf(node),
    degree: index.network.degree(node.id),
    properties,
  };
}

export function propertyFacts(index: GraphIndex, node: GraphNode): Fact[] {
  const type = typeOf(node);
  return shownProperties(node).map(([name, value]) => {
    // `stageAll` is stated where `stage` is; a statement's values are all stated by its own sentence.
    const stem = name.replace(/(?:All|Qualifier)$/, "");
    const own = evidenceOf(index, node, `${stem}${EVIDENCE_SUFFIX}`);
    const statement = nodeType(type)?.spec.base === "statement";
    const evidence = own.length > 0 ? own : statement ? evidenceOf(index, node) : [];
    return { name, label: labelOf(type, name), kind: "property", value, details: [], evidence };
  });
}

export function edgeFact(index: GraphIndex, edge: GraphEdge, id: string): Fact {
  const direction = edge.start === id ? "out" : "in";
  const spec = edgeType(edge.type)?.spec;
  const words = direction === "out" ? spec?.labels : spec?.inverse;
  const other = nodeRef(index, direction === "out" ? edge.end : edge.start);
  return {
    name: edge.type,
    label: words ? plain(words) : { zh: edge.type, en: edge.type },
    kind: "edge",
    value: other.name,
    other,
    direction,
    edge: edge.id,
    status: statedStatus(edge) ?? "stated",
    details: detailsOf(edge),
    evidence: evidenceOf(index, edge),
  };
}

/** Own values first, then edges by type, direction and the other end's name; where it is mentioned comes last. */
export function factsOf(index: GraphIndex, node: GraphNode): Fact[] {
  const edges = index.network.edgesOf(node.id).map((edge) => edgeFact(index, edge, node.id));
  const rank = (fact: Fact): number => (fact.name === "MENTIONED_IN" || fact.name === "REPORTED_IN" ? 1 : 0);
  edges.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareTexts(a.name, b.name) ||
      compareTexts(String(a.direction), String(b.direction)) ||
      compareNames(String(a.value), String(b.value)),
  );
  return [...propertyFacts(index, node), ...edges];
}

export function edgeBody(index: GraphIndex, edge: GraphEdge): EdgeBody {
  const spec = edgeType(edge.type)?.spec;
  return {
    id: edge.id,
    type: edge.type,
    label: spec ? plain(spec.labels) : { zh: edge.type, en: edge.type },
    start: nodeRef(index, edge.start),
    end: nodeRef(index, edge.end),
    status: statedStatus(edge) ?? "stated",
    details: detailsOf(edge),
    evidence: evidenceOf(index, edge),
  };
}
