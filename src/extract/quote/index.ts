/** Quoted people and their words. @module */
import type { Family } from "../types.ts";
import { speech } from "./speech.ts";
import { words } from "./words.ts";

export const quote: Family = { name: "quote", claimRules: [speech, words] };
