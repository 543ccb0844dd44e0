/**
 * Whether a match of the gazetteer is a place in its sentence. The neural tagger's words are the best witness; without
 * them only forms that hardly mean anything else are trusted.
 * @module
 */
import { liesIn } from "./codes.ts";
import type { Division, PlaceMatch, PlacePart } from "./types.ts";

/** A word as the neural tagger gives it. */
export interface PlaceToken {
  text: string;
  start: number;
  end: number;
  tag: string;
}

/** What is known of the report when a sentence is read. */
export interface PlaceContext {
  home?: Division;
  /** Codes of divisions that the report names in a form with class word. */
  mentioned: ReadonlySet<string>;
  /** Group of endings (高新区) → the report's own zone of that kind, as named in full. */
  zones: ReadonlyMap<string, string>;
  /** Words of the tagger such as 某某湖区 that recur: districts that are no divisions. */
  districts?: ReadonlySet<string>;
  /** What the first pass found in each sentence's text, so that the second need not look again. */
  scans?: ReadonlyMap<string, readonly PlaceMatch[]>;
}

/** Words of these tags are names as a whole, so a place may stand anywhere in them. */
export const HOLDS_NAMES: ReadonlySet<string> = new Set(["LOC", "ORG", "ns", "nt"]);
/** Tags of words that a place's name, unknown to the tagger, is taken for. */
const NOUN_LIKE = /^(?:n|nz|nw|s|LOC|ORG|ns|nt)$/;
/** Words that go on behind a place's name and make another word of it. */
const OTHER_WORD = /^(?:v|vn|vd|a|ad|d|c|p|u|m|q|TIME)$/;

/** Left of a place named without class word, when no tagger helps: the beginning, a mark, or a word that leads to a place. */
export const LEADS_IN: RegExp =
  /(?:^|[，。、；：（“《·—\s]|[在赴到来自从至往向沿与和及跨]|位于|落户|前往|走进|对接)$/u;
/** 龙山湾, 武昌湖: a landscape's ending makes another place of a city's name. */
export const LANDSCAPE: RegExp = /^[峡山河湖江湾岛岭沟渡关坝滩洲]$/u;

interface Range {
  start: number;
  end: number;
}

/**
 * Whether the words of the tagger forbid the match: it lies in a person's name, cuts words in half, or is half of another
 * place. `sure`: the report names the place elsewhere, so that a noun that ends with it (干流|某州) is two words.
 */
export function contradicts(part: Range, tokens: readonly PlaceToken[], sure = false): boolean {
  for (const token of tokens) {
    if (token.end <= part.start || token.start >= part.end) continue;
    const equal = token.start === part.start && token.end === part.end;
    if (token.tag === "PER") return !equal;
    if (
      token.tag === "LOC" &&
      LANDSCAPE.test(token.text.slice(part.end - token.start)) &&
      token.start <= part.start
    )
      return true;
    if (HOLDS_NAMES.has(token.tag)) continue;
    if (token.start < part.start)
      return !(sure && token.end === part.end && part.start - token.start > 1 && NOUN_LIKE.test(token.tag));
    if (token.end > part.end && OTHER_WORD.test(token.tag)) return true;
  }
  return false;
}

const isVerb = ({ start, end, tag }: PlaceToken, part: Range): boolean =>
  start === part.start && end === part.end && /^(?:v|vd|ad|d|c|p)$/.test(tag);

/** The tagger calls it a place. `strict`: the place begins there, for forms that are everyday words. */
function vouchedFor(part: Range, tokens: readonly PlaceToken[], strict: boolean): boolean {
  return tokens.some(
    (t) =>
      (t.tag === "LOC" || t.tag === "ns") &&
      (strict ? t.start === part.start : t.start <= part.start) &&
      part.end <= t.end &&
      t.end - part.end <= 6,
  );
}

/** 甲东站和|乙, 甲、|乙 in one word of the tagger: a new name begins there. */
function isPieced(part: Range, tokens: readonly PlaceToken[], norm: string): boolean {
  return tokens.some(
    (t) =>
      t.tag === "LOC" &&
      t.start < part.start &&
      t.end === part.end &&
      /[和与及、]/u.test(norm[part.start - 1] ?? ""),
  );
}

/** In the report's own prefecture. */
function isNear(division: Division, context: PlaceContext): boolean {
  const home = context.home?.code;
  if (home === undefined) return false;
  return (
    home === division.code ||
    liesIn(division.code, home) ||
    (!home.endsWith("0000") && home.slice(0, 4) === division.code.slice(0, 4))
  );
}

/** The report is about it, or names it with its class word. */
function isSure(division: Division, { home, mentioned }: PlaceContext): boolean {
  return home?.code === division.code || mentioned.has(division.code);
}

/** 哈拉海、哈拉海、靠山等乡镇: one of a list. */
function inList(part: Range, norm: string): boolean {
  return norm[part.start - 1] === "、" || norm[part.end] === "、";
}

/** A firm that bears a town's name need not be there. */
const IN_FIRM = /^[^，。；：、（）“”《》的在]{0,14}?(?:公司|集团|厂|股份)/u;

function isTown(part: PlacePart, norm: string, tokens: readonly PlaceToken[]): boolean {
  if (tokens.length === 0) return LEADS_IN.test(norm.slice(0, part.start));
  const first = tokens.find((t) => t.start === part.start);
  if (!first) return false;
  return inList(part, norm) || NOUN_LIKE.test(first.tag) || first.end > part.end;
}

/** 大石桥村, 长春路: these make a village's or street's name of a city's. */
const BORROWED = /^(?:村(?![民镇庄里])|屯|庄(?!园)|社区|小区|路(?!径|线|上|网|演)|街(?!道)|大道|大街|新村)/u;

/** 某庄士公司 is no village: inside a longer word the ending must not be the beginning of another. */
function borrows(part: Range, norm: string, tokens: readonly PlaceToken[]): boolean {
  const ending = BORROWED.exec(norm.slice(part.end, part.end + 3))?.[0];
  if (ending === undefined) return false;
  const end = part.end + ending.length;
  return !tokens.some((t) => t.tag === "ORG" && t.start <= part.start && t.end > end);
}

/** What follows a region that is spoken of as such, and not part of a name (华中|金融城, 西部|智慧园). */
const AFTER_REGION =
  /^(?:地区|区域|大区|城市|重镇|崛起|振兴|各|最|首|唯一|规模|省|市场|板块|沿海|经济|一体化|的|等|乃至|及|和|与|在|是|将|已|也|[，。、；：！？（）“”《》—\s]|$)/u;

/** 某江日报: a newspaper's name. */
const OUTLET = /^(?:日报|晚报|商报|早报|时报|网)/u;

/** Whether a region stands by itself. Rivers, mountains and the like are named in many ways and not asked. */
function standsAlone(part: PlacePart, norm: string, tokens: readonly PlaceToken[]): boolean {
  const { kind } = part.candidates[0] ?? {};
  if (OUTLET.test(norm.slice(part.end, part.end + 2))) return false;
  if (kind !== "region" && kind !== "plain") return true;
  if (AFTER_REGION.test(norm.slice(part.end, part.end + 4))) return true;
  if (part.common) return false;
  return !tokens.some((t) => HOLDS_NAMES.has(t.tag) && t.start <= part.start && part.end < t.end);
}

/**
 * Whether a name is a place here: `alone`, or at the head of a chain. `division` is what it resolves to.
 */
export function isPlace(
  part: PlacePart,
  division: Division | undefined,
  norm: string,
  tokens: readonly PlaceToken[],
  context: PlaceContext,
  alone = true,
): boolean {
  const level = part.candidates[0]?.level;
  const town = level === "street" && part.form === "short" && !part.common;
  // 合隆南 is a station.
  if (
    (level === "street" || level === "county") &&
    part.form === "short" &&
    /[东南西北]/u.test(norm[part.end] ?? "") &&
    tokens.some((t) => t.tag === "LOC" && t.start === part.start && t.end === part.end + 1)
  )
    return false;
  if (town) {
    if (LANDSCAPE.test(norm.charAt(part.end)) && norm[part.end + 1] !== "区") return false;
    if (!division || !isNear(division, context) || IN_FIRM.test(norm.slice(part.end, part.end + 20)))
      return false;
    return tokens.some((t) => t.tag === "PER" && t.start < part.start && t.end >= part.end)
      ? false
      : isTown(part, norm, tokens);
  }
  const sure =
    division !== undefined && level !== "country" && level !== "region" && isSure(division, context);
  // 上海之窗 is the name of something elsewhere.
  if (norm[part.end] === "之" && part.form === "short") return false;
  if (contradicts(part, tokens, sure && !part.common)) return false;
  // 东至某路: a verb.
  if (!sure && part.form === "short" && tokens.some((t) => isVerb(t, part))) return false;
  if (level === "region" && !standsAlone(part, norm, tokens)) return false;
  if (
    alone &&
    part.form === "short" &&
    level !== "country" &&
    level !== "region" &&
    borrows(part, norm, tokens)
  )
    return false;
  if (
    (level === "country" || level === "region") &&
    tokens.some((t) => t.tag === "ORG" && t.start < part.start && part.end <= t.end)
  )
    return false;
  if (level === "country")
    return !tokens.some(
      (t) => t.tag === "ORG" && t.start <= part.start && t.end > part.end && part.text === "中国",
    );
  if (part.common) {
    if (!division || !vouchedFor(part, tokens, true) || level === "street") return false;
    return (
      level !== "county" ||
      isSure(division, context) ||
      (context.home !== undefined && context.home.code.slice(0, 2) === division.code.slice(0, 2))
    );
  }
  if (part.form === "official" || part.form === "abridged" || level !== "county") return true;
  if (!division) return false;
  if (context.mentioned.has(division.code) || isNear(division, context)) return true;
  // A county far away, named by its bare name only: the tagger must see that very word, or a list or chain of places.
  if (tokens.some((t) => t.tag === "LOC" && t.start <= part.start && part.end <= t.end))
    return (
      tokens.some((t) => t.tag === "LOC" && t.start === part.start && t.end === part.end) ||
      isPieced(part, tokens, norm)
    );
  return tokens.length > 0
    ? tokens.some((t) => t.tag === "ORG" && t.start === part.start && part.end < t.end)
    : LEADS_IN.test(norm.slice(0, part.start));
}
