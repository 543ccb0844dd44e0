/** Schools, hospitals, laboratories and associations. @module */
import type { Family } from "../types.ts";
import { ending } from "./names.ts";

export const institution: Family = { name: "institution", mentionRules: [ending] };
