/**
 * The place with which a name begins: 苏州市某某局 → 320500, and what is left of the name.
 * @module
 */
import { type Division, liesIn, openGazetteer } from "../tag/gazetteer/index.ts";

const gazetteer = openGazetteer();

export interface Lead {
  /** Division code, `CN`, or `?` and the text where the gazetteer knows several of that name. */
  code: string;
  text: string;
  rest: string;
}

const ADMINISTERED = new Set(["province", "prefecture", "county", "street"]);

/** The leading division of a name, if there is one and something is left after it. */
export function leadOf(name: string, home: string | undefined): Lead | undefined {
  const first = gazetteer.scan(name, {})[0];
  if (first?.start !== 0 || first.end >= name.length) return undefined;
  const candidates = first.candidates.filter((c) => ADMINISTERED.has(c.level) || c.code === "CN");
  if (candidates.length === 0) return undefined;
  const rest = name.slice(first.end);
  const known = candidates.length === 1 ? candidates[0] : near(candidates, home);
  return { code: known?.code ?? `?${first.text}`, text: first.text, rest };
}

/** Codes of the places and regions anywhere in a text, where there is no doubt which they are. */
export function placesIn(text: string, home: string | undefined): string[] {
  return gazetteer.scan(text, {}).flatMap(({ candidates }) => {
    const known = candidates.length === 1 ? candidates[0] : near(candidates, home);
    return known && known.code !== "CN" ? [known.code] : [];
  });
}

/** Of several places with one name the one that is, holds or lies in the report's own. */
function near(candidates: readonly Division[], home: string | undefined): Division | undefined {
  if (home === undefined) return undefined;
  const around = candidates.filter(
    (c) => isAround(c.code, home) || liesIn(c.code, home) || sameCity(c.code, home),
  );
  return around.length === 1 ? around[0] : around.find((c) => c.code === home);
}

/** Whether the division `outer` is `inner` or holds it. */
export const isAround = (outer: string, inner: string): boolean => outer === inner || liesIn(inner, outer);

/** Whether one place holds the other or is the other: 江苏 and 苏州 may be said of one thing, 苏州 and 南京 may not. */
export const compatible = (a: string, b: string): boolean => isAround(a, b) || isAround(b, a);

/** Whether two codes lie in one prefecture. */
export const sameCity = (a: string, b: string): boolean =>
  /^\d{6}/.test(a) && a.slice(0, 4) === b.slice(0, 4);

/** The division that 省, 市, 县, 区, 州, 旗 stands for in a report on `home`. */
export function divisionOfLevel(level: string, home: string | undefined): string | undefined {
  const own = home === undefined ? undefined : gazetteer.byCode(home);
  if (!own) return undefined;
  const around = [own, ...gazetteer.parents(own.code)];
  if (level === "省" || level === "自治区") return around.find((d) => d.level === "province")?.code;
  if (level === "市") return around.find((d) => d.name.endsWith("市") && d.level !== "street")?.code;
  if (level === "州" || level === "盟")
    return around.find((d) => d.level === "prefecture" && d.name.endsWith(level))?.code;
  return around.find((d) => d.level === "county" && d.name.endsWith(level))?.code;
}

/** Whether a text is the name of a place and nothing else. */
export const isDivision = (text: string): boolean => gazetteer.lookup(text).length > 0;
