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
  // 总投资30亿元的甲项目
  if (sentence.norm[quantity.end] === "的") {
    owner = sentence.mentions.find(
      (m) => OWNERS.has(m.type) && m.start > quantity.end && m.start <= quantity.end + 20,
    );
    if (owner) return owner;
  }
  for (const mention of sentence.mentions) {
    if (mention.start >= quantity.start) break;
    // 甲、乙等8家: examples, not the owner.
    if (OWNERS.has(mention.type) && !/^等|^、/.test(sentence.norm.slice(mention.end))) owner = mention;
  }
  return owner ?? "city";
}
