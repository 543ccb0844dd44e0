/**
 * Whose figure it is: the project, company or institution named last before the number in its sentence, else the place that the
 * report is about.
 * @module
 */
import type { EntityType } from "../../model/claim.ts";
import type { Mention } from "../types.ts";
import type { Figure } from "./types.ts";

const OWNERS: ReadonlySet<EntityType> = new Set<EntityType>(["Project", "Company", "Institution"]);

export function subjectOf({ sentence, quantity }: Figure): Mention | "city" {
  let owner: Mention | undefined;
  for (const mention of sentence.mentions) {
    if (mention.start >= quantity.start) break;
    // 甲、乙等8家: examples, not the owner.
    if (OWNERS.has(mention.type) && !/^等|^、/.test(sentence.norm.slice(mention.end))) owner = mention;
  }
  return owner ?? "city";
}
