/**
 * Grafeo is a CommonJS package whose names Node cannot list: they are taken from its default export here, once.
 * @module
 */
import grafeo, { type GrafeoDB as GrafeoDBType } from "@grafeo-db/js";

export type GrafeoDB = GrafeoDBType;
export const GrafeoDB: typeof GrafeoDBType = grafeo.GrafeoDB;
