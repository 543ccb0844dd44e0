/**
 * Mentions of the same thing become one entity, within a report and across reports. Merges are judgements: recorded,
 * explained, and overruled by those of people. The result depends on the claims alone, not on their order.
 * @module
 */
import type { Claim, EntityRef, EntityType } from "../model/claim.ts";
import { describe } from "./entity.ts";
import { type Judgement, makeJudgement, type UserJudgement } from "./judgements.ts";
import { identityKey, reportKeys } from "./keys.ts";
import { levelForms } from "./level-forms.ts";
import { Partition } from "./partition.ts";
import { namesakes } from "./persons.ts";
import { type Profile, profileOf } from "./profile.ts";
import type { Entity } from "./resolved.ts";
import { SAME, type SimilarContext, type SimilarPair, similarPairs } from "./similar.ts";
import { collectUnits, type ReportContext, type Unit, unitKey } from "./units.ts";

/** What statements need to know of an entity. */
export interface EntityLookup {
  /** Entity of a reference in a report. */
  entityOf(report: string, ref: EntityRef): Pick<Entity, "id" | "name"> | undefined;
}

export interface Resolution extends EntityLookup {
  /** Sorted by id. */
  entities: Entity[];
  entityOf(report: string, ref: EntityRef): Entity | undefined;
  judgements: Judgement[];
  /** Open pairs that are not listed because their names, or all together, have too many. */
  openLeftOut: number;
}

/** Open pairs that are listed: for one name, and in all. What is left out is counted in `openLeftOut`. */
export const OPEN_PER_NAME = 3;
export const OPEN_IN_ALL = 2000;

type Decide = (
  a: Unit,
  b: Unit,
  score: number,
  reasons: string[],
  how: "user" | "key" | "claimed" | "similar",
) => void;

/** Resolves the claims of all reports. */
export function resolve(
  claims: Iterable<Claim>,
  reports: ReadonlyMap<string, ReportContext>,
  userJudgements: readonly UserJudgement[] = [],
): Resolution {
  const units = collectUnits(claims, reports);
  const list = [...units.values()];
  const profiles: (Profile | undefined)[] = new Array(list.length);
  const profile = (index: number): Profile => {
    const u = list[index] as Unit;
    profiles[index] ??= profileOf(u.type, u.name, u.home, u.code);
    return profiles[index];
  };
  const groups = new Partition(list.length, profile);
  const judgements: Judgement[] = [];
  const record = (
    a: Unit,
    b: Unit,
    decision: Judgement["decision"],
    score: number,
    reasons: string[],
    by: "rule" | "user",
  ): void => {
    const [left, right] = [a, b].map((u) => ({ report: u.report, name: u.name })) as [
      Judgement["left"],
      Judgement["right"],
    ];
    judgements.push(makeJudgement({ type: a.type, left, right, decision, score, reasons, by }));
  };
  const decide: Decide = (a, b, score, reasons, how) => {
    if (groups.joined(a.index, b.index)) return;
    if (how === "user") {
      groups.join(a.index, b.index);
      return record(a, b, "same", score, reasons, "user");
    }
    if (groups.separated(a.index, b.index))
      return record(a, b, "different", score, [...reasons, "overruled by a person"], "rule");
    const veto = how === "key" ? undefined : groups.veto(a.index, b.index, how === "claimed");
    if (veto !== undefined) return record(a, b, "different", score, [...reasons, veto], "rule");
    groups.join(a.index, b.index);
    if (a.name !== b.name) record(a, b, "same", score, reasons, "rule");
  };

  obey(userJudgements, list, groups, decide);
  byKeys(list, (u) => [identityKey(u)], "same name", "key", groups, decide);
  const named = new Set(list.flatMap((u) => reportKeys({ ...u, aliases: new Set() })));
  byKeys(
    list,
    (u) => reportKeys(u, (key) => named.has(key)),
    "named so in the report",
    "claimed",
    groups,
    decide,
  );
  for (const { left, right, reason } of levelForms(list)) decide(left, right, 0.95, [reason], "claimed");

  const context: SimilarContext = {
    profile: (u) => profile(u.index),
    group: (u) => groups.find(u.index),
    tied: (key) => {
      const unit = units.get(key);
      return unit && { unit, group: groups.find(unit.index) };
    },
  };
  const open: SimilarPair[] = [];
  // Projects need to know which investors are one, people which bodies are.
  for (const round of [
    () =>
      similarPairs(
        list.filter((u) => u.type !== "Person" && u.type !== "Project"),
        context,
      ),
    () =>
      similarPairs(
        list.filter((u) => u.type === "Project"),
        context,
      ),
    () => similarPairs(list.filter(isPart), context),
    () =>
      namesakes(
        list.filter((u) => u.type === "Person"),
        context,
      ),
  ])
    for (const pair of round()) {
      if (pair.score >= SAME) decide(pair.left, pair.right, pair.score, pair.reasons, "similar");
      else open.push(pair);
    }
  const openLeftOut = listOpen(open, groups, ({ left, right, score, reasons }) =>
    record(left, right, "undecided", score, reasons, "rule"),
  );

  const entityByUnit = new Map<Unit, Entity>();
  const entities = describe(list, (u) => groups.find(u.index), reports);
  for (const entity of entities) for (const u of entity.units) entityByUnit.set(u, entity);
  judgements.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return {
    entities,
    entityOf: (report, ref) => {
      const u = units.get(unitKey(report, ref));
      return u && entityByUnit.get(u);
    },
    judgements,
    openLeftOut,
  };
}

/** A phase, which is known by its whole: looked at again when the wholes are joined. */
export const isPart = (u: Pick<Unit, "type" | "ties">): boolean =>
  u.type === "Project" && [...u.ties.values()].some(({ edge }) => edge === "PART_OF>");

const bears = (unit: Unit, side: { name: string; report?: string }): boolean =>
  (side.report === undefined || side.report === unit.report) &&
  (unit.name === side.name || unit.forms.has(side.name) || unit.aliases.has(side.name));

/** What people said goes first: the same is joined, the different is kept apart from then on. */
function obey(
  said: readonly UserJudgement[],
  list: readonly Unit[],
  groups: Partition,
  decide: Decide,
): void {
  if (said.length === 0) return;
  const byType = new Map<EntityType, Unit[]>();
  for (const u of list) {
    const known = byType.get(u.type);
    if (known) known.push(u);
    else byType.set(u.type, [u]);
  }
  // Own names count before printed forms: 甲 of a judgement is the unit called 甲, not every unit once printed so.
  const find = (type: EntityType, side: { name: string; report?: string }): Unit[] => {
    const all = (byType.get(type) ?? []).filter((u) => bears(u, side));
    const named = all.filter((u) => u.name === side.name);
    return named.length > 0 ? named : all;
  };
  const bound = said.map(({ decision, type, left, right }) => ({
    decision,
    left: find(type, left),
    right: find(type, right),
  }));
  applySaid(bound, groups, (a, b) => decide(a, b, 1, ["said by a person"], "user"));
}

/** A judgement with the units that its names stand for. */
export interface BoundJudgement {
  decision: UserJudgement["decision"];
  left: readonly Unit[];
  right: readonly Unit[];
}

/** Joins what people said is the same, then parts what they said is different. One side alone says nothing. */
export function applySaid(
  bound: readonly BoundJudgement[],
  groups: Partition,
  join: (a: Unit, b: Unit) => void,
): void {
  const pairs = bound.filter(({ left, right }) => left.length > 0 && right.length > 0);
  const joins = pairs.flatMap(({ decision, left, right }) =>
    decision === "same" ? [[...new Set([...left, ...right])].sort((a, b) => a.index - b.index)] : [],
  );
  for (const all of joins.sort((a, b) => compareIndexes(a, b)))
    for (const u of all.slice(1)) join(all[0] as Unit, u);
  for (const { decision, left, right } of pairs)
    if (decision === "different")
      for (const a of left) for (const b of right) if (a !== b) groups.separate(a.index, b.index);
}

function compareIndexes(a: readonly Unit[], b: readonly Unit[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const by = (a[i] as Unit).index - (b[i] as Unit).index;
    if (by !== 0) return by;
  }
  return a.length - b.length;
}

/** Joins units that share a key; of those kept apart each group goes on collecting its own. */
function byKeys(
  list: readonly Unit[],
  keys: (u: Unit) => string[],
  reason: string,
  how: "key" | "claimed",
  groups: Partition,
  decide: Decide,
): void {
  const heads = new Map<string, Unit[]>();
  for (const u of list)
    for (const key of keys(u)) {
      const known = heads.get(key);
      if (!known) {
        heads.set(key, [u]);
        continue;
      }
      for (const head of known) {
        decide(head, u, 1, [reason], how);
        if (groups.joined(head.index, u.index)) break;
      }
      if (!known.some((head) => groups.joined(head.index, u.index))) known.push(u);
    }
}

/** Hands the best open pairs on, at most {@link OPEN_PER_NAME} for a group and {@link OPEN_IN_ALL} in all; returns the number of the others. */
function listOpen(
  open: readonly SimilarPair[],
  groups: Partition,
  show: (pair: SimilarPair) => void,
): number {
  const shown = new Map<number, number>();
  const seen = new Set<string>();
  let total = 0;
  let left = 0;
  for (const pair of [...open].sort(
    (a, b) => b.score - a.score || a.left.index - b.left.index || a.right.index - b.right.index,
  )) {
    const [x, y] = [groups.find(pair.left.index), groups.find(pair.right.index)].sort((m, n) => m - n) as [
      number,
      number,
    ];
    if (x === y || seen.has(`${x},${y}`) || groups.separated(pair.left.index, pair.right.index)) continue;
    seen.add(`${x},${y}`);
    if (total >= OPEN_IN_ALL || Math.max(shown.get(x) ?? 0, shown.get(y) ?? 0) >= OPEN_PER_NAME) {
      left++;
      continue;
    }
    for (const root of [x, y]) shown.set(root, (shown.get(root) ?? 0) + 1);
    total++;
    show(pair);
  }
  return left;
}
