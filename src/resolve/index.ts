/** Resolution of names to entities. @module */
export type { Judgement, UserJudgement } from "./judgements.ts";
export { type EntityLookup, OPEN_PER_NAME, type Resolution, resolve } from "./resolve.ts";
export type { Entity } from "./resolved.ts";
export type { ReportContext } from "./units.ts";
