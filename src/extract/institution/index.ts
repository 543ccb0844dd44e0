/** Schools, hospitals, laboratories, associations and news outlets. @module */
import type { Family } from "../types.ts";
import { ending, outlet } from "./names.ts";

export const institution: Family = { name: "institution", mentionRules: [ending, outlet] };
