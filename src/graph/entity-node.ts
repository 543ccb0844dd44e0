/**
 * The node of an entity: what its claims say of it, each value with the sentences that state it.
 * @module
 */
import { type Claim, type RelationClaim, STAGES, type Stage, type ValueClaim } from "../model/claim.ts";
import type { Entity } from "../resolve/index.ts";
import { type Builder, type Draft, sorted } from "./builder.ts";
import { cut, EvidenceSet, leftOutOf, merged, type Shown } from "./evidence.ts";
import { mechanismKind, placeKind, yearOf } from "./kinds.ts";
import { soundOf } from "./sound.ts";
import { pickStage, pickValue } from "./values.ts";

type DateOf = (report: string) => string;

/** A property with the sentences behind it. */
class Values {
  private readonly all: readonly ValueClaim[];

  constructor(all: readonly ValueClaim[]) {
    this.all = all;
  }

  /** Claims that state or plan the property; what is denied is no value. */
  of(property: ValueClaim["property"]): ValueClaim[] {
    return this.all.filter((v) => v.property === property && v.status !== "negated" && v.status !== "former");
  }

  texts(property: ValueClaim["property"]): string[] {
    return sorted(this.of(property).map((v) => String(v.value)));
  }

  evidence(property: ValueClaim["property"]): string[] {
    return evidenceFor(this.of(property));
  }
}

/** All of it; the node shows what {@link shownOf} leaves. */
function evidenceFor(claims: readonly Claim[]): string[] {
  const set = new EvidenceSet();
  for (const claim of claims) set.add(claim);
  return set.evidence;
}

/** The properties with their lists of sentences cut, and what was left out, also of `reportCount` reports. */
function shownOf(draft: Draft, reportCount: number): Draft {
  const cuts: Record<string, Shown> = {};
  for (const [property, value] of Object.entries(draft))
    if ((property === "reports" || /evidence$/i.test(property)) && Array.isArray(value)) {
      const { list, leftOut } = cut(value.map(String));
      cuts[property] = { list, leftOut: property === "reports" ? reportCount - list.length : leftOut };
    }
  const lists = Object.fromEntries(Object.entries(cuts).map(([property, { list }]) => [property, list]));
  return { ...draft, ...lists, leftOut: leftOutOf(cuts) };
}

/** What the node shows of reports as it did before: nothing of them changed. */
export interface KnownParts {
  reports: readonly string[];
  /** Every sentence of these reports that the node shows, by report and place. */
  evidence: readonly string[];
}

/** What the node of an entity is made from. */
export interface EntityParts {
  known?: KnownParts;
  /** Number of mentions. */
  mentions: number;
  /** Number of reports in all. */
  reportCount: number;
  /** Of at least the first reports that the node shows and that are not known: the first claim of each. */
  firsts: readonly Claim[];
  values: readonly ValueClaim[];
  /** Events: mentions under its own name. */
  named: readonly Claim[];
  /** Persons: WORKS_FOR claims. */
  posts: readonly Pick<RelationClaim, "status" | "title">[];
}

/**
 * @param claims mentions, values and aliases of the entity, or the claims that name it where there are none
 * @param posts WORKS_FOR claims of a person
 */
export function addEntity(
  builder: Builder,
  entity: Entity,
  claims: readonly Claim[],
  posts: readonly RelationClaim[],
  dateOf: DateOf,
): void {
  const firsts = new Map<string, Claim>();
  for (const claim of [...claims].sort(byPlace))
    if (!firsts.has(claim.report)) firsts.set(claim.report, claim);
  const values = claims.filter((c): c is ValueClaim => c.kind === "value");
  const mentions = claims.filter((c) => c.kind === "mention");
  const parts: EntityParts = {
    mentions: mentions.length,
    reportCount: firsts.size,
    firsts: [...firsts.values()],
    values,
    named: entity.type === "Event" ? mentions.filter((c) => c.subject.name === entity.name) : [],
    posts,
  };
  addEntityNode(builder, entity, parts, dateOf);
}

/** Shows, of the first reports, the first mention in each and every sentence that states a value. */
export function addEntityNode(
  builder: Builder,
  entity: Omit<Entity, "units">,
  parts: EntityParts,
  dateOf: DateOf,
): void {
  const values = new Values(parts.values);
  const official = values.of("official").some((v) => v.value === true);
  const support = new EvidenceSet();
  const { reportCount, known = { reports: [], evidence: [] } } = parts;
  const reports = cut(sorted([...known.reports, ...parts.firsts.map((claim) => claim.report)])).list;
  const added = new Set(reports);
  for (const report of known.reports) added.delete(report);
  for (const claim of [...parts.firsts, ...parts.values]) if (added.has(claim.report)) support.add(claim);
  const draft: Draft = {
    name: entity.name,
    aliases: entity.aliases,
    pinyin: soundOf(entity.name),
    mentions: parts.mentions,
    reports,
    reportCount,
    evidence: merged(known.evidence, support.evidence),
    code: entity.code,
    ...described(values, dateOf),
    ...(entity.type === "Person" ? personal(values, official, parts.posts) : {}),
    ...(entity.type === "Project" ? built(values, dateOf) : {}),
    ...(entity.type === "Place" ? placeKind(entity.name, entity.code) : {}),
    ...(entity.type === "Mechanism" ? working(entity, values) : {}),
    ...(entity.type === "Event" ? dated(entity, parts.named, values, dateOf) : {}),
  };
  const properties = shownOf(draft, reportCount);
  builder.node(entity.id, [entity.type, "Entity", ...(official ? ["Official"] : [])], properties);
}

/** The order in which the first claim of a report is chosen. */
export const byPlace = (a: Claim, b: Claim): number =>
  a.report < b.report ? -1 : a.report > b.report ? 1 : a.span.start - b.span.start || (a.id < b.id ? -1 : 1);

function described(values: Values, dateOf: DateOf): Draft {
  const picked = pickValue(values.of("description"), dateOf);
  return picked
    ? { description: String(picked.value), descriptionEvidence: values.evidence("description") }
    : {};
}

function personal(values: Values, official: boolean, posts: EntityParts["posts"]): Draft {
  const titles = sorted(
    posts.flatMap((p) =>
      p.status === "negated" || p.status === "former" || p.title === undefined || p.title === ""
        ? []
        : [p.title],
    ),
  );
  return {
    official,
    officialEvidence: official ? values.evidence("official") : undefined,
    titles: titles.length > 0 ? titles : undefined,
  };
}

/** Of the value that is shown: as sure as the surest sentence that gives it. */
const surest = (claims: readonly ValueClaim[], shown: ValueClaim): number =>
  Math.max(...claims.filter(({ value }) => value === shown.value).map(({ confidence }) => confidence));

function built(values: Values, dateOf: DateOf): Draft {
  const investment = pickValue(values.of("totalInvestment"), dateOf);
  const stage = pickStage(values.of("stage"), dateOf);
  const completion = pickValue(values.of("completion"), dateOf);
  const stages = new Set(values.of("stage").map((v) => v.value as Stage));
  return {
    ...(investment
      ? {
          totalInvestment: Number(investment.value),
          totalInvestmentQualifier: investment.qualifier,
          totalInvestmentAll: [...new Set(values.of("totalInvestment").map((v) => Number(v.value)))].sort(
            (a, b) => a - b,
          ),
          totalInvestmentConfidence: surest(values.of("totalInvestment"), investment),
          totalInvestmentEvidence: values.evidence("totalInvestment"),
        }
      : {}),
    ...(stage
      ? {
          stage: String(stage.value),
          stageAll: STAGES.filter((s) => stages.has(s)),
          stageConfidence: surest(values.of("stage"), stage),
          stageEvidence: values.evidence("stage"),
        }
      : {}),
    ...(completion
      ? {
          completion: String(completion.value),
          completionAll: values.texts("completion"),
          completionConfidence: surest(values.of("completion"), completion),
          completionEvidence: values.evidence("completion"),
        }
      : {}),
  };
}

function working(entity: Pick<Entity, "name">, values: Values): Draft {
  const rhythm = values.texts("rhythm");
  return {
    kind: mechanismKind(entity.name),
    ...(rhythm.length > 0 ? { rhythm, rhythmEvidence: values.evidence("rhythm") } : {}),
  };
}

/** The day that its sentences give, else the year in the event's own name; the mentions are the evidence of that. */
function dated(entity: Pick<Entity, "name">, named: readonly Claim[], values: Values, dateOf: DateOf): Draft {
  const day = pickValue(values.of("date"), dateOf);
  if (day) return { date: String(day.value), dateEvidence: values.evidence("date") };
  const date = yearOf(entity.name);
  return date !== undefined && named.length > 0 ? { date, dateEvidence: evidenceFor(named) } : {};
}
