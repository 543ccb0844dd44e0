/** Industries, industrial chains and clusters that are named as such. @module */
import type { Family } from "../types.ts";
import { counted, quotedList } from "./lists.ts";
import { headed } from "./single.ts";

export const industry: Family = {
  name: "industry",
  mentionRules: [counted, quotedList, headed],
};
