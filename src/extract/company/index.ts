/**
 * Companies: enterprises, groups, factories, banks, cooperatives.
 * @module
 */
import type { Family } from "../types.ts";
import { companyRules } from "./rules.ts";
import { shortForms } from "./short-forms.ts";

export const company: Family = {
  name: "company",
  mentionRules: companyRules,
  shortForms: { Company: (name, doc) => [...shortForms(name, doc.gazetteer)] },
};
