/** Named ways of working: systems, campaigns, programmes, methods, platforms, awards; their parts, leaders and rhythms. @module */
import type { Family } from "../types.ts";
import { group, groupsOfSum } from "./groups.ts";
import { chiefs, headed, hotline } from "./headed.ts";
import { issues, leads } from "./issues.ts";
import { even, parts, rhythmic, several, stepped } from "./listed.ts";
import { national } from "./national.ts";
import { apposedPart, listedParts, rhythms, underHeadline } from "./parts.ts";
import { pools, poolsOf } from "./pools.ts";
import { apposed, countsList, quotedAlone, quotedList, quotedWithHead } from "./quoted.ts";

export const mechanism: Family = {
  name: "mechanism",
  mentionRules: [
    quotedWithHead,
    quotedList,
    countsList,
    apposed,
    quotedAlone,
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
    national,
  ],
  claimRules: [groupsOfSum, apposedPart, rhythms, listedParts, poolsOf, underHeadline, leads, issues],
};
