/**
 * Claims and judgements fold into nodes and edges with their evidence. Same inputs, same graph, byte for byte.
 * @module
 */
import type { Claim, RelationClaim } from "../model/claim.ts";
import type { Graph } from "../model/graph.ts";
import type { Entity, EntityLookup, Resolution } from "../resolve/index.ts";
import { Builder, reportNodeId } from "./builder.ts";
import { addEntity } from "./entity-node.ts";
import { addRelation } from "./relations.ts";
import type { ReportInfo } from "./report-info.ts";
import { addIndicators, addMilestones, addObservation, addQuote } from "./statements.ts";

export { reportNodeId };

function addReport(builder: Builder, r: ReportInfo): void {
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
}

/** What is of one report alone: all that it says but for relations between things, which others may state too. */
function addOwnClaim(
  builder: Builder,
  claim: Claim,
  resolution: EntityLookup,
  infos: ReadonlyMap<string, ReportInfo>,
): void {
  if (claim.kind === "observation") addObservation(builder, claim, resolution, infos);
  else if (claim.kind === "quote") addQuote(builder, claim, resolution);
  else if (claim.kind === "relation" && claim.object === "REPORT") addRelation(builder, claim, resolution);
  else if (claim.kind === "mention") {
    const entity = resolution.entityOf(claim.report, claim.subject);
    if (entity) builder.edge("MENTIONED_IN", entity.id, reportNodeId(claim.report), claim);
  }
}

/** The nodes and edges of one report alone, sorted as in `Graph`. */
export function assembleReport(
  claims: readonly Claim[],
  report: ReportInfo,
  resolution: EntityLookup,
): Graph {
  const builder = new Builder();
  addReport(builder, report);
  const infos = new Map([[report.id, report]]);
  for (const claim of claims) addOwnClaim(builder, claim, resolution, infos);
  addMilestones(builder, claims, resolution);
  return builder.finish();
}

const append = <K, V>(map: Map<K, V[]>, key: K | undefined, value: V): void => {
  if (key === undefined) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** What is said of each entity itself; where nothing is, the sentences of the edges that name it. */
function ownClaims(claims: readonly Claim[], resolution: Resolution): Map<Entity, Claim[]> {
  const own = new Map<Entity, Claim[]>();
  for (const claim of claims)
    if (claim.kind === "mention" || claim.kind === "value" || claim.kind === "alias")
      append(own, resolution.entityOf(claim.report, claim.subject), claim);
  const named = new Map<Entity, Claim[]>();
  const name = (claim: Claim, ref: Parameters<Resolution["entityOf"]>[1]): void => {
    const entity = resolution.entityOf(claim.report, ref);
    if (entity && !own.has(entity)) append(named, entity, claim);
  };
  for (const claim of claims) {
    if (claim.kind === "relation")
      for (const ref of [claim.subject, claim.object]) if (ref !== "REPORT") name(claim, ref);
    if (claim.kind === "quote") for (const ref of [claim.speaker, ...claim.about]) name(claim, ref);
    if (claim.kind === "observation" && claim.subject !== "city") name(claim, claim.subject);
  }
  return new Map([...own, ...named]);
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
  for (const report of reports) addReport(builder, report);
  const own = ownClaims(claims, resolution);
  const posts = new Map<Entity, RelationClaim[]>();
  for (const claim of claims)
    if (claim.kind === "relation" && claim.predicate === "WORKS_FOR")
      append(posts, resolution.entityOf(claim.report, claim.subject), claim);
  for (const entity of resolution.entities)
    addEntity(builder, entity, own.get(entity) ?? [], posts.get(entity) ?? [], dateOf);
  for (const claim of claims) {
    if (claim.kind === "relation" && claim.object !== "REPORT") addRelation(builder, claim, resolution);
    else addOwnClaim(builder, claim, resolution, infos);
  }
  addIndicators(builder, claims);
  addMilestones(builder, claims, resolution);
  return builder.finish();
}
