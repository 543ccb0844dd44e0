/**
 * One line per claim, for rule examples, `explain` and messages.
 * @module
 */
import type { Claim, EntityRef } from "../model/claim.ts";

const ref = (r: EntityRef | "city" | "REPORT"): string => (typeof r === "string" ? r : `${r.type}:${r.name}`);

/** `Company:甲 INVESTS Project:乙`, `Project:乙.stage=started`, `city 粮食产量=27800000 斤`, … */
export function describeClaim(claim: Claim): string {
  switch (claim.kind) {
    case "mention":
      return ref(claim.subject);
    case "alias":
      return `${ref(claim.subject)} = ${claim.alias}`;
    case "relation": {
      const extra = [
        claim.title && `title=${claim.title}`,
        claim.amount !== undefined && `amount=${claim.amount}`,
        claim.rhythm && `rhythm=${claim.rhythm}`,
        claim.status !== "stated" && claim.status,
      ]
        .filter(Boolean)
        .join(" ");
      return `${ref(claim.subject)} ${claim.predicate} ${ref(claim.object)}${extra ? ` (${extra})` : ""}`;
    }
    case "value":
      return `${ref(claim.subject)}.${claim.property}=${claim.value}${claim.status === "stated" ? "" : ` (${claim.status})`}`;
    case "observation":
      return `${ref(claim.subject)} ${claim.indicator}=${claim.value} ${claim.unit}${claim.period ? ` @${claim.period}` : ""}${claim.observationKind === "target" ? " target" : ""}`;
    case "quote":
      return `${ref(claim.speaker)} said ${claim.words}`;
  }
}
