/**
 * Claims and judgements fold into nodes and edges with their evidence. Same inputs, same graph, byte for byte.
 * @module
 */
import type { Claim, ObservationClaim, QuoteClaim, RelationClaim, ValueClaim } from "../model/claim.ts";
import type { Graph, GraphEdge, GraphNode, Properties } from "../model/graph.ts";
import { shortHash } from "../model/hash.ts";
import type { Entity, Resolution } from "../resolve/index.ts";
import { EvidenceSet } from "./evidence.ts";
import { pickStage, pickValue } from "./values.ts";

/** What the graph shows of a report. */
export interface ReportInfo {
  id: string;
  title: string;
  source: string;
  sha256: string;
  encoding: string;
  characters: number;
  sentences: number;
  articles: string[];
  sections: string[];
  byline: string[];
  date?: string;
  outlet?: string;
  /** Division code and official name of the place it is about. */
  home?: string;
  homeName?: string;
}

const list = (values: Iterable<string>): string[] => [...values].sort();
const withDefined = (properties: Record<string, Properties[string] | undefined>): Properties =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ) as Properties;

export const reportNodeId = (id: string): string => `report:${id}`;

class Builder {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();
  private readonly support = new Map<string, EvidenceSet>();

  node(id: string, labels: string[], properties: Record<string, Properties[string] | undefined>): void {
    this.nodes.set(id, { id, labels: list(labels), properties: withDefined({ id, ...properties }) });
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** Adds a claim's support to an edge and returns the edge, new or old. */
  edge(type: string, start: string, end: string, claim: Claim): { edge: GraphEdge; fresh: boolean } {
    const id = shortHash([type, start, end]);
    let edge = this.edges.get(id);
    const fresh = edge === undefined;
    if (!edge) {
      edge = { id, type, start, end, properties: {} };
      this.edges.set(id, edge);
      this.support.set(id, new EvidenceSet());
    }
    this.support.get(id)?.add(claim);
    return { edge, fresh };
  }

  finish(): Graph {
    for (const edge of this.edges.values()) {
      const support = this.support.get(edge.id) as EvidenceSet;
      edge.properties = withDefined({
        ...edge.properties,
        id: edge.id,
        reports: support.reports,
        evidence: support.evidence,
        ...(edge.type === "MENTIONED_IN" ? { count: support.count } : {}),
      });
    }
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    return { nodes: [...this.nodes.values()].sort(byId), edges: [...this.edges.values()].sort(byId) };
  }
}

/** Folds the claims of all reports into one graph. */
export function assemble(
  claims: readonly Claim[],
  reports: readonly ReportInfo[],
  resolution: Resolution,
): Graph {
  const builder = new Builder();
  const infos = new Map(reports.map((r) => [r.id, r]));
  const dateOf = (report: string): string => infos.get(report)?.date ?? "";

  for (const r of reports)
    builder.node(reportNodeId(r.id), ["Report"], {
      name: r.id,
      title: r.title || undefined,
      date: r.date,
      outlet: r.outlet,
      byline: r.byline,
      source: r.source,
      sha256: r.sha256,
      encoding: r.encoding,
      characters: r.characters,
      sentences: r.sentences,
      articles: r.articles.filter((title) => title !== ""),
      sections: r.sections,
    });

  const byEntity = new Map<Entity, Claim[]>();
  const note = (entity: Entity | undefined, claim: Claim): void => {
    if (!entity) return;
    const known = byEntity.get(entity);
    if (known) known.push(claim);
    else byEntity.set(entity, [claim]);
  };
  for (const claim of claims)
    if (claim.kind === "mention" || claim.kind === "value" || claim.kind === "alias")
      note(resolution.entityOf(claim.report, claim.subject), claim);
  // An entity that is named only as the end of an edge has that sentence behind it.
  for (const claim of claims) {
    if (claim.kind !== "relation") continue;
    for (const ref of [claim.subject, claim.object]) {
      const entity = ref === "REPORT" ? undefined : resolution.entityOf(claim.report, ref);
      if (entity && (byEntity.get(entity) ?? []).every((c) => c.kind === "relation")) note(entity, claim);
    }
  }
  for (const entity of resolution.entities) addEntity(builder, entity, byEntity.get(entity) ?? [], dateOf);

  for (const claim of claims) {
    switch (claim.kind) {
      case "mention": {
        const entity = resolution.entityOf(claim.report, claim.subject);
        if (entity) builder.edge("MENTIONED_IN", entity.id, reportNodeId(claim.report), claim);
        break;
      }
      case "relation":
        addRelation(builder, claim, resolution);
        break;
      case "observation":
        addObservation(builder, claim, resolution, infos);
        break;
      case "quote":
        addQuote(builder, claim, resolution);
        break;
      case "value":
        if (claim.property === "stage") addMilestone(builder, claim, resolution);
        break;
      case "alias":
        break;
    }
  }
  return builder.finish();
}

function addEntity(
  builder: Builder,
  entity: Entity,
  claims: readonly Claim[],
  dateOf: (report: string) => string,
): void {
  const values = claims.filter((c): c is ValueClaim => c.kind === "value");
  const of = (property: ValueClaim["property"]): ValueClaim[] =>
    values.filter((v) => v.property === property);
  const support = new EvidenceSet();
  const seen = new Set<string>();
  for (const claim of claims) {
    // The first mention per report, and every sentence that states a value.
    if (claim.kind === "value" || !seen.has(claim.report)) support.add(claim);
    seen.add(claim.report);
  }
  const investment = pickValue(
    of("totalInvestment").filter((v) => v.status !== "negated"),
    dateOf,
  );
  const stage = pickStage(of("stage"), dateOf);
  const completion = pickValue(
    of("completion").filter((v) => v.status !== "negated"),
    dateOf,
  );
  const official = of("official").some((v) => v.value === true);
  const evidenceFor = (property: ValueClaim["property"]): string[] | undefined => {
    const set = new EvidenceSet();
    for (const v of of(property)) set.add(v);
    return set.count > 0 ? set.evidence : undefined;
  };
  const amounts = [...new Set(of("totalInvestment").map((v) => Number(v.value)))].sort((a, b) => a - b);
  const rhythms = list(new Set(of("rhythm").map((v) => String(v.value))));
  const descriptions = of("description").map((v) => String(v.value));
  builder.node(entity.id, [entity.type, "Entity", ...(official ? ["Official"] : [])], {
    name: entity.name,
    aliases: entity.aliases,
    mentions: claims.filter((c) => c.kind === "mention").length,
    reports: support.reports,
    evidence: support.evidence,
    ...(entity.code === undefined ? {} : { code: entity.code }),
    ...(entity.type === "Person" ? { official } : {}),
    ...(investment
      ? {
          totalInvestment: Number(investment.value),
          totalInvestmentQualifier: investment.qualifier,
          totalInvestmentEvidence: evidenceFor("totalInvestment"),
          ...(amounts.length > 1 ? { totalInvestmentAll: amounts } : {}),
        }
      : {}),
    ...(stage ? { stage: String(stage.value), stageEvidence: evidenceFor("stage") } : {}),
    ...(completion
      ? { completion: String(completion.value), completionEvidence: evidenceFor("completion") }
      : {}),
    ...(rhythms.length > 0 ? { rhythm: rhythms } : {}),
    ...(descriptions[0] === undefined ? {} : { description: descriptions[0] }),
  });
}

const STATUS_ORDER = ["negated", "planned", "stated"] as const;

function addRelation(builder: Builder, claim: RelationClaim, resolution: Resolution): void {
  const start = resolution.entityOf(claim.report, claim.subject)?.id;
  const end =
    claim.object === "REPORT"
      ? reportNodeId(claim.report)
      : resolution.entityOf(claim.report, claim.object)?.id;
  if (start === undefined || end === undefined || start === end) return;
  const { edge } = builder.edge(claim.predicate, start, end, claim);
  const p = edge.properties;
  const status =
    STATUS_ORDER[
      Math.max(
        STATUS_ORDER.indexOf(claim.status),
        STATUS_ORDER.indexOf((p["status"] ?? "negated") as (typeof STATUS_ORDER)[number]),
      )
    ] ?? claim.status;
  p["status"] = status;
  p["confidence"] = Math.max(Number(p["confidence"] ?? 0), claim.confidence);
  if (claim.title !== undefined) {
    const titles = list(new Set([...((p["titles"] as string[] | undefined) ?? []), claim.title]));
    p["titles"] = titles;
    p["title"] = [...titles].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? claim.title;
  }
  if (claim.amount !== undefined) p["amount"] = Math.max(Number(p["amount"] ?? 0), claim.amount);
  if (claim.rhythm !== undefined)
    p["rhythm"] = list(new Set([...((p["rhythm"] as string[] | undefined) ?? []), claim.rhythm]));
}

/** Properties that every node made from one claim has. */
const single = (claim: Claim): Record<string, Properties[string]> => {
  const set = new EvidenceSet();
  set.add(claim);
  return { reports: set.reports, evidence: set.evidence };
};

function addObservation(
  builder: Builder,
  claim: ObservationClaim,
  resolution: Resolution,
  infos: ReadonlyMap<string, ReportInfo>,
): void {
  const subject =
    claim.subject === "city"
      ? cityOf(claim.report, resolution, infos)
      : resolution.entityOf(claim.report, claim.subject);
  const id = `observation:${claim.id}`;
  builder.node(id, ["Observation"], {
    name: `${claim.indicator} ${claim.original}`,
    indicator: claim.indicator,
    value: claim.value,
    unit: claim.unit,
    qualifier: claim.qualifier,
    period: claim.period,
    change: claim.change,
    basis: claim.basis,
    kind: claim.observationKind,
    original: claim.original,
    subject: subject?.name,
    ...single(claim),
  });
  const indicator = `indicator:${shortHash([claim.indicator, claim.unit])}`;
  if (!builder.has(indicator))
    builder.node(indicator, ["Indicator"], { name: claim.indicator, unit: claim.unit });
  builder.edge("OF", id, indicator, claim);
  if (subject) builder.edge("ABOUT", id, subject.id, claim);
  builder.edge("REPORTED_IN", id, reportNodeId(claim.report), claim);
}

/** The entity of the place that the report is about, if the report names it. */
function cityOf(
  report: string,
  resolution: Resolution,
  infos: ReadonlyMap<string, ReportInfo>,
): Entity | undefined {
  const name = infos.get(report)?.homeName;
  return name === undefined ? undefined : resolution.entityOf(report, { type: "Place", name });
}

function addQuote(builder: Builder, claim: QuoteClaim, resolution: Resolution): void {
  const speaker = resolution.entityOf(claim.report, claim.speaker);
  if (!speaker) return;
  const id = `quote:${claim.id}`;
  builder.node(id, ["Quote"], {
    name: claim.words.slice(0, 40),
    text: claim.words,
    direct: claim.direct,
    ...single(claim),
  });
  builder.edge("SPOKEN_BY", id, speaker.id, claim);
  for (const ref of claim.about) {
    const entity = resolution.entityOf(claim.report, ref);
    if (entity) builder.edge("ABOUT", id, entity.id, claim);
  }
}

function addMilestone(builder: Builder, claim: ValueClaim, resolution: Resolution): void {
  const project = resolution.entityOf(claim.report, claim.subject);
  if (!project || claim.status === "negated") return;
  const id = `milestone:${shortHash([project.id, claim.report, String(claim.value), claim.status, claim.period ?? ""])}`;
  if (!builder.has(id))
    builder.node(id, ["Milestone"], {
      name: String(claim.value),
      stage: String(claim.value),
      date: claim.period,
      status: claim.status,
      ...single(claim),
    });
  builder.edge("REACHED", project.id, id, claim);
  builder.edge("REPORTED_IN", id, reportNodeId(claim.report), claim);
}
