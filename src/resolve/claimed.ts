/**
 * What one report says of its own names: which of them it calls one thing. Resolution tries to join these pairs in the
 * order of the reports, all of the first kind before those of the second.
 * @module
 */
import { reportKeys } from "./keys.ts";
import { levelForms } from "./level-forms.ts";
import type { Unit } from "./units.ts";

export interface ClaimedPair {
  /** 1: one of the names that the report uses is the other's; 2: the only body of its level. */
  stage: 1 | 2;
  left: Unit;
  right: Unit;
}

/** Pairs of one report, in the order in which they are tried. `units` are all of the report, in their order. */
export function claimedPairs(units: readonly Unit[]): ClaimedPair[] {
  const named = new Set(units.flatMap((u) => reportKeys({ ...u, aliases: new Set() })));
  const bearers = new Map<string, Unit[]>();
  const pairs: ClaimedPair[] = [];
  for (const right of units)
    for (const key of reportKeys(right, (k) => named.has(k))) {
      const known = bearers.get(key);
      if (!known) {
        bearers.set(key, [right]);
        continue;
      }
      for (const left of known) pairs.push({ stage: 1, left, right });
      known.push(right);
    }
  for (const { left, right } of levelForms(units)) pairs.push({ stage: 2, left, right });
  return pairs;
}
