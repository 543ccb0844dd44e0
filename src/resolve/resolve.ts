/**
 * Mentions of the same thing become one entity, within a report and across reports. Merges are judgements: recorded,
 * explained, and overruled by those of people. The result depends on the claims alone, not on their order.
 * @module
 */
import type { Claim, EntityRef, EntityType } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";
import { type Judgement, makeJudgement, type UserJudgement } from "./judgements.ts";
import { identityKeys, reportKeys } from "./keys.ts";
import { plainName } from "./normal.ts";
import { levelForms } from "./level-forms.ts";
import { similarPairs } from "./similar.ts";
import { DisjointSets } from "./union.ts";
import { collectUnits, type ReportContext, type Unit, unitKey } from "./units.ts";

export interface Entity {
  id: string;
  type: EntityType;
  name: string;
  /** Every other form, most frequent first. */
  aliases: string[];
  code?: string;
  /** Units merged into it. */
  units: Unit[];
}

export interface Resolution {
  /** Sorted by id. */
  entities: Entity[];
  /** Entity of a reference in a report. */
  entityOf(report: string, ref: EntityRef): Entity | undefined;
  judgements: Judgement[];
}

/** Score from which a similar pair is merged; below it the pair is listed for people to decide. */
const SAME = 0.9;

export function resolve(
  claims: Iterable<Claim>,
  reports: ReadonlyMap<string, ReportContext>,
  userJudgements: readonly UserJudgement[] = [],
): Resolution {
  const units = collectUnits(claims, reports);
  const list = [...units.values()];
  const sets = new DisjointSets(list.length);
  const judgements: Judgement[] = [];
  const apart = forbiddenPairs(list, userJudgements);

  const merge = (a: Unit, b: Unit, score: number, reasons: string[], by: "rule" | "user"): void => {
    if (a === b || sets.find(a.index) === sets.find(b.index)) return;
    const forbidden = by === "rule" && apart.some(([x, y]) => separates(sets, x, y, a, b));
    if (!forbidden) sets.union(a.index, b.index);
    if (a.name !== b.name || by === "user" || forbidden)
      judgements.push(
        makeJudgement({
          type: a.type,
          left: { report: a.report, name: a.name },
          right: { report: b.report, name: b.name },
          decision: forbidden ? "different" : "same",
          score,
          reasons: forbidden ? [...reasons, "overruled by a person"] : reasons,
          by,
        }),
      );
  };

  for (const { decision, type, left, right } of userJudgements) {
    if (decision !== "same") continue;
    const sides = [left, right].map((side) => list.filter((u) => u.type === type && bears(u, side)));
    const all = sides.flat();
    if (sides.every((side) => side.length > 0))
      for (const u of all) merge(all[0] as Unit, u, 1, ["said by a person"], "user");
  }
  for (const [keys, reason] of [
    [reportKeys, "named so in the report"],
    [identityKeys, "same name"],
  ] as const) {
    const first = new Map<string, Unit>();
    for (const u of list)
      for (const key of keys(u)) {
        const other = first.get(key);
        if (other) merge(other, u, 1, [reason], "rule");
        else first.set(key, u);
      }
  }
  for (const { left, right, reason } of levelForms(list)) merge(left, right, 0.95, [reason], "rule");
  for (const { left, right, score, reasons } of similarPairs(list)) {
    if (sets.find(left.index) === sets.find(right.index)) continue;
    if (score >= SAME) merge(left, right, score, reasons, "rule");
    else
      judgements.push(
        makeJudgement({
          type: left.type,
          left: { report: left.report, name: left.name },
          right: { report: right.report, name: right.name },
          decision: "undecided",
          score,
          reasons,
          by: "rule",
        }),
      );
  }

  const groups = new Map<number, Unit[]>();
  for (const u of list) {
    const root = sets.find(u.index);
    const group = groups.get(root);
    if (group) group.push(u);
    else groups.set(root, [u]);
  }
  const entityByUnit = new Map<Unit, Entity>();
  const entities: Entity[] = [];
  const taken = new Map<string, number>();
  for (const group of groups.values()) {
    const entity = describe(group, taken);
    entities.push(entity);
    for (const u of group) entityByUnit.set(u, entity);
  }
  entities.sort((a, b) => (a.id < b.id ? -1 : 1));
  judgements.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return {
    entities,
    entityOf: (report, ref) => {
      const u = units.get(unitKey(report, ref));
      return u && entityByUnit.get(u);
    },
    judgements,
  };
}

const bears = (unit: Unit, side: { name: string; report?: string }): boolean =>
  (side.report === undefined || side.report === unit.report) &&
  (unit.name === side.name || unit.forms.has(side.name) || unit.aliases.has(side.name));

function forbiddenPairs(list: readonly Unit[], judgements: readonly UserJudgement[]): [Unit, Unit][] {
  return judgements.flatMap(({ decision, type, left, right }) => {
    if (decision !== "different") return [];
    const [a, b] = [left, right].map((side) => list.filter((u) => u.type === type && bears(u, side)));
    return (a ?? []).flatMap((x) => (b ?? []).filter((y) => y !== x).map((y): [Unit, Unit] => [x, y]));
  });
}

/** Would joining the sets of `a` and `b` put the forbidden pair together? */
function separates(sets: DisjointSets, x: Unit, y: Unit, a: Unit, b: Unit): boolean {
  const [rx, ry, ra, rb] = [x, y, a, b].map((u) => sets.find(u.index));
  return (rx === ra && ry === rb) || (rx === rb && ry === ra);
}

/** Name, aliases and id of a group. The fullest name wins; the id is a hash of type, name and, for local names, the place. */
function describe(group: Unit[], taken: Map<string, number>): Entity {
  const first = group[0] as Unit;
  const names = [...new Set(group.map((u) => u.name))].sort((a, b) => preferName(first.type, a, b));
  const name = names[0] ?? first.name;
  const counts = new Map<string, number>();
  for (const u of group) {
    for (const [form, count] of u.forms) counts.set(form, (counts.get(form) ?? 0) + count);
    for (const form of [u.name, ...u.aliases]) counts.set(form, counts.get(form) ?? 0);
  }
  counts.delete(name);
  const aliases = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([form]) => form);
  const code = group
    .map((u) => u.code)
    .filter((c) => c !== undefined)
    .sort()[0];
  const key = [
    first.type,
    code ?? plainName(name),
    ...(code === undefined ? [identityKeys(first)[0]?.split("|").at(-1) ?? ""] : []),
  ];
  const base = shortHash(key);
  const clash = taken.get(base) ?? 0;
  taken.set(base, clash + 1);
  return {
    id: clash === 0 ? base : shortHash([...key, String(clash)]),
    type: first.type,
    name,
    aliases,
    ...(code === undefined ? {} : { code }),
    units: group,
  };
}

/** Projects go by their shortest full name, everything else by its fullest. */
function preferName(type: EntityType, a: string, b: string): number {
  const by = type === "Project" || type === "Industry" ? a.length - b.length : b.length - a.length;
  return by || (a < b ? -1 : 1);
}
