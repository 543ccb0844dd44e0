/**
 * Candidates from the gazetteer's names: which division each means here, and under which name it goes.
 * @module
 */
import { liesIn } from "./codes.ts";
import { resolveContext, SCENIC } from "./context.ts";
import { isPlace, type PlaceContext, type PlaceToken } from "./evidence.ts";
import { choose } from "./resolve.ts";
import type { Division, Gazetteer, PlaceMatch, PlacePart } from "./types.ts";

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
export function fromMatch(
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
