/**
 * What tells a patterned place from words that only end like one, and where its name begins when the gazetteer knows a part
 * of it.
 * @module
 */
import { HOLDS_NAMES, LANDSCAPE, type PlaceToken } from "./evidence.ts";
import { isGeneric, type Suffix, suffixOf } from "./lists.ts";
import { MAX_STEM } from "./stems.ts";
import type { PlaceMatch } from "./types.ts";

/** Endings that go on into another word: 铁路网, 路面. */
export const GOES_ON: ReadonlyMap<string, RegExp> = new Map([
  ...["铁路", "公路", "高速公路", "高速"].map((text): [string, RegExp] => [text, /^网/u]),
  ["路", /^[网面基灯况径]/u],
  ["地区", /^(?:总部|生产|差)/u],
  ["河", /^[长湖]/u],
  ["湖", /^长/u],
]);
const FUNCTION_WORD = /[的在于从到至赴由和与及或等是对将为了把被让个]/u;

/** 小镇, 家乡, 各街道 and the like are no towns by name, nor is what is only called so: 电商重镇. */
export const NO_TOWN: RegExp =
  /(?:小城|新型城|^城|[小集乡市村重强名古全各该两本冰大核心型类色])镇$|[家城故老回返下异同他水之进外本各全该还思入离]乡$|(?:[背各该全两条个]|属地|所在|辖区)街道$/u;
/** 镇区, 乡亲, 街道路: the class word begins another word. */
const NO_TOWN_AFTER = /^(?:镇[区域级痛静]|乡[村亲愁土音贤镇]|街道路)/u;

/** Whether the words before a town's ending make no name with it. */
export function isNoTown(norm: string, start: number, at: number, end: number): boolean {
  return NO_TOWN.test(norm.slice(start, end)) || NO_TOWN_AFTER.test(norm.slice(at, end + 1));
}

/** 太平镇团结村, 某市人民公园: what stands between a place named in full and the ending is the name. */
const DIRECT_KINDS: ReadonlySet<string> = new Set(["village", "town", "compound", "scenic", "zone", "area"]);
const MAX_DIRECT = 4;

export function isDirect(
  norm: string,
  at: number,
  before: PlaceMatch | undefined,
  suffix: Suffix,
  tokens: readonly PlaceToken[],
): boolean {
  if (!before || !DIRECT_KINDS.has(suffix.kind) || before.parts.at(-1)?.form === "short") return false;
  const stem = norm.slice(before.end, at);
  // 加快|甲东组团: a verb and its object; 团结村 is one word whatever the tagger calls it.
  if (tokens.some((t) => t.start === before.end && t.end < at && /^(?:v|vd|d|p|c|u)$/.test(t.tag)))
    return false;
  if (
    suffix.kind === "village" &&
    before.candidates.every((c) => c.level === "prefecture" || c.level === "province")
  )
    return false;
  return (
    stem.length >= 1 &&
    stem.length <= MAX_DIRECT &&
    /^[\u4e00-\u9fff]+$/u.test(stem) &&
    !FUNCTION_WORD.test(stem) &&
    !isGeneric(stem) &&
    suffixOf(stem) === undefined
  );
}

/** 西|合隆|村: where the tagger's word for a village begins before the name that the gazetteer knows in it. */
export function longerWord(
  at: number,
  end: number,
  host: PlaceMatch | undefined,
  tokens: readonly PlaceToken[],
  matches: readonly PlaceMatch[],
): number | undefined {
  if (host?.form !== "short") return undefined;
  const word = tokens.find((t) => t.tag === "LOC" && t.start < host.start && t.end === end);
  if (!word || at - word.start > MAX_STEM) return undefined;
  return matches.some((m) => m !== host && m.end > word.start && m.start < host.start)
    ? undefined
    : word.start;
}

/** 龙山湾科技园: a city's or district's name that the tagger reads on into a landscape's ending is that landscape's. */
export function landscapeHost(
  norm: string,
  at: number,
  end: number,
  tokens: readonly PlaceToken[],
  raw: readonly PlaceMatch[],
): PlaceMatch | undefined {
  // 龙山湾区 is a district, not a bay.
  if (end - at !== 1 || norm[end] === "区" || !LANDSCAPE.test(norm.slice(at, end))) return undefined;
  const host = raw.find((m) => m.end === at && m.form === "short");
  return host && tokens.some((t) => HOLDS_NAMES.has(t.tag) && t.start === host.start && t.end >= end)
    ? host
    : undefined;
}
