/**
 * Dates, months, quarters, years and periods, resolved against the report's date.
 * @module
 */
export { scanTimes } from "./scan.ts";
export type { TimeSpan } from "./types.ts";
