/** Named ceremonies, conferences, fairs and signing sessions. @module */
import type { Family } from "../types.ts";
import { date } from "./date.ts";
import { held } from "./held.ts";
import { ending } from "./names.ts";
import { withWholeNames } from "./whole.ts";

export const event: Family = {
  name: "event",
  mentionRules: withWholeNames([ending, held]),
  claimRules: [date],
};
