/** People and the offices they hold. @module */
import type { Family } from "../types.ts";
import { elected, namedAfterPost, namedAfterQuotation, namedBeforeSpeech, taggedPerson } from "./names.ts";
import { postBehindName, worksFor } from "./works-for.ts";

export const person: Family = {
  name: "person",
  mentionRules: [taggedPerson, namedAfterPost, namedBeforeSpeech, namedAfterQuotation, elected],
  claimRules: [worksFor, postBehindName],
};
