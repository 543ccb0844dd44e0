/**
 * The families in the order in which their rules run. To add one, write its folder and list it here.
 * @module
 */
import type { Family } from "./types.ts";

export const families: readonly Family[] = [];
