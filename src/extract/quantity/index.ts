/**
 * Numbers, money, ratios, counts and measures with their units, qualifiers and changes.
 * @module
 */
export { type Change, scanChanges } from "./change.ts";
export { scanQuantities } from "./scan.ts";
export type { Qualifier, Quantity, QuantityKind } from "./types.ts";
