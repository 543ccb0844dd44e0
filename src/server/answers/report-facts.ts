/**
 * What was read from one report, each at its place in the text, and the sentences that gave nothing.
 * @module
 */
import { edgeType, nodeType, parseEvidence } from "../../../schema/index.ts";
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { detailsOf, labelOf, nodeRef, plain } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listProperty, numberProperty, typeOf, unitOf } from "../graph-items.ts";
import type { ReportFact, ReportFactsBody } from "../page-types.ts";
import { reportBody } from "../reading.ts";
import { isSure } from "../sure.ts";
import type { ReportText } from "../workspace-api.ts";
import { statedIn, TIES } from "./by-report.ts";
import { matching } from "./lists.ts";
import { placed } from "./mentions.ts";
import { edgeLabel, statusOf } from "./sections.ts";
import { silentAmong } from "./silent.ts";

const READ_KINDS = new Set(["body", "title", "heading", "caption", "row"]);

function placesIn(report: string, entries: readonly string[]): { start: number; end: number }[] {
  return entries.flatMap((entry) => {
    const parsed = parseEvidence(entry);
    return parsed?.report === report ? [{ start: parsed.start, end: parsed.end }] : [];
  });
}

function nodeFacts(index: GraphIndex, node: GraphNode, report: string): ReportFact[] {
  const type = typeOf(node);
  const definition = nodeType(type);
  const subject = nodeRef(index, node.id);
  if (definition?.spec.base === "statement") {
    const status = node.properties["status"] ?? "stated";
    const [owner] =
      type === "Milestone"
        ? index.edgesInto(node.id, "REACHED").map(({ start }) => start)
        : index.edgesFrom(node.id, type === "Quote" ? "SPOKEN_BY" : "ABOUT").map(({ end }) => end);
    const details = definition.spec.page.header.flatMap((name) => {
      const value = node.properties[name];
      return value === undefined || name === definition.spec.caption
        ? []
        : [{ name, label: labelOf(type, name), value: name === "unit" ? (unitOf(node) ?? value) : value }];
    });
    const kind = definition.properties[definition.spec.caption]?.kind;
    return placesIn(report, listProperty(node, "evidence")).map((place) => ({
      ...place,
      name: type,
      label: plain(definition.spec.labels),
      subject: owner === undefined ? subject : nodeRef(index, owner),
      object: subject,
      ...(kind === undefined ? {} : { kind }),
      status: node.properties["kind"] === "target" ? "planned" : String(status),
      details,
    }));
  }
  return Object.entries(node.properties).flatMap(([name, value]) => {
    const property = /^(.+)Evidence$/.exec(name)?.[1];
    if (property === undefined || !Array.isArray(value)) return [];
    // Which of several values a sentence states is not kept: all are told.
    const all = node.properties[`${property}All`];
    const told = Array.isArray(all) && all.length > 1 ? all : node.properties[property];
    if (told === undefined) return [];
    const kind = definition?.properties[Array.isArray(told) ? `${property}All` : property]?.kind;
    return placesIn(report, value.map(String)).map((place) => ({
      ...place,
      name: property,
      label: labelOf(type, property),
      subject,
      value: told,
      ...(kind === undefined ? {} : { kind }),
      status: "stated",
      details: [],
    }));
  });
}

type Places = { start: number; end: number }[];

function edgeFacts(index: GraphIndex, edge: GraphEdge, places: Places): ReportFact[] {
  const confidence = numberProperty(edge, "confidence");
  return places.map((place) => ({
    ...place,
    name: edge.type,
    label: edgeType(edge.type) ? edgeLabel(edge.type, "out") : { zh: edge.type, en: edge.type },
    subject: nodeRef(index, edge.start),
    object: nodeRef(index, edge.end),
    status: statusOf(edge),
    ...(confidence === undefined ? {} : { confidence }),
    details: detailsOf(edge),
    edge: edge.id,
  }));
}

/** The relations that a report states with their places; those of edges whose lists are cut come from the workspace. */
function placedIn(
  index: GraphIndex,
  edges: readonly GraphEdge[],
  report: ReportText,
): { edge: GraphEdge; places: Places }[] {
  const stated = new Map(
    edges.map((edge) => [edge.id, { edge, places: placesIn(report.id, listProperty(edge, "evidence")) }]),
  );
  const starts = new Map<string, Set<number>>();
  for (const { edge: id, start, end } of report.stated ?? []) {
    const edge = stated.get(id)?.edge ?? index.edge(id);
    if (edge === undefined || TIES.has(edge.type)) continue;
    const { places } = stated.get(id) ?? { places: [] as Places };
    const known = starts.get(id) ?? new Set(places.map((place) => place.start));
    starts.set(id, known);
    if (known.has(start)) continue;
    known.add(start);
    places.push({ start, end });
    stated.set(id, { edge, places });
  }
  return [...stated.values()];
}

/** A milestone says the stage that its sentence states; the project's own value would say it again. */
function withoutRepeatedStages(facts: readonly ReportFact[]): ReportFact[] {
  const key = ({ subject, start, end }: ReportFact): string => `${start} ${end} ${subject.id}`;
  const reached = new Set(facts.filter(({ name }) => name === "Milestone").map(key));
  return facts.filter((fact) => fact.name !== "stage" || !reached.has(key(fact)));
}

/** @param least 0..1: what is less sure is counted, not told; its sentences were read all the same. */
export function reportFacts(index: GraphIndex, report: ReportText, least: number): ReportFactsBody {
  const { nodes, edges: listed } = statedIn(index, report.id);
  const stated = placedIn(index, listed, report);
  const edges = stated.map(({ edge }) => edge);
  const shown = edges.filter((edge) => isSure(edge, least));
  const all = withoutRepeatedStages([
    ...nodes.flatMap((node) => nodeFacts(index, node, report.id)),
    ...stated.flatMap(({ edge, places }) => edgeFacts(index, edge, places)),
  ]).sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      (a.name < b.name ? -1 : 1) ||
      (a.subject.id < b.subject.id ? -1 : 1),
  );
  const kept = new Set(shown.map(({ id }) => id));
  const facts = all.filter(({ edge }) => edge === undefined || kept.has(edge));
  const read = report.textSentences.filter(({ kind }) => READ_KINDS.has(kind));
  const silent = silentAmong(read, [...all, ...placed(index, report)]);
  const order = matching(index, "Report", { offset: 0, limit: 0, filters: {}, facetValues: 0 });
  const own = index.report(report.id)?.id;
  const place = order.findIndex((node) => node.id === own);
  const [previous, next] = place < 0 ? [] : [order[place - 1], order[place + 1]];
  return {
    report: reportBody(report),
    facts,
    hidden: edges.length - shown.length,
    read: read.length,
    silent: silent.map(({ start, end, text }) => ({ start, end, text })),
    ...(previous ? { previous: nodeRef(index, previous.id) } : {}),
    ...(next ? { next: nodeRef(index, next.id) } : {}),
  };
}
