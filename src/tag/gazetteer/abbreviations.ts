/**
 * Places called by one character: 来沪投资, 驻鲁企业, 在渝落地. One character proves nothing by itself, so it must stand between
 * a verb of coming or being and a word that says what for. Cities that the list does not have go by the first or last
 * character of their short name, but only the report's own one does so.
 * @module
 */
import { allMatches } from "../../matches.ts";
import { abbreviationCodes } from "./lists.ts";
import type { Division, Gazetteer } from "./types.ts";

export interface Abbreviation {
  start: number;
  end: number;
  division: Division;
}

const PATTERN =
  /(?<=[来在赴驻返抵离留入援])(?<char>[\u4e00-\u9fff])(?=投资|投产|考察|落地|落户|落成|创业|兴业|企业|央企|外企|项目|调研|高校|商会|客商|办事|举行|举办|召开|签约|开工|设立|部队|单位|人才|发展|建设)/gu;
/** 在大发展, 在新建设: behind these the character may be an adjective, so it must be one of the list. */
const VAGUE = /^(?:发展|建设|项目|人才|单位)/u;
/** Characters of the list that are everyday words between such words too (在新项目, 来青企业). */
const EVERYDAY: ReadonlySet<string> = new Set(["新", "黑", "青", "台", "贵", "深", "宁", "港", "吉", "甘"]);

/** All of a sentence, left to right. */
export function findAbbreviations(
  norm: string,
  gazetteer: Gazetteer,
  home: Division | undefined,
): Abbreviation[] {
  const short = home === undefined ? undefined : gazetteer.shortForms(home.code).at(-1);
  return allMatches(norm, PATTERN).flatMap((match): Abbreviation[] => {
    const char = match.groups?.["char"] ?? "";
    const start = match.index;
    const vague = VAGUE.test(norm.slice(start + 1));
    const own = home && short && (char === short.at(0) || char === short.at(-1)) && !vague;
    const code = abbreviationCodes().get(char);
    const listed = code === undefined ? undefined : gazetteer.byCode(code);
    const inProvince =
      home && listed && (listed.code === home.code || listed.code.slice(0, 2) === home.code.slice(0, 2));
    const trusted = listed && (!EVERYDAY.has(char) || (inProvince && !vague));
    // 在鄂落地 in a report on a city of that name is that city, unless the report lies in the province of that name.
    const division = own && !(trusted && inProvince) ? home : trusted ? listed : undefined;
    return division ? [{ start, end: start + 1, division }] : [];
  });
}
