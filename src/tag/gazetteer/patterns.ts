/**
 * Places that no list has: development zones, parks, roads, rivers, villages. An ending (`place-suffixes.tsv`) shows where
 * one stops; where it begins is read from the gazetteer, from the tagger's words, or from what cannot be in a name.
 * @module
 */
import { HOLDS_NAMES, LANDSCAPE, type PlaceToken } from "./evidence.ts";
import { isExpressway, isGeneric, type Suffix, suffixesByFirst, suffixOf } from "./lists.ts";
import type { PlaceMatch } from "./types.ts";

export interface Pattern {
  start: number;
  end: number;
  /** Without ending. Empty for a bare 高新区. */
  stem: string;
  suffix: Suffix;
  rule: string;
  confidence: number;
  /** The gazetteer's name that the stem is, or begins with. */
  host?: PlaceMatch;
}

const HAN = /^[\p{Script=Han}A-Za-z0-9·]$/u;
/** Characters that end the walk to the left when no tagger helps. */
const STOP = /[的在于从到至赴由和与及或等是对将为向经了着过把被让使沿往给其该本各这那个座条处家名所全我]/u;
const FUNCTION_WORD = /[的在于从到至赴由和与及或等是对将为了把被让个]/u;
const MAX_STEM = 8;
const NOUNS: ReadonlySet<string> = new Set(["LOC", "ORG", "nz", "n", "nw", "f", "s", "PER", "a", "vn", "m"]);
const NAMES: ReadonlySet<string> = new Set(["LOC", "nz", "nw", "ORG", "PER"]);

/** Numbered roads: 329国道, G15高速, 61省道. */
const NUMBERED_ROAD =
  /(?:[GS]\d{1,4}(?:[\u4e00-\u9fff]{2,4})?(?:高速公路|高速|国道|省道|线)?|\d{1,4}(?:国道|省道|县道|乡道))/gu;

function* endings(norm: string): Generator<{ at: number; end: number; suffix: Suffix }> {
  const table = suffixesByFirst();
  for (let at = 0; at < norm.length; at++) {
    const suffix = table.get(norm.charAt(at))?.find((x) => norm.startsWith(x.text, at));
    if (!suffix) continue;
    const end = at + suffix.text.length;
    yield { at, end, suffix };
    at = end - 1;
  }
}

/** Where the stem of an ending at `at` begins, by the tagger's words; `at` itself when nothing before it belongs to it. */
function stemByTokens(
  at: number,
  end: number,
  tokens: readonly PlaceToken[],
  floor: number,
  wantName: boolean,
): number {
  const covering = tokens.find((t) => t.start < at && t.end >= end);
  if (covering)
    return (NAMES.has(covering.tag) && (covering.tag !== "ORG" || covering.end === end)) ||
      (!wantName && covering.tag.startsWith("n"))
      ? Math.max(covering.start, floor)
      : at;
  let start = at;
  let named = false;
  for (let i = tokens.findIndex((t) => t.end === at), count = 0; i >= 0 && count < 2; i--, count++) {
    const token = tokens[i] as PlaceToken;
    if (
      token.start < floor ||
      !NOUNS.has(token.tag) ||
      token.text === "段" ||
      at - token.start > MAX_STEM ||
      STOP.test(token.text.slice(-1))
    )
      break;
    if (token.tag === "m" && count === 0 && /\d/.test(token.text)) break;
    if (isGeneric(token.text) && count > 0) break;
    named ||= NAMES.has(token.tag) && token.tag !== "ORG" && token.tag !== "PER";
    start = token.start;
    if (token.tag === "LOC") break;
  }
  return wantName && !named ? at : start;
}

function stemByMarks(norm: string, at: number, floor: number): number {
  let start = at;
  while (
    start > floor &&
    at - start < MAX_STEM &&
    HAN.test(norm[start - 1] ?? "") &&
    !STOP.test(norm[start - 1] ?? "")
  )
    start--;
  // A walk that nothing stopped has run into the sentence: its beginning is anywhere.
  return at - start > 5 ? at : start;
}

/** 龙山湾科技园: a city's or district's name that the tagger reads on into a landscape's ending is that landscape's. */
function landscapeHost(
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

/** Kinds of places that bear a city's or town's bare name as their own. */
const BORROWING: ReadonlySet<string> = new Set(["village", "compound", "road"]);
/** Kinds that follow a bare name directly; behind a class word they are another's (某区社区). */
const BORROWED_KINDS: ReadonlySet<string> = new Set(["village", "compound", "road", "water", "land"]);
/** Nothing is named after these by adding an ending: 京津冀地区湿地 are many. */
const OUTER_ONLY: ReadonlySet<string> = new Set(["country", "region"]);

const WATERSIDE = /^(?:滨江|滨海|滨湖|滨河|临江|临港|临空|沿江|沿海|中央)$/u;

/** Endings that go on into another word: 铁路网, 路面. */
const GOES_ON: ReadonlyMap<string, RegExp> = new Map([
  ...["铁路", "公路", "高速公路", "高速"].map((text): [string, RegExp] => [text, /^网/u]),
  ["路", /^[网面基灯况径]/u],
  ["河", /^[长湖]/u],
  ["湖", /^长/u],
]);
/** Kinds of places that metaphors are made of. */
const FIGURATIVE: ReadonlySet<string> = new Set(["road", "water", "land"]);

/** 太平镇团结村, 某市人民公园: what stands between a place named in full and the ending is the name. */
const DIRECT_KINDS: ReadonlySet<string> = new Set(["village", "compound", "scenic", "zone", "area"]);
const MAX_DIRECT = 4;

function isDirect(
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

/** All patterned places of a sentence, left to right. `matches` are those of `raw`, the gazetteer's, that are places here. */
export function findPatterns(
  norm: string,
  tokens: readonly PlaceToken[],
  matches: readonly PlaceMatch[],
  raw: readonly PlaceMatch[] = matches,
): Pattern[] {
  const found: Pattern[] = [];
  for (const { at, end, suffix } of endings(norm)) {
    const named = matches.find((m) => m.end === at);
    // 大石桥村: the city's name is a village's here, whatever the sentence says of the city.
    const host =
      named ?? (BORROWING.has(suffix.kind) ? raw.find((m) => m.end === at && m.form === "short") : undefined);
    // 农村 and 乡村 are no villages, nor is what is counted: 第二届农村文化节.
    if (suffix.text === "村" && /[农乡全各]/u.test(norm[at - 1] ?? "")) continue;
    // 甲至乙铁路 is no road of 乙.
    if (suffix.kind === "road" && host && /[至到—-]/u.test(norm[host.start - 1] ?? "")) continue;
    if (GOES_ON.get(suffix.text)?.test(norm.slice(end, end + 1))) continue;
    // “拉链马路”: a word in quotes by itself is a figure of speech, unless it is a zone's.
    if (FIGURATIVE.has(suffix.kind) && norm[end] === "”" && norm.lastIndexOf("“", at) >= at - MAX_STEM)
      continue;
    // 某某湾开发区 in one word of the tagger is a zone named after a bay.
    const whole =
      suffix.kind === "zone"
        ? tokens.find((t) => t.tag === "LOC" && t.end === end && t.start === host?.start)
        : undefined;
    if (host && !whole && OUTER_ONLY.has(host.candidates[0]?.level ?? "")) continue;
    if (matches.some((m) => m.start < end && m.end >= end && m.start < at)) continue;
    const scape = landscapeHost(norm, at, end, tokens, raw);
    if (scape) {
      found.push({
        start: scape.start,
        end,
        stem: scape.text,
        suffix,
        rule: `place/${suffix.kind}`,
        confidence: 0.8,
      });
      continue;
    }
    // 古乍线河|姆渡: an ending of one character must end a word.
    if (suffix.text.length === 1 && tokens.some((t) => t.start < end && t.end > end)) continue;
    if (host && host.end === at) {
      const stem = host.parts.at(-1)?.text ?? host.text;
      // 龙山路 is a road, 某某市河 is not a river.
      if (BORROWED_KINDS.has(suffix.kind) && /[市县区省州]$/u.test(stem)) continue;
      if (suffix.text === "地区" || (host.common && isGeneric(stem))) continue;
      found.push({
        start: at - stem.length,
        end,
        stem,
        suffix,
        rule: `place/${suffix.kind}`,
        confidence: 0.9,
        host,
      });
      continue;
    }
    const before = matches.filter((m) => m.end < at).at(-1);
    const floor = before?.end ?? 0;
    if (isDirect(norm, at, before, suffix, tokens)) {
      const start = before?.end ?? at;
      found.push({
        start,
        end,
        stem: norm.slice(start, at),
        suffix,
        rule: `place/${suffix.kind}`,
        confidence: 0.8,
        ...(before ? { host: before } : {}),
      });
      continue;
    }
    const wantName = suffix.evidence === "name";
    const byTokens = tokens.length > 0;
    const start = byTokens
      ? stemByTokens(at, end, tokens, floor, wantName)
      : wantName
        ? at
        : stemByMarks(norm, at, floor);
    const stem = norm.slice(start, at);
    // 某区滨江商务区: there are many of that name, and the place before belongs to it.
    if (
      before &&
      before.end === start &&
      (suffix.kind === "zone" || suffix.kind === "area") &&
      (WATERSIDE.test(stem) || (isGeneric(stem) && suffix.evidence === "noun"))
    ) {
      const whole = before.parts.at(-1)?.start ?? before.start;
      found.push({
        start: whole,
        end,
        stem: norm.slice(whole, at),
        suffix,
        rule: `place/${suffix.kind}`,
        confidence: 0.8,
        host: before,
      });
    } else if (suffix.text.startsWith("高速") && isExpressway(norm.slice(Math.max(0, at - 2), at))) {
      found.push({
        start: at - 2,
        end,
        stem: norm.slice(at - 2, at),
        suffix,
        rule: "place/road",
        confidence: 0.9,
      });
    } else if (stem === "") {
      if (suffix.evidence === "own")
        found.push({ start: at, end, stem, suffix, rule: "place/own-zone", confidence: 0.8 });
    } else if ((suffix.evidence === "any" || !isGeneric(stem)) && stem.length >= 2) {
      const loc = tokens.some((t) => t.tag === "LOC" && t.start === start && t.end === end);
      const next = before && before.end === start ? { host: before } : {};
      found.push({
        start,
        end,
        stem,
        suffix,
        rule: `place/${suffix.kind}`,
        confidence: loc ? 0.85 : 0.7,
        ...next,
      });
    }
  }
  for (const match of norm.matchAll(NUMBERED_ROAD)) {
    if (/[A-Za-z0-9]/.test(norm[match.index - 1] ?? "") || !/[道速线路]$/u.test(match[0])) continue;
    const suffix: Suffix = { text: "道", kind: "road", evidence: "name", group: undefined };
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      stem: match[0],
      suffix,
      rule: "place/numbered-road",
      confidence: 0.9,
    });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Places by the tagger's word alone: a location that ends like one. */
export function findTagged(
  tokens: readonly PlaceToken[],
  taken: (start: number, end: number) => boolean,
): PlaceToken[] {
  const person = (i: number, step: 1 | -1): boolean =>
    tokens[i + step]?.text === "、" && tokens[i + 2 * step]?.tag === "PER";
  return tokens.filter(
    (t, i) =>
      t.tag === "LOC" &&
      // 甲某某、侯某山: one of a list of persons.
      !(t.text.length === 3 && (person(i, -1) || person(i, 1))) &&
      t.text.length >= 3 &&
      !taken(t.start, t.end) &&
      suffixOf(t.text) !== undefined &&
      !isGeneric(t.text.slice(0, -(suffixOf(t.text)?.text.length ?? 0))),
  );
}
