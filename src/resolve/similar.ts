/**
 * Pairs of units that are not equal by key but may be the same: compared by features within blocks, with vetoes.
 * @module
 */
import type { Unit } from "./units.ts";

export interface SimilarPair {
  left: Unit;
  right: Unit;
  /** 0..1 */
  score: number;
  reasons: string[];
}

/** Candidate pairs with their scores, in an order that depends on the units alone. */
export function similarPairs(_units: readonly Unit[]): SimilarPair[] {
  return [];
}
