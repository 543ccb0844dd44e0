/**
 * What a name says, read once: its core, its place and the marks that tell it from its namesakes.
 * @module
 */

import type { EntityType } from "../model/claim.ts";
import { type AgencyName, readAgency } from "./agency-key.ts";
import { type CompanyName, readCompany } from "./company-name.ts";
import { industryName, policyTitle } from "./keys.ts";
import { leadOf, placesIn } from "./lead.ts";
import { type Marks, marksOf } from "./marks.ts";
import { plainName } from "./normal.ts";
import { type ProjectName, readProject } from "./project-name.ts";

export interface Profile {
  type: EntityType;
  name: string;
  plain: string;
  /** Division code in front of the name. */
  place: string | undefined;
  core: string;
  /** Code of a place, as mentioned. */
  code: string | undefined;
  /** Places and regions anywhere in the name. */
  about: readonly string[];
  marks: Marks;
  company?: CompanyName;
  agency?: AgencyName;
  project?: ProjectName;
}

/** Types whose names say which place they are for, not only in front: 某某推介会（苏州专场）. */
const NAMED_AFTER = new Set<EntityType>(["Project", "Event", "Mechanism", "Policy"]);

/** Reads a name of a report on `home`. */
export function profileOf(type: EntityType, name: string, home: string | undefined, code?: string): Profile {
  const plain = plainName(name);
  const base = { type, name, plain, code, about: NAMED_AFTER.has(type) ? placesIn(plain, home) : [] };
  const marks = (text: string): Marks => marksOf(text.normalize("NFKC"));
  switch (type) {
    case "Company": {
      const company = readCompany(name, home);
      return {
        ...base,
        place: company.place,
        core: company.core,
        company,
        marks: marks(company.known === undefined ? company.core : ""),
      };
    }
    case "Agency": {
      const agency = readAgency(name, home);
      return {
        ...base,
        place: agency.owner,
        core: plainName(agency.department),
        agency,
        marks: marks(agency.department),
      };
    }
    case "Project": {
      const project = readProject(name, home);
      const lead = leadOf(plain, home);
      return {
        ...base,
        place: project.place,
        core: project.core,
        project,
        marks: marks(lead ? name.replace(lead.text, "") : name),
      };
    }
    case "Policy":
      return { ...base, ...placed(policyTitle(name), home), marks: marks(name) };
    case "Industry":
      return { ...base, place: undefined, core: industryName(plain), marks: marks(plain) };
    default: {
      const read = placed(plain, home);
      return {
        ...base,
        ...read,
        marks: marks(type === "Place" ? "" : read.place === undefined ? name : read.core),
      };
    }
  }
}

function placed(plain: string, home: string | undefined): { place: string | undefined; core: string } {
  const lead = leadOf(plain, home);
  return lead && lead.code !== "CN" && lead.rest.length >= 2
    ? { place: lead.code, core: lead.rest }
    : { place: undefined, core: plain };
}
