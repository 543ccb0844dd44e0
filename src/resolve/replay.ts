/**
 * Resolution of some of the units alone: those of names that are tied to each other by anything that could join them, and
 * to no other. Of them it makes the groups that `resolve` makes of all units.
 *
 * A name that many reports use in one way may be stood for by its first unit: units of one identity key are one group
 * before any veto is asked, and vetoes read nothing but name, place and code. An attempt to join two names that was made
 * before changes nothing when it is made again, because vetoes never vanish; so the first of each pair is enough.
 * @module
 */
import { Partition } from "./partition.ts";
import { namesakes } from "./persons.ts";
import { type Profile, profileOf } from "./profile.ts";
import { applySaid, type BoundJudgement, isPart } from "./resolve.ts";
import { SAME, type SimilarContext, type SimilarPair, similarPairs, type Tied } from "./similar.ts";
import type { Unit } from "./units.ts";

export interface Surroundings {
  /** Number of the identity key of a unit. */
  keyOf(unit: Unit): number;
  said: readonly BoundJudgement[];
  /** In the order in which they are tried. */
  claimed: readonly (readonly [Unit, Unit])[];
  /** The other end of a tie; `groupOf` gives the group of a unit of the list as it is now. */
  tied(other: string, groupOf: (unit: Unit) => number): Tied | undefined;
  crowd(block: string, city?: string): number;
}

/** @param units of one type, in their order, `index` being their position */
export function replay(units: readonly Unit[], around: Surroundings): Partition {
  const profiles: (Profile | undefined)[] = [];
  const profile = (index: number): Profile => {
    const u = units[index] as Unit;
    profiles[index] ??= profileOf(u.type, u.name, u.home, u.code);
    return profiles[index];
  };
  const groups = new Partition(units.length, profile);
  const attempt = (a: Unit, b: Unit, claimed: boolean): void => {
    if (groups.joined(a.index, b.index) || groups.separated(a.index, b.index)) return;
    if (groups.veto(a.index, b.index, claimed) === undefined) groups.join(a.index, b.index);
  };
  applySaid(around.said, groups, (a, b) => groups.join(a.index, b.index));
  joinKeys(units, around, groups);
  for (const [a, b] of around.claimed) attempt(a, b, true);

  const context: SimilarContext = {
    profile: (u) => profile(u.index),
    group: (u) => groups.find(u.index),
    tied: (other) => around.tied(other, (u) => groups.find(u.index)),
    crowd: (block, city) => around.crowd(block, city),
  };
  const joinAlike = (pairs: readonly SimilarPair[]): void => {
    for (const { left, right, score } of pairs) if (score >= SAME) attempt(left, right, false);
  };
  const type = units[0]?.type;
  if (type === "Person") joinAlike(namesakes(units, context));
  else joinAlike(similarPairs(units, context));
  if (type !== "Project") return groups;
  const inParts = (block: string, city?: string): number => around.crowd(`${PART}${block}`, city);
  joinAlike(similarPairs(units.filter(isPart), { ...context, crowd: inParts }));
  return groups;
}

/** What blocks of phases are called apart from those of all projects. */
export const PART = "part ";

function joinKeys(units: readonly Unit[], { keyOf }: Surroundings, groups: Partition): void {
  const heads = new Map<number, Unit[]>();
  for (const u of units) {
    const known = heads.get(keyOf(u));
    if (!known) heads.set(keyOf(u), [u]);
    else {
      for (const head of known) {
        if (groups.joined(head.index, u.index)) break;
        if (!groups.separated(head.index, u.index)) groups.join(head.index, u.index);
        if (groups.joined(head.index, u.index)) break;
      }
      if (!known.some((head) => groups.joined(head.index, u.index))) known.push(u);
    }
  }
}
