/** Named ceremonies, conferences, fairs and signing sessions. @module */
import type { Family } from "../types.ts";
import { ceremony } from "./ceremony.ts";
import { date } from "./date.ts";
import { held, tour } from "./held.ts";
import { ending, shared } from "./names.ts";
import { edition, motto } from "./quoted.ts";
import { withWholeNames } from "./whole.ts";

export const event: Family = {
  name: "event",
  mentionRules: withWholeNames([ending, held, tour, shared, motto, edition, ceremony]),
  claimRules: [date],
};
