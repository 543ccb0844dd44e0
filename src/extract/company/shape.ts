/**
 * Can a word of the tagger be a company's name at all? Says no to bodies, places, schools, products and words of trade; the
 * words around it must still say that a company is meant.
 * @module
 */
import { alternatives } from "../../lexicon.ts";
import type { PlacedDoc } from "../types.ts";
import { BLOCKED, GENERIC, INDUSTRY, withoutSector } from "./lists.ts";

/** Endings of bodies that are no companies. */
const PUBLIC = new RegExp(`(?:${alternatives("company-not-endings")})$`, "u");

/** Has the shape of a company's name: none of the bodies, places, kinds and trades that the tagger calls names too. */
export const looksNamed = (text: string, doc: PlacedDoc): boolean =>
  text.length >= 2 &&
  text.length <= 14 &&
  !PUBLIC.test(text) &&
  !GENERIC.has(text) &&
  !BLOCKED.has(text) &&
  !INDUSTRY.has(text) &&
  doc.gazetteer.lookup(text).length === 0 &&
  !/[的了在和与及、，。]/u.test(text) &&
  !/^\d|(?:企业|机构|商协会)$|\d{2,3}强/u.test(text) &&
  !/[一二三四五六]期$/u.test(text);

/** Words of trade alone. */
export const isPlain = (text: string): boolean => withoutSector(text) === "";
