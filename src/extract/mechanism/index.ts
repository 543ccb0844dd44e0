/** Named ways of working: systems, campaigns, programmes, methods, platforms, awards; their parts, leaders and rhythms. @module */
import type { Family } from "../types.ts";
import { award } from "./award.ts";
import { group, groupsOfSum } from "./groups.ts";
import { chiefs, headed, hotline, renovation } from "./headed.ts";
import { honours } from "./honours.ts";
import { issues, leads, titleOf } from "./issues.ts";
import { even, parts, rhythmic, several, stepped } from "./listed.ts";
import { national } from "./national.ts";
import { apposedPart, asPart, listedParts, pools, poolsOf, rhythms, underHeadline } from "./parts.ts";
import { apposed, countsList, quotedAlone, quotedWithHead } from "./quoted.ts";
import { ranked } from "./ranked.ts";

export const mechanism: Family = {
  name: "mechanism",
  mentionRules: [
    quotedWithHead,
    countsList,
    apposed,
    quotedAlone,
    award,
    group,
    stepped,
    even,
    several,
    rhythmic,
    parts,
    pools,
    headed,
    chiefs,
    hotline,
    renovation,
    ranked,
    honours,
    national,
  ],
  claimRules: [
    groupsOfSum,
    apposedPart,
    asPart,
    rhythms,
    listedParts,
    poolsOf,
    underHeadline,
    leads,
    issues,
    titleOf,
  ],
};
