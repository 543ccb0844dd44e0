/**
 * Candidates for places of a sentence: the gazetteer's names that stand the test, and patterned places. Pure functions;
 * what the report knows comes in as `PlaceContext`.
 * @module
 */
import { findAbbreviations } from "./abbreviations.ts";
import { liesIn } from "./codes.ts";
import { isPlace, type PlaceContext, type PlaceToken } from "./evidence.ts";
import { suffixOf } from "./lists.ts";
import { findPatterns, findTagged, type Pattern } from "./patterns.ts";
import { choose } from "./resolve.ts";
import type { Division, Gazetteer, HomeSentence, PlaceMatch, PlacePart } from "./types.ts";

export interface PlaceCandidate {
  start: number;
  end: number;
  text: string;
  /** Official name where the gazetteer knows it, else as printed. */
  name: string;
  aliases: string[];
  code?: string;
  /** `province`, `prefecture`, …, or the kind of the ending: `zone`, `road`, … */
  kind: string;
  rule: string;
  confidence: number;
  /** Name of the place around it, where the sentence says so (长春市|农安县). */
  within?: string;
}

export interface PlaceSentence extends HomeSentence {
  tokens: readonly PlaceToken[];
}

const scanOptions = (
  context: PlaceContext,
  tokens: readonly PlaceToken[],
): { near: string[]; common: boolean } => ({
  near: context.home === undefined ? [] : [context.home.code],
  common: tokens.length > 0,
});

const resolveContext = (context: PlaceContext): { home?: string; mentioned: string[] } => ({
  ...(context.home === undefined ? {} : { home: context.home.code }),
  mentioned: [...context.mentioned],
});

/** Official names of countries carry no class word; a Chinese division's does. */
function aliasesOf(division: Division, gazetteer: Gazetteer): string[] {
  if (division.level === "street") return gazetteer.shortForms(division.code).slice(-1);
  // 吉林 is the province, not the city of that name in it.
  return gazetteer.shortForms(division.code).filter((form) => {
    const outer = gazetteer.lookup(form)[0];
    return outer === undefined || !liesIn(division.code, outer.code);
  });
}

/** A town that shares its bare name with a county, city or province counts only when the report names it in full. */
function likely(candidates: readonly Division[], { mentioned }: PlaceContext): readonly Division[] {
  if (candidates.length < 2 || candidates[0]?.level === "street") return candidates;
  return candidates.filter((c) => c.level !== "street" || mentioned.has(c.code));
}

function fromPart(
  part: PlacePart,
  start: number,
  outer: PlaceCandidate | undefined,
  gazetteer: Gazetteer,
  context: PlaceContext,
  norm: string,
): PlaceCandidate {
  const known = choose(likely(part.candidates, context), resolveContext(context));
  const text = norm.slice(start, part.end);
  // 哈拉海 alone, in a report on 哈拉海经开区, is the zone, not the town it grew from.
  const zone = part.form === "short" && known ? namedAfter(part.text, known, context) : undefined;
  if (zone !== undefined)
    return {
      start,
      end: part.end,
      text,
      name: zone,
      aliases: [part.text],
      kind: "zone",
      rule: "place/zone-stem",
      confidence: 0.7,
    };
  // 哈拉海地区 is printed 哈拉海镇: a town by another class word than the list's is named as printed.
  const classed = part.form === "short" && known?.level === "street" ? townWord(norm, part.end) : "";
  if (classed !== "") {
    const end = part.end + classed.length;
    const whole = norm.slice(start, end);
    const name = norm.slice(part.start, end);
    return {
      start,
      end,
      text: whole,
      name,
      aliases: [...new Set([name, whole])],
      kind: "street",
      rule: start < part.start ? "place/chain" : "place/name",
      confidence: 0.85,
      ...(outer ? { within: outer.name } : {}),
    };
  }
  return {
    start,
    end: part.end,
    text,
    name: known?.name ?? part.text,
    aliases: [...new Set([part.text, text, ...(known ? aliasesOf(known, gazetteer) : [])])],
    ...(known ? { code: known.code } : {}),
    kind: known?.level ?? part.candidates[0]?.level ?? "county",
    rule: start < part.start ? "place/chain" : "place/name",
    confidence: part.form === "official" ? 0.97 : known ? 0.9 : 0.6,
    ...(outer ? { within: outer.name } : {}),
  };
}

const TOWN_WORD = /(?:镇|乡|街道|地区|苏木)(?!\p{Script=Han}?(?:化|级|域|区|村企))/uy;

/** The class word of a town that follows its bare name. */
function townWord(norm: string, at: number): string {
  TOWN_WORD.lastIndex = at;
  return TOWN_WORD.exec(norm)?.[0] ?? "";
}

/** The nested names of a match, outermost first; empty where the sentence speaks against it. */
function fromMatch(
  match: PlaceMatch,
  norm: string,
  tokens: readonly PlaceToken[],
  gazetteer: Gazetteer,
  context: PlaceContext,
): PlaceCandidate[] {
  const out: PlaceCandidate[] = [];
  for (const part of match.parts) {
    const candidate = fromPart(part, match.start, out.at(-1), gazetteer, context, norm);
    const division = candidate.code === undefined ? undefined : gazetteer.byCode(candidate.code);
    const alone = match.parts.length === 1;
    if (out.length === 0 && !isPlace(part, division, norm, tokens, context, alone)) return [];
    if (candidate.code === undefined && part.form === "short" && part.candidates[0]?.level !== "prefecture")
      break;
    out.push(candidate);
  }
  return out;
}

/** What the report calls in full after a town, or a scenic area after a county that it does not name. */
function namedAfter(stem: string, known: Division, { zones, mentioned }: PlaceContext): string | undefined {
  if (known.level === "county") return mentioned.has(known.code) ? undefined : zones.get(`${SCENIC}|${stem}`);
  if (known.level !== "street") return undefined;
  for (const [key, name] of zones) if (key.endsWith(`|${stem}`)) return name;
  return undefined;
}

/** Group of the areas that a report names with their city: 滨湖地区 is 某山滨湖地区. */
const TAIL = "tail";
/** Group of the scenic areas that a report names. */
const SCENIC = "scenic";

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

/** A word of the tagger for a district that no list has (a lake's administrative zone), not a kind of area. */
function isDistrict({ text, tag }: PlaceToken): boolean {
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

/** Nested places that the text states: pairs of inner and outer name. A county's city is derivable, but only claimed if said. */
export function statedNesting(
  candidates: readonly PlaceCandidate[],
): { inner: PlaceCandidate; outer: string }[] {
  return candidates.flatMap((c) =>
    c.within !== undefined && c.within !== c.name ? [{ inner: c, outer: c.within }] : [],
  );
}
