/**
 * Gathers claims into units: one per report, type and name. Units are what resolution merges.
 * @module
 */
import type { Claim, EntityRef, EntityType } from "../model/claim.ts";

/** The country is meant by 全国 and 我国, too, which are no names: what is said of it needs no mention that bears its code. */
const codeOf = ({ type, name }: EntityRef): string | undefined =>
  type === "Place" && name === "中国" ? "CN" : undefined;

/** What resolution knows of a report. */
export interface ReportContext {
  id: string;
  /** ISO date, if known. */
  date?: string;
  /** Division code of the place that the report is about. */
  home?: string;
}

export interface Unit {
  /** Position in the list of units. */
  index: number;
  report: string;
  home: string | undefined;
  type: EntityType;
  name: string;
  /** Division code of a place. */
  code: string | undefined;
  /** Every form under which the report names it, with its count. */
  forms: Map<string, number>;
  /** Forms that the report itself calls the same thing. */
  aliases: Set<string>;
  /** What it is tied to in this report, `WORKS_FOR>` or `INVESTS<` and the key of the other unit, for telling namesakes apart. */
  ties: Map<string, { edge: string; other: string }>;
  /** Posts that the report states of a person. */
  posts: Set<string>;
}

function tie(unit: Unit, edge: string, other: string): void {
  unit.ties.set(`${edge}${other}`, { edge, other });
}

export const unitKey = (report: string, ref: EntityRef): string =>
  `${report}\u0000${ref.type}\u0000${ref.name}`;

/** Units in an order that depends on their content alone. */
export function collectUnits(
  claims: Iterable<Claim>,
  reports: ReadonlyMap<string, ReportContext>,
): Map<string, Unit> {
  const units = new Map<string, Unit>();
  const unit = (report: string, ref: EntityRef): Unit => {
    const key = unitKey(report, ref);
    let found = units.get(key);
    if (!found) {
      found = {
        index: -1,
        report,
        home: reports.get(report)?.home,
        type: ref.type,
        name: ref.name,
        code: codeOf(ref),
        forms: new Map(),
        aliases: new Set(),
        ties: new Map(),
        posts: new Set(),
      };
      units.set(key, found);
    }
    return found;
  };
  for (const claim of claims) {
    switch (claim.kind) {
      case "mention": {
        const u = unit(claim.report, claim.subject);
        u.forms.set(claim.text, (u.forms.get(claim.text) ?? 0) + 1);
        if (claim.code !== undefined && (u.code === undefined || claim.code < u.code)) u.code = claim.code;
        break;
      }
      case "alias":
        unit(claim.report, claim.subject).aliases.add(claim.alias);
        break;
      case "relation": {
        const subject = unit(claim.report, claim.subject);
        if (claim.object === "REPORT") break;
        const object = unit(claim.report, claim.object);
        if (claim.status === "negated") break;
        tie(subject, `${claim.predicate}>`, unitKey(claim.report, claim.object));
        tie(object, `${claim.predicate}<`, unitKey(claim.report, claim.subject));
        if (claim.predicate === "WORKS_FOR" && claim.title !== undefined) subject.posts.add(claim.title);
        break;
      }
      case "value":
        unit(claim.report, claim.subject);
        break;
      case "observation":
        if (claim.subject !== "city") unit(claim.report, claim.subject);
        break;
      case "quote":
        unit(claim.report, claim.speaker);
        for (const ref of claim.about) unit(claim.report, ref);
        break;
    }
  }
  const sorted = [...units.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  sorted.forEach(([, u], index) => {
    u.index = index;
  });
  return new Map(sorted);
}
