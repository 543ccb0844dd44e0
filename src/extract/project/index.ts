/**
 * Projects: named undertakings that are built or invested in, with their money, stage, date and builders.
 * @module
 */
import type { Family } from "../types.ts";
import { completionRule } from "./completion.ts";
import { componentRule } from "./components.ts";
import { investsRule, opensRule, roleRule, signsRule } from "./investors.ts";
import { investsPlaceRule, ownerRule, partOfRule, phaseRule } from "./invests.ts";
import { phaseForms } from "./known.ts";
import { leadsRule } from "./leads.ts";
import { moneyRule } from "./money.ts";
import { projectRules } from "./rules.ts";
import { stageRule } from "./stage.ts";

export const project: Family = {
  name: "project",
  mentionRules: projectRules,
  shortForms: { Project: phaseForms },
  claimRules: [
    ownerRule,
    investsRule,
    opensRule,
    signsRule,
    roleRule,
    investsPlaceRule,
    partOfRule,
    componentRule,
    phaseRule,
    leadsRule,
    moneyRule,
    stageRule,
    completionRule,
  ],
};
