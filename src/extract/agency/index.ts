/** Party and government bodies, their offices and seats. @module */
import type { Family } from "../types.ts";
import { body } from "./bodies.ts";
import { central } from "./central.ts";
import { officeOfBody, seat } from "./claims.ts";
import { tagged } from "./tagged.ts";
import { taskForce } from "./task-force.ts";
import { zoneBody } from "./zones.ts";

export const agency: Family = {
  name: "agency",
  mentionRules: [body, central, zoneBody, taskForce, tagged],
  claimRules: [officeOfBody, seat],
};
