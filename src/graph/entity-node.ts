/**
 * The node of an entity: what its claims say of it, each value with the sentences that state it.
 * @module
 */
import { type Claim, type RelationClaim, STAGES, type Stage, type ValueClaim } from "../model/claim.ts";
import type { Entity } from "../resolve/index.ts";
import { type Builder, type Draft, sorted } from "./builder.ts";
import { cut, EvidenceSet, leftOutOf, type Shown } from "./evidence.ts";
import { mechanismKind, placeKind, yearOf } from "./kinds.ts";
import { soundOf } from "./sound.ts";
import { pickStage, pickValue } from "./values.ts";

type DateOf = (report: string) => string;

/** A property with the sentences behind it. */
class Values {
  private readonly all: readonly ValueClaim[];

  constructor(claims: readonly Claim[]) {
    this.all = claims.filter((c): c is ValueClaim => c.kind === "value");
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

/** The properties with their lists of sentences cut, and what was left out. */
function shownOf(draft: Draft): Draft {
  const cuts: Record<string, Shown> = {};
  for (const [property, value] of Object.entries(draft))
    if ((property === "reports" || /evidence$/i.test(property)) && Array.isArray(value))
      cuts[property] = cut(value.map(String));
  const lists = Object.fromEntries(Object.entries(cuts).map(([property, { list }]) => [property, list]));
  return { ...draft, ...lists, leftOut: leftOutOf(cuts) };
}

/**
 * @param claims mentions, values and aliases of the entity, or the relations that name it where there are none
 * @param posts WORKS_FOR claims of a person
 */
export function addEntity(
  builder: Builder,
  entity: Entity,
  claims: readonly Claim[],
  posts: readonly RelationClaim[],
  dateOf: DateOf,
): void {
  const values = new Values(claims);
  const official = values.of("official").some((v) => v.value === true);
  const support = new EvidenceSet();
  const seen = new Set<string>();
  for (const claim of [...claims].sort(byPlace)) {
    // The first mention per report, and every sentence that states a value.
    if (claim.kind === "value" || !seen.has(claim.report)) support.add(claim);
    seen.add(claim.report);
  }
  const { reports } = support;
  const properties = shownOf({
    name: entity.name,
    aliases: entity.aliases,
    pinyin: soundOf(entity.name),
    mentions: claims.filter((c) => c.kind === "mention").length,
    reports,
    reportCount: reports.length,
    evidence: support.evidence,
    code: entity.code,
    ...described(values, dateOf),
    ...(entity.type === "Person" ? personal(values, official, posts) : {}),
    ...(entity.type === "Project" ? built(values, dateOf) : {}),
    ...(entity.type === "Place" ? placeKind(entity.name, entity.code) : {}),
    ...(entity.type === "Mechanism" ? working(entity, values) : {}),
    ...(entity.type === "Event" ? dated(entity, claims, values, dateOf) : {}),
  });
  builder.node(entity.id, [entity.type, "Entity", ...(official ? ["Official"] : [])], properties);
}

const byPlace = (a: Claim, b: Claim): number =>
  a.report < b.report ? -1 : a.report > b.report ? 1 : a.span.start - b.span.start || (a.id < b.id ? -1 : 1);

function described(values: Values, dateOf: DateOf): Draft {
  const picked = pickValue(values.of("description"), dateOf);
  return picked
    ? { description: String(picked.value), descriptionEvidence: values.evidence("description") }
    : {};
}

function personal(values: Values, official: boolean, posts: readonly RelationClaim[]): Draft {
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
          totalInvestmentEvidence: values.evidence("totalInvestment"),
        }
      : {}),
    ...(stage
      ? {
          stage: String(stage.value),
          stageAll: STAGES.filter((s) => stages.has(s)),
          stageEvidence: values.evidence("stage"),
        }
      : {}),
    ...(completion
      ? {
          completion: String(completion.value),
          completionAll: values.texts("completion"),
          completionEvidence: values.evidence("completion"),
        }
      : {}),
  };
}

function working(entity: Entity, values: Values): Draft {
  const rhythm = values.texts("rhythm");
  return {
    kind: mechanismKind(entity.name),
    ...(rhythm.length > 0 ? { rhythm, rhythmEvidence: values.evidence("rhythm") } : {}),
  };
}

/** The day that its sentences give, else the year in the event's own name; the mentions are the evidence of that. */
function dated(entity: Entity, claims: readonly Claim[], values: Values, dateOf: DateOf): Draft {
  const day = pickValue(values.of("date"), dateOf);
  if (day) return { date: String(day.value), dateEvidence: values.evidence("date") };
  const date = yearOf(entity.name);
  const named = claims.filter((c) => c.kind === "mention" && c.subject.name === entity.name);
  return date !== undefined && named.length > 0 ? { date, dateEvidence: evidenceFor(named) } : {};
}
