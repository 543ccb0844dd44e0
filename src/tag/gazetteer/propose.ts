/**
 * Candidates for places of a sentence: the gazetteer's names that stand the test, and patterned places. Pure functions;
 * what the report knows comes in as `PlaceContext`.
 * @module
 */
import { findAbbreviations } from "./abbreviations.ts";
import { isDistrict, SCENIC, scanOptions, TAIL } from "./context.ts";
import type { PlaceContext, PlaceToken } from "./evidence.ts";
import { suffixOf } from "./lists.ts";
import { fromMatch, type PlaceCandidate } from "./named.ts";
import { findPatterns, findTagged, type Pattern } from "./patterns.ts";
import type { Gazetteer, PlaceMatch } from "./types.ts";

/** 高新区 → 长春高新区: the zone of the report, or undefined when nobody said whose. */
function ownZone(pattern: Pattern, context: PlaceContext, gazetteer: Gazetteer): string | undefined {
  const group = pattern.suffix.group ?? pattern.suffix.text;
  const known = context.zones.get(group);
  if (pattern.suffix.evidence === "back") return known;
  if (known !== undefined || !pattern.suffix.text.endsWith("区")) return known ?? pattern.suffix.text;
  if (!context.home) return undefined;
  const short = gazetteer.shortForms(context.home.code).at(-1);
  return short === undefined ? undefined : short + group;
}

function fromPattern(
  pattern: Pattern,
  norm: string,
  before: readonly PlaceCandidate[],
  gazetteer: Gazetteer,
  context: PlaceContext,
): PlaceCandidate | undefined {
  const text = norm.slice(pattern.start, pattern.end);
  const { suffix, rule, confidence, start, end } = pattern;
  const base = { start, end, text, kind: suffix.kind, rule, confidence };
  if (pattern.stem === "") {
    const name = ownZone(pattern, context, gazetteer);
    return name === undefined ? undefined : { ...base, name, aliases: [text] };
  }
  const touching = before.filter((b) => b.end === start).at(-1);
  // 甲湖 alone, in a report on 甲湖区 that no list has, is that district.
  const district = `${text}区`;
  if (context.districts?.has(district))
    return {
      ...base,
      name: district,
      aliases: [text],
      kind: "area",
      ...(touching ? { within: touching.name } : {}),
    };
  const { host } = pattern;
  const outer =
    touching ??
    // 长春国际港务区 lies in 长春; a zone that grew from a town is larger than it.
    (host?.start === start
      ? before.filter((b) => b.end === host.end && b.end < end && b.kind !== "street").at(-1)
      : undefined) ??
    before.filter((b) => b.end === start + pattern.stem.length && b.end < end && b.kind !== "street").at(-1);
  const aliases = new Set([text]);
  if (outer && outer.end === start) aliases.add(norm.slice(outer.start, end));
  const group = suffix.group;
  if (group !== undefined && context.zones.get(group) === text)
    aliases
      .add(suffix.text)
      .add(group)
      .add(pattern.stem + group);
  return {
    ...base,
    name: context.zones.get(group === undefined ? `${TAIL}|${text}` : `${group}|${pattern.stem}`) ?? text,
    aliases: [...aliases],
    ...(outer ? { within: outer.name } : {}),
  };
}

/** All candidates of a sentence; nested ones included, sorted by start, the longer first. */
export function proposePlaces(
  norm: string,
  tokens: readonly PlaceToken[],
  gazetteer: Gazetteer,
  context: PlaceContext,
): PlaceCandidate[] {
  const matches = context.scans?.get(norm) ?? gazetteer.scan(norm, scanOptions(context, tokens));
  const out: PlaceCandidate[] = [];
  const kept: PlaceMatch[] = [];
  for (const match of matches) {
    const candidates = fromMatch(match, norm, tokens, gazetteer, context);
    const end = candidates.at(-1)?.end ?? match.end;
    if (candidates.length > 0)
      kept.push(
        end > match.end ? { ...match, end, text: norm.slice(match.start, end), form: "official" } : match,
      );
    out.push(...candidates);
  }
  const patterned: PlaceCandidate[] = [];
  for (const pattern of findPatterns(norm, tokens, kept, matches)) {
    const candidate = fromPattern(pattern, norm, out, gazetteer, context);
    if (!candidate) continue;
    const last = patterned.at(-1);
    if (last && last.end === candidate.start && candidate.within === undefined) candidate.within = last.name;
    patterned.push(candidate);
  }
  // 哈拉海工业区 hides the town of that name: it is said of the zone only.
  const hides = (p: PlaceCandidate, c: PlaceCandidate): boolean =>
    p.start >= c.start &&
    p.start < c.end &&
    c.end < p.end &&
    /^(?:street|river|lake|mountain|plain|sea)$/.test(c.kind) &&
    c.end !== p.start;
  const all = [
    ...out.filter((c) => !patterned.some((p) => hides(p, c) && c.text.length >= p.text.length - 3)),
    ...patterned,
  ];
  const taken = (start: number, end: number): boolean => all.some((c) => c.start < end && start < c.end);
  for (const { start, end, division } of findAbbreviations(norm, gazetteer, context.home)) {
    if (taken(start, end)) continue;
    all.push({
      start,
      end,
      text: norm.slice(start, end),
      name: division.name,
      aliases: [],
      code: division.code,
      kind: division.level,
      rule: "place/abbreviation",
      confidence: 0.8,
    });
  }
  // 云松 in a report that names 云松经济开发区 is that zone.
  for (const { text, start, end, tag } of tokens) {
    if (tag !== "LOC" || taken(start, end)) continue;
    const zone = [...context.zones].find(([key]) => key.endsWith(`|${text}`) && !key.startsWith(SCENIC))?.[1];
    if (zone !== undefined)
      all.push({
        start,
        end,
        text,
        name: zone,
        aliases: [text],
        kind: "zone",
        rule: "place/zone-stem",
        confidence: 0.7,
      });
  }
  for (const token of [
    ...findTagged(tokens, taken),
    ...tokens.filter((t) => isDistrict(t) && context.districts?.has(t.text) && !taken(t.start, t.end)),
  ]) {
    const kind = suffixOf(token.text)?.kind ?? "area";
    all.push({
      start: token.start,
      end: token.end,
      text: token.text,
      name: token.text,
      aliases: [token.text],
      kind,
      rule: "place/tagged",
      confidence: 0.6,
    });
  }
  for (const c of all) {
    if (c.within !== undefined || /^place\/(?:name|chain|abbreviation)$/.test(c.rule)) continue;
    const outer = all.find((o) => o.end === c.start && o.kind !== "country" && o.kind !== "region");
    if (outer) c.within = outer.name;
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Nested places that the text states: pairs of inner and outer name. A county's city is derivable, but only claimed if said. */
export function statedNesting(
  candidates: readonly PlaceCandidate[],
): { inner: PlaceCandidate; outer: string }[] {
  return candidates.flatMap((c) =>
    c.within !== undefined && c.within !== c.name ? [{ inner: c, outer: c.within }] : [],
  );
}
