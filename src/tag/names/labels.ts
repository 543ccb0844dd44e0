/**
 * The labels of the characters: outside, and for each type the first character of a name and the further ones.
 * @module
 */
import { ENTITY_TYPES, type EntityType } from "../../model/claim.ts";

/** In the order in which the weights number them: another order needs a model learned anew. */
export const TYPES: readonly EntityType[] = ENTITY_TYPES;

export const OUTSIDE = 0;
export const LABELS: number = 1 + 2 * TYPES.length;
/** Label of a name's first character. */
export const beginOf = (type: number): number => 1 + 2 * type;
/** Label of a name's further characters. */
export const insideOf = (type: number): number => 2 + 2 * type;
export const isInside = (label: number): boolean => label > 0 && label % 2 === 0;
/** Index into {@link TYPES} of a label that is not `OUTSIDE`. */
export const typeOf = (label: number): number => (label - 1) >> 1;
/** May `after` follow `before`? A name's further character follows only a character of the same name. */
export const follows = (before: number, after: number): boolean =>
  !isInside(after) || before === after || before === after - 1;
