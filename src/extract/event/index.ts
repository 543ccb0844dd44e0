/** Named ceremonies, conferences, fairs and signing sessions. @module */
import type { Family } from "../types.ts";
import { ending, shared } from "./names.ts";

export const event: Family = { name: "event", mentionRules: [ending, shared] };
