/**
 * Words for values that mean something by themselves, by type and property: for the page's legend, choices of lists and downloads.
 * @module
 */
import { levelLabels, observationKindLabels, placeKindLabels } from "../../schema/index.ts";
import { lexiconTable } from "../lexicon.ts";
import type { Label } from "./api-types.ts";

export const valueWords: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  "Place.level": levelLabels,
  "Place.kind": placeKindLabels,
  "Observation.kind": observationKindLabels,
  "Mechanism.kind": Object.fromEntries(
    lexiconTable("mechanism-kinds", "explorer").map(([zh = "", en = zh]) => [zh, { zh, en }]),
  ),
};
