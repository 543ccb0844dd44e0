/**
 * The first pass over a report: the divisions named in full, its own zones and areas, what the scans of its sentences found.
 * @module
 */
import type { PlaceContext, PlaceToken } from "./evidence.ts";
import { suffixOf } from "./lists.ts";
import { findPatterns } from "./patterns.ts";
import type { Division, Gazetteer, HomeSentence, PlaceMatch } from "./types.ts";

export interface PlaceSentence extends HomeSentence {
  tokens: readonly PlaceToken[];
}

export const scanOptions = (
  context: PlaceContext,
  tokens: readonly PlaceToken[],
): { near: string[]; common: boolean } => ({
  near: context.home === undefined ? [] : [context.home.code],
  common: tokens.length > 0,
});

export const resolveContext = (context: PlaceContext): { home?: string; mentioned: string[] } => ({
  ...(context.home === undefined ? {} : { home: context.home.code }),
  mentioned: [...context.mentioned],
});

/** Group of the areas that a report names with their city: 滨湖地区 is 某山滨湖地区. */
export const TAIL = "tail";
/** Group of the scenic areas that a report names. */
export const SCENIC = "scenic";

/** A word of the tagger for a district that no list has (a lake's administrative zone), not a kind of area. */
export function isDistrict({ text, tag }: PlaceToken): boolean {
  return (
    tag === "LOC" &&
    /^[\u4e00-\u9fff]{2,4}区$/u.test(text) &&
    !/(?:[特灾景山校厂园地社小街矿库辖片郊市城东西南北中老赛战林牧农渔港大各全新商湾]区|功能区|开发区)$/u.test(
      text,
    )
  );
}

/** A chain that names something with its class word, or begins with a city: 港北|港城 may be cut from another word. */
function isNested({ parts }: PlaceMatch): boolean {
  return (
    parts.length > 1 &&
    (parts.some((p) => p.form !== "short") ||
      /^(?:province|prefecture)$/.test(parts[0]?.candidates[0]?.level ?? ""))
  );
}

/** First pass over a report: its own city, the divisions named in full, its zones. */
export function placeContext(
  sentences: readonly PlaceSentence[],
  gazetteer: Gazetteer,
  home: Division | undefined,
): PlaceContext {
  const mentioned = new Set<string>();
  const first: PlaceContext = { ...(home ? { home } : {}), mentioned, zones: new Map() };
  const counts = new Map<string, Map<string, number>>();
  const scans = new Map<string, PlaceMatch[]>();
  const tails = new Map<string, string>();
  const seen = new Set<string>();
  const districts = new Set<string>();
  const count = (group: string, name: string): void => {
    const names = counts.get(group) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    counts.set(group, names);
  };
  for (const { norm, tokens } of sentences) {
    const matches = gazetteer.scan(norm, scanOptions(first, tokens));
    for (const token of tokens) {
      if (
        !isDistrict(token) ||
        matches.some((m) => m.start < token.end && token.start < m.end && m.end === token.end)
      )
        continue;
      if (seen.has(token.text)) districts.add(token.text);
      seen.add(token.text);
    }
    scans.set(norm, matches);
    for (const match of matches)
      for (const part of match.parts) {
        const division =
          part.candidates.length === 1
            ? part.candidates[0]
            : gazetteer.resolve(part.text, resolveContext(first));
        const group = suffixOf(part.text)?.group;
        if (group !== undefined && part.form !== "short") count(group, part.text);
        if (division && (part.form !== "short" || isNested(match) || division.level === "prefecture"))
          mentioned.add(division.code);
      }
    for (const pattern of findPatterns(norm, tokens, matches)) {
      const group = pattern.suffix.kind === SCENIC ? SCENIC : pattern.suffix.group;
      const { host, start, end } = pattern;
      if (host?.start === start && host.end < end - pattern.suffix.text.length)
        tails.set(`${TAIL}|${norm.slice(host.end, end)}`, norm.slice(start, end));
      if (group === undefined || pattern.stem === "") continue;
      count(group, norm.slice(pattern.start, pattern.end));
    }
  }
  const zones = new Map(tails);
  for (const [group, names] of counts) {
    const [best] = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best) zones.set(group, best[0]);
    // 甲开发区 and 甲经济技术开发区 are one: the fullest name stands for both.
    for (const name of names.keys()) {
      const stem = name.slice(0, -(suffixOf(name)?.text.length ?? 0));
      const key = `${group}|${stem}`;
      if ((zones.get(key)?.length ?? 0) < name.length) zones.set(key, name);
    }
  }
  return { ...first, zones, districts, scans };
}
