/** Industries, industrial chains and clusters that are named as such. @module */
import type { Family } from "../types.ts";
import { established } from "./established.ts";
import { counted, engines, quotedList, represented } from "./lists.ts";
import { branch, headed } from "./single.ts";

export const industry: Family = {
  name: "industry",
  mentionRules: [counted, represented, quotedList, headed, branch, engines, established],
};
