/**
 * Which claims the graph is made of.
 * @module
 */
import type { Claim } from "../model/claim.ts";

/** What is more likely wrong than right is not shown, unless it is asked for. */
export const DEFAULT_MIN_CONFIDENCE = 0.5;

/** Names stand as long as something is said of them: how sure a name is was weighed when it was decided. */
export const isSure = (claim: Claim, least: number): boolean =>
  claim.kind === "mention" || claim.kind === "alias" || claim.confidence >= least;

/** Those that the graph is made of. */
export const sureOf = (claims: readonly Claim[], least: number): Claim[] =>
  claims.filter((claim) => isSure(claim, least));
