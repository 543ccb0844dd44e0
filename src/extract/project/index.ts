/**
 * Projects: named undertakings that are built or invested in, with their money, stage, date and builders.
 * @module
 */
import type { Family } from "../types.ts";
import { projectRules } from "./rules.ts";

export const project: Family = {
  name: "project",
  mentionRules: projectRules,
};
