/**
 * The families in the order in which their rules run. To add one, write its folder and list it here.
 * @module
 */
import { agency } from "./agency/index.ts";
import { person } from "./person/index.ts";
import { place } from "./place/index.ts";
import { quote } from "./quote/index.ts";
import type { Family } from "./types.ts";

export const families: readonly Family[] = [agency, person, place, quote];
