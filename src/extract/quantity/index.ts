/**
 * Numbers, money, ratios, counts and measures with their units, qualifiers and changes.
 * @module
 */
export { scanQuantities } from "./scan.ts";
export type { Quantity } from "./types.ts";
