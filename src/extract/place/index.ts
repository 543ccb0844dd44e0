/** Places, and what lies where. @module */
import type { Family } from "../types.ts";
import { placeBefore } from "./attributed.ts";
import { companySeat, namedAfterPlace } from "./carried.ts";
import { atHome } from "./home.ts";
import { abbreviation, builtPlace, divisionName, patternedPlace, zone } from "./names.ts";
import { inScope } from "./scope.ts";
import { happensIn, standsIn } from "./stated.ts";

export const place: Family = {
  name: "place",
  mentionRules: [divisionName, abbreviation, zone, patternedPlace, builtPlace],
  claimRules: [companySeat, namedAfterPlace, standsIn, happensIn, placeBefore, atHome, inScope],
};
