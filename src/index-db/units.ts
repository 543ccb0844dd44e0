/**
 * What a report brings into the index: a row for each name in it, what it calls one thing, and the relations that others
 * may state too.
 * @module
 */
import { InputError } from "../errors.ts";
import { byPlace } from "../graph/entity-node.ts";
import type { ReportInfo } from "../graph/report-info.ts";
import type { Claim, EntityRef, EntityType, RelationClaim, ValueClaim } from "../model/claim.ts";
import { type ClaimedPair, claimedPairs } from "../resolve/claimed.ts";
import { identityKey } from "../resolve/keys.ts";
import { collectUnits, type Unit, unitKey } from "../resolve/units.ts";

/** The part of a unit that is kept as JSON. */
export interface UnitData {
  forms: [string, number][];
  aliases: string[];
  /** Edge, and the row of the unit at its other end. */
  ties: [string, number][];
  posts: string[];
  /** The first claim of its own, or where there is none the first that names it. */
  first: Claim;
  values: ValueClaim[];
  /** Events: all mentions. */
  named: Claim[];
  /** Persons: WORKS_FOR claims. */
  works: { status: RelationClaim["status"]; title?: string }[];
}

/** A row of `unit`. Absent texts are empty; the age of a report without a date is `~`. */
export interface UnitRow {
  u: number;
  r: number;
  report: string;
  age: string;
  k: number;
  e: number | null;
  type: EntityType;
  name: string;
  home: string;
  code: string;
  own: number;
  m: number;
  v: number;
  obs: number;
  data: string;
}

/** A name as the report has it, before it has a row. */
export interface NewUnit {
  unit: Unit;
  key: string;
  own: boolean;
  mentions: number;
  isSubject: boolean;
  data: Omit<UnitData, "ties">;
}

export interface ReportUnits {
  units: NewUnit[];
  claimed: ClaimedPair[];
  relations: { claim: RelationClaim; start: string; end: string }[];
}

const isRef = (ref: EntityRef | "city" | "REPORT"): ref is EntityRef => typeof ref !== "string";

function refsOf(claim: Claim): EntityRef[] {
  switch (claim.kind) {
    case "relation":
      return [claim.subject, claim.object].filter(isRef);
    case "quote":
      return [claim.speaker, ...claim.about];
    case "observation":
      return [claim.subject].filter(isRef);
    default:
      return [];
  }
}

/** @throws InputError CLAIMS_MALFORMED when a name holds U+0000, which no index can */
export function readUnits(entry: ReportInfo, claims: readonly Claim[]): ReportUnits {
  const context = {
    id: entry.id,
    ...(entry.date === undefined ? {} : { date: entry.date }),
    ...(entry.home === undefined ? {} : { home: entry.home }),
  };
  const found = collectUnits(claims, new Map([[entry.id, context]]));
  const made = new Map<string, NewUnit & { firstOwn?: Claim; firstNamed?: Claim }>();
  for (const [key, unit] of found) {
    if ([entry.id, unit.name, ...unit.forms.keys(), ...unit.aliases].some((text) => text.includes("\u0000")))
      throw new InputError("CLAIMS_MALFORMED", `${entry.id}: a name holds U+0000`, { where: entry.id });
    made.set(key, {
      unit,
      key: identityKey(unit),
      own: false,
      mentions: 0,
      isSubject: false,
      data: {
        forms: [...unit.forms].sort(([a], [b]) => (a < b ? -1 : 1)),
        aliases: [...unit.aliases].sort(),
        posts: [...unit.posts].sort(),
        first: undefined as unknown as Claim,
        values: [],
        named: [],
        works: [],
      },
    });
  }
  const earlier = (a: Claim | undefined, b: Claim): Claim => (a && byPlace(a, b) <= 0 ? a : b);
  const relations: ReportUnits["relations"] = [];
  for (const claim of claims) {
    for (const ref of refsOf(claim)) {
      const unit = made.get(unitKey(entry.id, ref));
      if (unit) unit.firstNamed = earlier(unit.firstNamed, claim);
    }
    if (claim.kind === "observation") {
      const ref =
        claim.subject === "city" ? { type: "Place" as const, name: entry.homeName ?? "" } : claim.subject;
      const subject = made.get(unitKey(entry.id, ref));
      if (subject) subject.isSubject = true;
    }
    if (claim.kind === "relation") {
      if (claim.predicate === "WORKS_FOR") {
        const { status, title } = claim;
        made
          .get(unitKey(entry.id, claim.subject))
          ?.data.works.push({ status, ...(title === undefined ? {} : { title }) });
      }
      if (isRef(claim.object))
        relations.push({
          claim,
          start: unitKey(entry.id, claim.subject),
          end: unitKey(entry.id, claim.object),
        });
    }
    if (claim.kind !== "mention" && claim.kind !== "value" && claim.kind !== "alias") continue;
    const unit = made.get(unitKey(entry.id, claim.subject));
    if (!unit) continue;
    unit.own = true;
    unit.firstOwn = earlier(unit.firstOwn, claim);
    if (claim.kind === "mention") unit.mentions++;
    if (claim.kind === "mention" && claim.subject.type === "Event") unit.data.named.push(claim);
    if (claim.kind === "value") unit.data.values.push(claim);
  }
  const units = [...made.values()].map(({ firstOwn, firstNamed, ...unit }) => ({
    ...unit,
    data: { ...unit.data, first: (firstOwn ?? firstNamed) as Claim },
  }));
  return { units, claimed: claimedPairs([...found.values()]), relations };
}

/** A unit as resolution sees it. Its ties name rows of units. */
export function unitOf(row: UnitRow, data: UnitData = JSON.parse(row.data) as UnitData): Unit {
  return {
    index: -1,
    report: row.report,
    home: row.home === "" ? undefined : row.home,
    type: row.type,
    name: row.name,
    code: row.code === "" ? undefined : row.code,
    forms: new Map(data.forms),
    aliases: new Set(data.aliases),
    ties: new Map(data.ties.map(([edge, u]) => [`${edge}${u}`, { edge, other: String(u) }])),
    posts: new Set(data.posts),
  };
}

/** Order of units: report, type, name. */
export const byUnit = (a: Unit, b: Unit): number => {
  const [x, y] = [unitKey(a.report, a), unitKey(b.report, b)];
  return x < y ? -1 : x > y ? 1 : 0;
};
