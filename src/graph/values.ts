/**
 * Which of several stated values a node shows. All statements stay visible as evidence and milestones; this only picks
 * the one that stands in the property.
 * @module
 */
import { STAGES, type Stage, type ValueClaim } from "../model/claim.ts";

const rank = (stage: unknown): number => STAGES.indexOf(stage as Stage);

/** Claims from the latest report (dates compare as text, unknown dates come first), best statements first. */
function latest(claims: readonly ValueClaim[], dateOf: (report: string) => string): ValueClaim[] {
  const newest = claims
    .map((c) => dateOf(c.report))
    .sort()
    .at(-1);
  return claims
    .filter((c) => dateOf(c.report) === newest)
    .sort((a, b) => b.confidence - a.confidence || a.span.start - b.span.start || (a.id < b.id ? -1 : 1));
}

/** The value of the latest report; within it the most certain, then the first. */
export function pickValue(
  claims: readonly ValueClaim[],
  dateOf: (report: string) => string,
): ValueClaim | undefined {
  return latest(claims, dateOf)[0];
}

/**
 * The latest stage that the latest report states: the furthest in the life of a project. A plan counts only where
 * nothing is stated as done.
 */
export function pickStage(
  claims: readonly ValueClaim[],
  dateOf: (report: string) => string,
): ValueClaim | undefined {
  const usable = claims.filter((c) => c.status !== "negated");
  const stated = usable.filter((c) => c.status === "stated");
  return latest(stated.length > 0 ? stated : usable, dateOf).sort(
    (a, b) => b.confidence - a.confidence || rank(b.value) - rank(a.value) || a.span.start - b.span.start,
  )[0];
}
