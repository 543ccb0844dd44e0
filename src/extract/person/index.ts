/** People and the offices they hold. @module */
import type { Family } from "../types.ts";
import { leaders } from "./leaders.ts";
import { namedAfterPost, namedBeforeSpeech, pressPerson, taggedPerson } from "./names.ts";
import { postBehindName, worksFor } from "./works-for.ts";

export const person: Family = {
  name: "person",
  mentionRules: [taggedPerson, pressPerson, namedAfterPost, namedBeforeSpeech],
  claimRules: [worksFor, postBehindName, leaders],
};
