/**
 * 市住建局 in a report on a city is that city's: the level names the division around the report's home.
 * @module
 */
import { type Division, liesIn } from "../../tag/gazetteer/index.ts";
import { candidatesOf } from "../place/read.ts";
import type { TokenDoc, TokenSentence } from "../types.ts";

/** What begins so is a body without the place whose body it is: 县中医院, 村党支部 … */
export const BARE_BODY: RegExp =
  /^(?:[县镇乡](?![域村镇级属])|村(?!镇)|市(?![场政民级属])|区(?![块域级属])|省(?![级属]))/u;

/** The one county or district of the report's home that the report names: 区委 in a report on one district of a city. */
function onlyInside(level: string, home: Division, doc: TokenDoc): Division | undefined {
  const found = new Map<string, Division>();
  for (const candidates of doc.places.values())
    for (const { code } of candidates) {
      const division = code === undefined ? undefined : doc.gazetteer.byCode(code);
      if (division?.level === "county" && division.name.endsWith(level) && liesIn(division.code, home.code))
        found.set(division.code, division);
    }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** The division that 省, 市, 县, 区, 州, 旗 stands for in this report. */
export function divisionOfLevel(level: string, doc: TokenDoc): Division | undefined {
  if (!doc.home) return undefined;
  const around = [doc.home, ...doc.gazetteer.parents(doc.home.code)];
  switch (level) {
    case "省":
    case "自治区":
      return around.find((d) => d.level === "province" && d.name.endsWith(level));
    case "市":
      return around.find((d) => d.name.endsWith("市") && d.level !== "street");
    case "县":
    case "区":
    case "旗":
      return (
        around.find((d) => d.level === "county" && d.name.endsWith(level)) ?? onlyInside(level, doc.home, doc)
      );
    case "州":
      return around.find((d) => d.level === "prefecture" && d.name.endsWith("州"));
    default:
      return undefined;
  }
}

/** The division of this level that the sentence names last before `at`: 县中医院 in 青禾县政协副主席、县中医院院长 is 青禾县's. */
export function divisionNamedBefore(
  level: string,
  s: TokenSentence,
  at: number,
  doc: TokenDoc,
): Division | undefined {
  const before = candidatesOf(s, doc).filter(({ end, code }) => end <= at && code !== undefined);
  return before
    .map(({ code }) => doc.gazetteer.byCode(code as string))
    .findLast((d): d is Division => d?.name.endsWith(level) === true);
}
