/**
 * All that the page of a thing needs at first: the sentence, its own values, every section with its total and its first
 * facts, the timeline, and who else has the same name.
 * @module
 */
import { nodeType } from "../../../schema/index.ts";
import type { GraphNode } from "../../model/graph.ts";
import type { EvidenceItem, Fact } from "../api-types.ts";
import { inEnglish } from "../english-name.ts";
import { confidenceOf, evidenceOf, nodeRef, propertyFacts } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { captionOf, countOf, listProperty, numberProperty, typeOf, unitOf } from "../graph-items.ts";
import type { EntityPageBody, SectionFact } from "../page-types.ts";
import { allReports, newestDate, newestFirst, reportDates } from "./dates.ts";
import { once } from "./memo.ts";
import { type FactFilter, sectionBody, sectionsOf } from "./sections.ts";
import { summaryLine } from "./summary-line.ts";
import { timelineOf } from "./timeline.ts";

const FIRST_FACTS = 20;
/** Where a page has very many sections, each brings fewer facts at first, so that the answer stays small. */
const MOST_FACTS = 120;
const SENTENCES = 2;
const MOST_NAMESAKES = 12;

const byName = once((index) => {
  const names = new Map<string, string[]>();
  for (const node of index.network.nodes()) {
    const type = typeOf(node);
    if (nodeType(type)?.spec.base !== "entity") continue;
    const key = `${type}:${captionOf(node)}`;
    names.set(key, [...(names.get(key) ?? []), node.id]);
  }
  return names;
});

/** Told by the program itself; no sentence states them. */
const OF_THE_PROGRAM = new Set(["mentions", "confidence"]);

/** Numbers of a figure. */
const OF_THE_UNIT = new Set(["value", "valueLow", "valueHigh"]);

/** Posts are stated by the relations that name them. */
function evidenceElsewhere(index: GraphIndex, node: GraphNode, name: string): EvidenceItem[] {
  if (name !== "titles") return [];
  return index.edgesFrom(node.id, "WORKS_FOR").flatMap((edge) => evidenceOf(index, edge));
}

export function ownFacts(index: GraphIndex, node: GraphNode, sentences: number = SENTENCES): SectionFact[] {
  const unit = unitOf(node);
  const order = nodeType(typeOf(node))?.spec.page.header ?? [];
  const rank = ({ name }: Fact): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return propertyFacts(index, node)
    .filter(({ name, value }) => {
      if (OF_THE_PROGRAM.has(name) || name.endsWith("Qualifier")) return false;
      // Countries and regions have codes of our own, which tell people nothing.
      if (name === "code" && !/^\d+$/.test(String(value))) return false;
      // A figure's unit stands with its number.
      if (unit !== undefined && (name === "unit" || name === "qualifier")) return false;
      if (name.endsWith("All")) return Array.isArray(value) && value.length > 1;
      return !(name === "official" && value === false);
    })
    .map((fact) => {
      const found = fact.evidence.length > 0 ? fact.evidence : evidenceElsewhere(index, node, fact.name);
      const evidence = newestFirst(found);
      const left = countOf(node, `${fact.name}Evidence`) - listProperty(node, `${fact.name}Evidence`).length;
      const qualifier = node.properties[fact.name === "value" ? "qualifier" : `${fact.name}Qualifier`];
      const date = evidence[0]?.date;
      const confidence = confidenceOf(node, fact.name);
      return {
        ...fact,
        ...(confidence === undefined ? {} : { confidence }),
        details: [
          ...(typeof qualifier === "string"
            ? [{ name: "qualifier", label: { zh: "限定", en: "qualifier" }, value: qualifier }]
            : []),
          ...(unit !== undefined && OF_THE_UNIT.has(fact.name)
            ? [{ name: "unit", label: { zh: "单位", en: "unit" }, value: unit }]
            : []),
        ],
        evidence: evidence.slice(0, sentences),
        sentences: evidence.length + left,
        reports: new Set(evidence.map(({ report }) => report)).size,
        ...(date === undefined ? {} : { reportDate: date }),
      };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** What tells one of the same name from another: where people work, where things lie. */
function hintOf(index: GraphIndex, id: string): string {
  const edges = [...index.edgesFrom(id, "WORKS_FOR"), ...index.edgesFrom(id, "LOCATED_IN")];
  const names = [...new Set(edges.map(({ end }) => index.caption(end)))];
  return names.slice(0, 2).join("、");
}

/** @param surer The graph without the relations that `filter` leaves out; sections say how many those are. */
export function entityPage(
  index: GraphIndex,
  surer: GraphIndex,
  node: GraphNode,
  filter: FactFilter,
): EntityPageBody {
  const type = typeOf(node);
  const sections = sectionsOf(index, node);
  const used = Math.max(1, sections.filter(({ edges }) => edges.length > 0).length);
  const limit = Math.min(FIRST_FACTS, Math.max(5, Math.floor(MOST_FACTS / used)));
  const dates = reportDates(index, node);
  const mentions = numberProperty(node, "mentions");
  const namesakes = (byName(index).get(`${type}:${captionOf(node)}`) ?? []).filter((id) => id !== node.id);
  return {
    id: node.id,
    type,
    path: nodeType(type)?.spec.page.path ?? "",
    labels: node.labels,
    name: captionOf(node),
    ...inEnglish(index, node),
    aliases: listProperty(node, "aliases"),
    degree: index.network.degree(node.id),
    ...(mentions === undefined ? {} : { mentions }),
    summary: summaryLine(surer, node),
    properties: ownFacts(index, node),
    sections: sections.map((section) => sectionBody(index, node, section, filter, { offset: 0, limit })),
    timeline: timelineOf(surer, node),
    reports: allReports(index, node).length,
    ...(dates[0] === undefined ? {} : { firstReport: dates[0] }),
    ...(dates.length === 0 ? {} : { lastReport: newestDate(index, node) }),
    sameName: namesakes
      .slice(0, MOST_NAMESAKES)
      .map((id) => ({ ...nodeRef(index, id), hint: hintOf(index, id) })),
  };
}
