/**
 * The relations of a node as sections of its page: those that its type names, in that order, then all others. Every edge
 * stands in exactly one section, an edge from a node to itself once for each direction.
 * @module
 */

import {
  type EdgeDefinition,
  edgeType,
  edgeTypes,
  nodeType,
  type PageSection,
} from "../../../schema/index.ts";
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import type { Detail, Label } from "../api-types.ts";
import { detailsOf, edgeFact, plain } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { countOf, numberProperty, statedStatus, typeOf, unitOf } from "../graph-items.ts";
import type { SectionBody, SectionFact, SectionHead } from "../page-types.ts";
import { isSure } from "../sure.ts";
import { newestDate, newestFirst } from "./dates.ts";

export interface FactFilter {
  /** Only these; without it, all. */
  status?: ReadonlySet<string> | undefined;
  /** 0..1; what has no confidence is true by construction and stays. */
  minConfidence?: number | undefined;
}

interface Section {
  head: SectionHead;
  edges: GraphEdge[];
}

const STATUS_ORDER = ["stated", "planned", "former", "negated"];

export function statusOf(edge: GraphEdge): string {
  return statedStatus(edge) ?? "stated";
}

export function sectionName({ edge, dir, types }: Pick<PageSection, "edge" | "dir" | "types">): string {
  return `${edge}${dir === "in" ? ".in" : ""}${types ? `.${types.join("~")}` : ""}`;
}

export function edgeLabel(edge: string, dir: "in" | "out"): Label {
  const spec = edgeType(edge)?.spec;
  return spec ? plain(dir === "out" ? spec.labels : spec.inverse) : { zh: edge, en: edge };
}

/** Also used by lists: the edges of a node that a schema's page names. */
export function edgesOf(
  index: GraphIndex,
  id: string,
  { edge, dir, types }: Pick<PageSection, "edge" | "dir" | "types">,
): GraphEdge[] {
  const edges = dir === "out" ? index.edgesFrom(id, edge) : index.edgesInto(id, edge);
  if (!types) return edges;
  return edges.filter((each) => types.includes(index.network.type(dir === "out" ? each.end : each.start)));
}

export function sectionsOf(index: GraphIndex, node: GraphNode): Section[] {
  const declared = nodeType(typeOf(node))?.spec.page.sections ?? [];
  // Those for certain types take their edges first, whatever the order on the page.
  const order = [...declared].sort((a, b) => Number(a.types === undefined) - Number(b.types === undefined));
  const found = new Map<string, GraphEdge[]>(declared.map((section) => [sectionName(section), []]));
  const others = new Map<string, { edge: string; dir: "in" | "out" }>();
  const put = (edge: GraphEdge, dir: "in" | "out"): void => {
    const type = index.network.type(dir === "out" ? edge.end : edge.start);
    const taker = order.find(
      (each) => each.edge === edge.type && each.dir === dir && (each.types?.includes(type) ?? true),
    );
    const name = sectionName(taker ?? { edge: edge.type, dir });
    if (!taker) others.set(name, { edge: edge.type, dir });
    const list = found.get(name);
    if (list) list.push(edge);
    else found.set(name, [edge]);
  };
  for (const edge of index.network.edgesFrom(node.id)) put(edge, "out");
  for (const edge of index.network.edgesInto(node.id)) put(edge, "in");

  const headOf = (name: string, edge: string, dir: "in" | "out", label: Label, other: boolean): Section => {
    const edges = found.get(name) ?? [];
    const statuses: Record<string, number> = {};
    for (const each of edges) {
      const status = statusOf(each);
      if (status !== "stated") statuses[status] = (statuses[status] ?? 0) + 1;
    }
    return { head: { name, edge, direction: dir, label, total: edges.length, statuses, other }, edges };
  };
  const schemaOrder = (edgeTypes as unknown as readonly EdgeDefinition[]).map(({ type }) => type);
  return [
    ...declared.map((section) => {
      const label = section.labels ? plain(section.labels) : edgeLabel(section.edge, section.dir);
      return headOf(sectionName(section), section.edge, section.dir, label, false);
    }),
    ...[...others]
      .sort(
        (a, b) => schemaOrder.indexOf(a[1].edge) - schemaOrder.indexOf(b[1].edge) || (a[0] < b[0] ? -1 : 1),
      )
      .map(([name, { edge, dir }]) => headOf(name, edge, dir, edgeLabel(edge, dir), true)),
  ];
}

/** What a statement at the other end says beside its name. */
function statementDetails(index: GraphIndex, id: string): Detail[] {
  const node = index.node(id);
  const definition = node && nodeType(typeOf(node));
  if (!node || definition?.spec.base !== "statement") return [];
  const { header } = definition.spec.page;
  return header.flatMap((name) => {
    const value = node.properties[name];
    const spec = definition.properties[name];
    const said = name === definition.spec.caption || name === "indicator";
    if (value === undefined || spec === undefined || said) return [];
    return [{ name, label: plain(spec), value: name === "unit" ? (unitOf(node) ?? value) : value }];
  });
}

/** @param sentences How many of its sentences the fact brings. */
export function sectionFact(index: GraphIndex, edge: GraphEdge, id: string, sentences = 1): SectionFact {
  const fact = edgeFact(index, edge, id);
  const confidence = numberProperty(edge, "confidence");
  const reportDate = newestDate(index, edge);
  return {
    ...fact,
    details: [...detailsOf(edge), ...(fact.other ? statementDetails(index, fact.other.id) : [])],
    evidence: newestFirst(fact.evidence).slice(0, sentences),
    sentences: countOf(edge, "evidence"),
    reports: countOf(edge, "reports"),
    ...(confidence === undefined ? {} : { confidence }),
    ...(reportDate === undefined ? {} : { reportDate }),
  };
}

export function admitted(edge: GraphEdge, { status, minConfidence }: FactFilter): boolean {
  if (status && !status.has(statusOf(edge))) return false;
  return minConfidence === undefined || isSure(edge, minConfidence);
}

/** Stated before planned and denied; statements and reports by date, things by how many reports say so. */
function sorted(index: GraphIndex, { head, edges }: Section): GraphEdge[] {
  const other = (edge: GraphEdge): string => (head.direction === "out" ? edge.end : edge.start);
  const dated = (edge: GraphEdge): boolean =>
    nodeType(index.network.type(other(edge)))?.spec.base !== "entity";
  const keys = new Map(
    edges.map((edge) => [
      edge.id,
      {
        status: STATUS_ORDER.indexOf(statusOf(edge)),
        date: dated(edge) ? (newestDate(index, edge) ?? "") : "",
        reports: countOf(edge, "reports"),
        degree: index.network.degree(other(edge)),
      },
    ]),
  );
  const none = { status: 0, date: "", reports: 0, degree: 0 };
  return [...edges].sort((a, b) => {
    const [x, y] = [keys.get(a.id) ?? none, keys.get(b.id) ?? none];
    return (
      x.status - y.status ||
      compareTexts(y.date, x.date) ||
      y.reports - x.reports ||
      y.degree - x.degree ||
      (a.id < b.id ? -1 : 1)
    );
  });
}

export function sectionBody(
  index: GraphIndex,
  node: GraphNode,
  section: Section,
  filter: FactFilter,
  { offset, limit }: { offset: number; limit: number },
): SectionBody {
  const shown = sorted(index, section).filter((edge) => admitted(edge, filter));
  return {
    ...section.head,
    items: shown.slice(offset, offset + limit).map((edge) => sectionFact(index, edge, node.id)),
    total: shown.length,
    hidden: section.edges.length - shown.length,
    offset,
    limit,
  };
}
