/** Party and government bodies, their offices and seats. @module */
import type { Family } from "../types.ts";
import { body } from "./bodies.ts";
import { central } from "./central.ts";
import { seat } from "./claims.ts";
import { tagged } from "./tagged.ts";

export const agency: Family = {
  name: "agency",
  mentionRules: [body, central, tagged],
  claimRules: [seat],
};
