/**
 * What the rows of the item table are.
 * @module
 */

export type ItemKind = 0 | 1;
export const NODE = 0;
export const EDGE = 1;
