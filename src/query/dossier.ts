/**
 * All that the graph says of one entity: values, relations and a timeline, each with the sentences behind it. `show` prints
 * it; scripts write it as a document.
 * @module
 */
import { edgeTypes, nodeTypeOf, parseEvidence } from "../../schema/index.ts";
import type { Evidence, Graph, GraphNode, Properties, PropertyValue } from "../model/graph.ts";
import { compareTexts } from "../model/order.ts";

/** A node by id, name and type. */
export interface Named {
  id: string;
  type: string;
  name: string;
}

export interface Fact {
  property: string;
  value: PropertyValue;
  evidence: Evidence[];
}

export interface Relation {
  type: string;
  /** `out`: from the entity to the other. */
  direction: "out" | "in";
  other: Named;
  /** Without evidence, id and reports. */
  properties: Properties;
  evidence: Evidence[];
}

/** A stage that was reached, or a figure, at its time. */
export interface Moment {
  /** ISO date or interval as stated, else the date of the report, with `of` saying which. */
  date: string;
  of: "fact" | "report";
  /** The entity itself, or the part of it that this is about. */
  subject: Named;
  node: Named;
  properties: Properties;
  evidence: Evidence[];
}

export interface Dossier extends Named {
  labels: string[];
  aliases: string[];
  facts: Fact[];
  relations: Relation[];
  timeline: Moment[];
  /** Sentences that name it. */
  mentions: Evidence[];
}

const APART = new Set(["id", "name", "aliases", "evidence", "reports", "reportCount", "mentions"]);
/** Shown on the timeline, or as mentions. */
const ELSEWHERE = new Set(["REACHED", "MENTIONED_IN"]);
const isEvidenceKey = (key: string): boolean => key === "evidence" || key.endsWith("Evidence");

const evidenceIn = (list: PropertyValue | undefined): Evidence[] =>
  Array.isArray(list) ? list.flatMap((json) => parseEvidence(String(json)) ?? []) : [];

export const named = ({ id, labels, properties }: GraphNode): Named => ({
  id,
  type: nodeTypeOf(labels)?.type ?? labels[0] ?? "",
  name: String(properties["name"] ?? id),
});

const without = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !APART.has(key) && !isEvidenceKey(key)));

function factsOf({ properties }: GraphNode): Fact[] {
  return Object.entries(without(properties)).map(([property, value]) => ({
    property,
    value,
    evidence: evidenceIn(properties[`${property}Evidence`]),
  }));
}

/** The dossier of a node; undefined when the graph has no such node. */
export function dossierOf(graph: Graph, id: string): Dossier | undefined {
  const byId = new Map(graph.nodes.map((n) => [n.id, n]));
  const node = byId.get(id);
  if (!node) return undefined;
  const order: string[] = edgeTypes.map(({ type }) => type);
  const relations: Relation[] = [];
  const mentions: Evidence[] = [];
  for (const { type, start, end, properties } of graph.edges) {
    const other = start === id ? byId.get(end) : end === id ? byId.get(start) : undefined;
    if (!other) continue;
    const evidence = evidenceIn(properties["evidence"]);
    if (type === "MENTIONED_IN" && start === id) mentions.push(...evidence);
    if (ELSEWHERE.has(type) || other.labels.includes("Observation")) continue;
    relations.push({
      type,
      direction: start === id ? "out" : "in",
      other: named(other),
      properties: without(properties),
      evidence,
    });
  }
  relations.sort(
    (a, b) =>
      order.indexOf(a.type) - order.indexOf(b.type) ||
      compareTexts(a.direction, b.direction) ||
      compareTexts(a.other.name, b.other.name),
  );
  return {
    ...named(node),
    labels: node.labels,
    aliases: (node.properties["aliases"] as string[] | undefined) ?? [],
    facts: factsOf(node),
    relations,
    timeline: timelineOf(graph, byId, node),
    mentions,
  };
}

/** Milestones and figures of the entity and of its parts (the phases of a project), oldest first. */
function timelineOf(graph: Graph, byId: ReadonlyMap<string, GraphNode>, node: GraphNode): Moment[] {
  const subjects = new Map([[node.id, node]]);
  for (const { type, start, end } of graph.edges) {
    const part = byId.get(start);
    if (type === "PART_OF" && end === node.id && part?.labels.includes("Project")) subjects.set(start, part);
  }
  const moments = graph.edges.flatMap(({ type, start, end, properties }): Moment[] => {
    const [subjectId, momentId] = type === "REACHED" ? [start, end] : [end, start];
    const [subject, moment] = [subjects.get(subjectId), byId.get(momentId)];
    const isMoment = type === "REACHED" || (type === "ABOUT" && moment?.labels.includes("Observation"));
    if (!subject || !moment || !isMoment) return [];
    const evidence = evidenceIn(moment.properties["evidence"] ?? properties["evidence"]);
    const stated = moment.properties["date"] ?? moment.properties["period"];
    const date = stated === undefined ? reportDate(byId, evidence) : String(stated);
    return [
      {
        date,
        of: stated === undefined ? "report" : "fact",
        subject: named(subject),
        node: named(moment),
        properties: without(moment.properties),
        evidence,
      },
    ];
  });
  return moments.sort((a, b) => compareTexts(a.date, b.date) || compareTexts(a.node.id, b.node.id));
}

function reportDate(byId: ReadonlyMap<string, GraphNode>, evidence: readonly Evidence[]): string {
  const dates = evidence.map(({ report }) => String(byId.get(`report:${report}`)?.properties["date"] ?? ""));
  return dates.sort()[0] ?? "";
}
