/** Places, and what lies where. @module */
import type { Family } from "../types.ts";
import { abbreviatedHome, isOf, placeBefore, placeHas } from "./attributed.ts";
import { companySeat, namedAfterPlace, nestedPlace } from "./carried.ts";
import { atHome } from "./home.ts";
import { builtPlace, divisionName, patternedPlace, zone } from "./names.ts";
import { happensIn, standsIn } from "./stated.ts";

export const place: Family = {
  name: "place",
  mentionRules: [divisionName, zone, patternedPlace, builtPlace],
  claimRules: [
    nestedPlace,
    companySeat,
    namedAfterPlace,
    standsIn,
    happensIn,
    isOf,
    abbreviatedHome,
    placeHas,
    placeBefore,
    atHome,
  ],
};
