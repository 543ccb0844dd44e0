/**
 * Statements that are kept as nodes: figures, quotes, stages reached.
 * @module
 */
import { officialIndicator } from "../indicators.ts";
import type { Claim, ObservationClaim, QuoteClaim, ValueClaim } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";
import type { Entity, EntityLookup } from "../resolve/index.ts";
import { type Builder, type Draft, reportNodeId, sorted } from "./builder.ts";
import { EvidenceSet } from "./evidence.ts";
import type { ReportInfo } from "./report-info.ts";

/** Reports and sentences of the claims that one node is made from. */
function sources(claims: readonly Claim[]): Draft {
  const set = new EvidenceSet();
  for (const claim of claims) set.add(claim);
  return { reports: set.reports, evidence: set.evidence };
}

export function addObservation(
  builder: Builder,
  claim: ObservationClaim,
  resolution: EntityLookup,
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
    measure: claim.measure,
    value: claim.value,
    valueLow: claim.valueLow,
    valueHigh: claim.valueHigh,
    unit: claim.unit,
    qualifier: claim.qualifier,
    period: claim.period,
    change: claim.change,
    basis: claim.basis,
    kind: claim.observationKind,
    original: claim.original,
    confidence: claim.confidence,
    subject: subject?.name ?? (claim.subject === "city" ? titlePlace(infos.get(claim.report)) : undefined),
    ...sources([claim]),
  });
  builder.edge("OF", id, indicatorId(claim.indicator), claim);
  if (subject) builder.edge("ABOUT", id, subject.id, claim);
  builder.edge("REPORTED_IN", id, reportNodeId(claim.report), claim);
}

/** One node for each name; its units are those of all its figures. */
export function addIndicators(builder: Builder, claims: readonly Claim[]): void {
  const units = new Map<string, string[]>();
  for (const claim of claims)
    if (claim.kind === "observation")
      units.set(claim.indicator, [...(units.get(claim.indicator) ?? []), claim.unit]);
  for (const [name, list] of units) addIndicator(builder, name, list);
}

export const indicatorId = (name: string): string => `indicator:${shortHash([name])}`;

export function addIndicator(builder: Builder, name: string, units: readonly string[]): void {
  const official = officialIndicator(name);
  builder.node(indicatorId(name), ["Indicator"], {
    name,
    units: sorted(units),
    ...(official ? { english: official.english, better: official.better, headline: official.headline } : {}),
  });
}

/** 云泽市2024年政府工作报告: the place that a title names, where the gazetteer knows none for the report. */
const titlePlace = (info: ReportInfo | undefined): string | undefined =>
  info?.homeName ??
  /^\p{Script=Han}{2,10}?[省市区县州盟旗](?=(?:19|20)\d{2} ?年)/u.exec(info?.title ?? "")?.[0];

/** The entity of the place that the report is about, if the report names it. */
function cityOf(
  report: string,
  resolution: EntityLookup,
  infos: ReadonlyMap<string, ReportInfo>,
): Pick<Entity, "id" | "name"> | undefined {
  const name = infos.get(report)?.homeName;
  return name === undefined ? undefined : resolution.entityOf(report, { type: "Place", name });
}

export function addQuote(builder: Builder, claim: QuoteClaim, resolution: EntityLookup): void {
  const speaker = resolution.entityOf(claim.report, claim.speaker);
  if (!speaker) return;
  const id = `quote:${claim.id}`;
  builder.node(id, ["Quote"], {
    name: claim.words.slice(0, 40),
    text: claim.words,
    direct: claim.direct,
    ...sources([claim]),
  });
  builder.edge("SPOKEN_BY", id, speaker.id, claim);
  for (const ref of claim.about) {
    const entity = resolution.entityOf(claim.report, ref);
    if (entity) builder.edge("ABOUT", id, entity.id, claim);
  }
}

/** One milestone per project, report, stage, status and date, with all sentences that state it. */
export function addMilestones(builder: Builder, claims: readonly Claim[], resolution: EntityLookup): void {
  const byId = new Map<string, { project: Pick<Entity, "id">; claims: ValueClaim[] }>();
  for (const claim of claims) {
    if (claim.kind !== "value" || claim.property !== "stage" || claim.status === "negated") continue;
    const project = resolution.entityOf(claim.report, claim.subject);
    if (!project) continue;
    const id = `milestone:${shortHash([project.id, claim.report, String(claim.value), claim.status, claim.period ?? ""])}`;
    const known = byId.get(id);
    if (known) known.claims.push(claim);
    else byId.set(id, { project, claims: [claim] });
  }
  for (const [id, { project, claims: stated }] of byId) {
    stated.sort((a, b) => a.span.start - b.span.start || (a.id < b.id ? -1 : 1));
    const first = stated[0] as ValueClaim;
    builder.node(id, ["Milestone"], {
      name: String(first.value),
      stage: String(first.value),
      date: first.period,
      status: first.status,
      original: first.original === "" ? undefined : first.original,
      ...sources(stated),
    });
    for (const claim of stated) {
      builder.edge("REACHED", project.id, id, claim);
      builder.edge("REPORTED_IN", id, reportNodeId(claim.report), claim);
    }
  }
}
