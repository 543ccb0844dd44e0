/** Places, and what lies where. @module */
import type { Family } from "../types.ts";
import { bringsTo, isOf, placeBefore, placeHas } from "./attributed.ts";
import { companySeat, groundOfEvent, namedAfterPlace, nestedPlace, sharedPlace } from "./carried.ts";
import { atDateline, atHome } from "./home.ts";
import { abbreviation, builtPlace, divisionName, patternedPlace, siteZone, zone } from "./names.ts";
import { inScope } from "./scope.ts";
import { happensIn, standsIn } from "./stated.ts";

export const place: Family = {
  name: "place",
  mentionRules: [divisionName, abbreviation, zone, siteZone, patternedPlace, builtPlace],
  claimRules: [
    nestedPlace,
    companySeat,
    namedAfterPlace,
    sharedPlace,
    groundOfEvent,
    standsIn,
    happensIn,
    isOf,
    bringsTo,
    placeHas,
    placeBefore,
    atHome,
    atDateline,
    inScope,
  ],
};
