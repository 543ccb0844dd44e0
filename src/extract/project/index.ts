/**
 * Projects: named undertakings that are built or invested in, with their money, stage, date and builders.
 * @module
 */
import type { Family } from "../types.ts";
import { completionRule } from "./completion.ts";
import { investsRule } from "./investors.ts";
import { investsPlaceRule, ownerRule, partOfRule } from "./invests.ts";
import { phaseForms } from "./known.ts";
import { moneyRule } from "./money.ts";
import { paidFor } from "./paid-for.ts";
import { projectRules } from "./rules.ts";
import { stageRule } from "./stage.ts";

export const project: Family = {
  name: "project",
  mentionRules: [...projectRules, paidFor],
  shortForms: { Project: phaseForms },
  claimRules: [ownerRule, investsRule, investsPlaceRule, partOfRule, moneyRule, stageRule, completionRule],
};
