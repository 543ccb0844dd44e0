/**
 * Places that no list has: development zones, parks, roads, rivers, villages. An ending (`place-suffixes.tsv`) shows where
 * one stops; where it begins is read from the gazetteer, from the tagger's words, or from what cannot be in a name.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { PlaceToken } from "./evidence.ts";
import { isExpressway, isGeneric, type Suffix, suffixesByFirst, suffixOf } from "./lists.ts";
import { GOES_ON, isDirect, isNoTown, landscapeHost, longerWord, NO_TOWN } from "./shapes.ts";
import { MAX_STEM, stemByMarks, stemByTokens } from "./stems.ts";
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

/** Kinds of places that bear a city's or town's bare name as their own. */
const BORROWING: ReadonlySet<string> = new Set(["village", "compound", "road"]);
/** Kinds that follow a bare name directly; behind a class word they are another's (某区社区). */
const BORROWED_KINDS: ReadonlySet<string> = new Set(["village", "compound", "road", "water", "land"]);
/** Nothing is named after these by adding an ending: 京津冀地区湿地 are many. */
const OUTER_ONLY: ReadonlySet<string> = new Set(["country", "region"]);

const WATERSIDE = /^(?:滨江|滨海|滨湖|滨河|临江|临港|临空|沿江|沿海|中央)$/u;

/** Kinds of places that metaphors are made of. */
const FIGURATIVE: ReadonlySet<string> = new Set(["road", "water", "land"]);

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
    const longer = BORROWING.has(suffix.kind)
      ? longerWord(at, end, named ?? raw.find((m) => m.end === at), tokens, matches)
      : undefined;
    if (longer !== undefined) {
      const stem = norm.slice(longer, at);
      found.push({ start: longer, end, stem, suffix, rule: `place/${suffix.kind}`, confidence: 0.8 });
      continue;
    }
    const host =
      named ?? (BORROWING.has(suffix.kind) ? raw.find((m) => m.end === at && m.form === "short") : undefined);
    // 农村 and 乡村 are no villages, nor is what is counted: 第二届农村文化节.
    if (suffix.text === "村" && /[农乡全各]/u.test(norm[at - 1] ?? "")) continue;
    // 农安县|新城|镇 is a town.
    if (suffix.kind !== "town" && /[镇乡]/u.test(norm[end] ?? "")) continue;
    // 甲至乙铁路 is no road of 乙.
    if (suffix.kind === "road" && host && /[至到—-]/u.test(norm[host.start - 1] ?? "")) continue;
    // 某川铁路|物流中心: a road within an organisation's name.
    if (suffix.kind === "road" && tokens.some((t) => t.tag === "ORG" && t.start < at && t.end > end))
      continue;
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
    if (suffix.kind === "town" && isNoTown(norm, floor, at, end)) continue;
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
    const wantName = suffix.evidence === "name" || suffix.evidence === "back";
    const byTokens = tokens.length > 0;
    const start = byTokens
      ? stemByTokens(at, end, tokens, floor, wantName)
      : wantName
        ? at
        : stemByMarks(norm, at, floor);
    const stem = norm.slice(start, at);
    if (suffix.kind === "town" && isNoTown(norm, start, at, end)) continue;
    // 某区滨江商务区: there are many of that name, and the place before belongs to it.
    if (
      before &&
      before.end === start &&
      (suffix.kind === "zone" || suffix.kind === "area") &&
      suffix.evidence !== "back" &&
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
      if (suffix.evidence === "own" || suffix.evidence === "back")
        found.push({ start: at, end, stem, suffix, rule: "place/own-zone", confidence: 0.8 });
    } else if (stem.length >= 2) {
      const loc = tokens.some((t) => t.tag === "LOC" && t.start === start && t.end === end);
      // 滨海新片区 is one; 某某新片区|国际创新协同区 lies in the zone before it.
      const named =
        suffix.evidence === "any" ||
        !isGeneric(stem) ||
        (suffix.evidence === "back" &&
          tokens.some((t) => t.tag === "LOC" && t.start === start && (t.end === end || t.end === at)));
      if (!named) {
        const zone =
          suffix.kind === "zone" &&
          found.find(
            (p) =>
              p.suffix.kind === "zone" && p.end < at && p.end <= start && isGeneric(norm.slice(p.end, at)),
          );
        if (zone)
          found.push({
            start: zone.start,
            end,
            stem: norm.slice(zone.start, at),
            suffix,
            rule: "place/zone",
            confidence: 0.7,
          });
        continue;
      }
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
  for (const match of allMatches(norm, NUMBERED_ROAD)) {
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
  // 云松新城|片区 is one area.
  const goesOn = (p: Pattern): boolean =>
    found.some(
      (q) =>
        q.start <= p.start &&
        q.end > p.end &&
        q.end - q.suffix.text.length === p.end &&
        /^(?:area|village|road|station)$/.test(q.suffix.kind),
    );
  return found.filter((p) => !goesOn(p)).sort((a, b) => a.start - b.start || b.end - a.end);
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
      !NO_TOWN.test(t.text) &&
      !isGeneric(t.text.slice(0, -(suffixOf(t.text)?.text.length ?? 0))),
  );
}
