/**
 * Names that say too little for a fact to be sure, however clear its sentence is.
 * @module
 */
import type { Doc } from "../types.ts";
import type { Candidate } from "./types.ts";

/** Nothing is surer than this of a thing whose name may mean any. */
export const AMBIGUOUS = 0.7;

/** What begins so is a body without the place whose body it is: 县中医院, 村党支部 … */
const BARE_BODY = /^(?:[县镇乡](?![域村镇级属])|村(?!镇)|市(?![场政民级属])|区(?![块域级属])|省(?![级属]))/u;

/** … unless a place is called so: 市北区教育局. Is the post at a body whose place is not told? */
export const isPlaceless = ({ predicate, object }: Candidate, { gazetteer }: Doc): boolean =>
  predicate === "WORKS_FOR" &&
  object !== "REPORT" &&
  (object.type === "Agency" || object.type === "Institution") &&
  BARE_BODY.test(object.name) &&
  ![2, 3, 4].some((length) => gazetteer.resolve(object.name.slice(0, length)) !== undefined);
