/**
 * Facts that say too little to be sure, however clear their sentence is.
 * @module
 */
import { BARE_BODY } from "../agency/home.ts";
import { plainWords } from "../project/lists.ts";
import type { Doc } from "../types.ts";
import type { Candidate } from "./types.ts";

/** A body whose place is not told (县委): the report's readers may know. */
const PLACELESS = 0.7;
/** What may be any is kept and hidden: a post at 新能源公司, the cost of 研发中心. */
export const ANYONES = 0.45;

/** 县中医院, unless a place is called so (市北区教育局). */
const isPlaceless = (name: string, { gazetteer }: Doc): boolean =>
  BARE_BODY.test(name) && ![2, 3, 4].some((length) => gazetteer.resolve(name.slice(0, length)) !== undefined);

const COMPANY = /(?:有限)?(?:公司|集团|企业)$/u;
/** 新能源公司 */
const isPlainCompany = (name: string): boolean =>
  COMPANY.test(name) && plainWords(name.replace(COMPANY, "")) !== undefined;

/** How sure a post can be, at most. A player of a team holds none. */
export function surest({ predicate, object }: Candidate, title: string | undefined, doc: Doc): number {
  if (predicate !== "WORKS_FOR" || object === "REPORT") return 1;
  if (object.type === "Company") return isPlainCompany(object.name) ? ANYONES : 1;
  if (object.type !== "Agency" && object.type !== "Institution") return 1;
  if (title === undefined && object.type === "Institution" && object.name.endsWith("队")) return ANYONES;
  return isPlaceless(object.name, doc) ? PLACELESS : 1;
}
