/**
 * The families in the order in which their rules run. To add one, write its folder and list it here.
 * @module
 */
import { agency } from "./agency/index.ts";
import { company } from "./company/index.ts";
import { event } from "./event/index.ts";
import { figure } from "./figure/index.ts";
import { industry } from "./industry/index.ts";
import { institution } from "./institution/index.ts";
import { mechanism } from "./mechanism/index.ts";
import { person } from "./person/index.ts";
import { place } from "./place/index.ts";
import { policy } from "./policy/index.ts";
import { project } from "./project/index.ts";
import { quote } from "./quote/index.ts";
import type { Family } from "./types.ts";

export const families: readonly Family[] = [
  agency,
  institution,
  company,
  person,
  place,
  project,
  quote,
  policy,
  event,
  figure,
  industry,
  mechanism,
];
