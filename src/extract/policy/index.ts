/** Documents with a title, and numbered sets of measures. @module */
import type { Family } from "../types.ts";
import { numberedMeasures, titled } from "./names.ts";

export const policy: Family = { name: "policy", mentionRules: [titled, numberedMeasures] };
