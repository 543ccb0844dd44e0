/**
 * Takes an undertaking's printed name apart: who builds it (甲集团|…), where it is (某县|…), and the name itself.
 * @module
 */

import type { KnownCompanies } from "../company/known.ts";
import { BLOCKED, CENTRAL, INDUSTRY, WEAK, withoutSector } from "../company/lists.ts";
import type { Doc, DocSentence } from "../types.ts";
import { GENERIC, HEADS, hasProduct, OUTER_VERBS, PHASE, plainWords } from "./lists.ts";

export interface Owner {
  start: number;
  end: number;
  /** Fullest form in the report. */
  name: string;
  aliases?: string[];
  /** Found elsewhere as a company, or only guessed from its place before a product. */
  known: boolean;
}

export interface Parts {
  owner: Owner | undefined;
  /** A second name on the plate: 甲集团（乙）. */
  second: Owner | undefined;
  /** Range of a place name between owner and rest, or before both. */
  place: { start: number; end: number; wide?: boolean } | undefined;
  /** Where the rest begins. */
  start: number;
}

const FULL_SECTOR = new RegExp(`^(?<name>\\p{Script=Han}{2,6}?(?:${WEAK}))(?=.)`, "u");
const NOT_COMPANY =
  /(?:委|局|厅|部|院|会|政府|大学|学院|学校|医院|中心|镇|村|乡|社区|街道|市|县|区|省|广场|公园|景区)$/u;
const BARE_PHASE = new RegExp(`^${PHASE}(?:项目|工程)?$`, "u");
/** 某某大桥|改扩建: a thing that is built, not a brand. */
const HOLDS_BUILT = /大桥|隧道|水库|高速|铁路|公路|码头|医院|学校|中学|小学|大学|广场|公园|小区|电厂|电站/u;
const ENDS_BUILT = new RegExp(`(?:${HEADS}|${PHASE})$`, "u");

/** The place with which `text` begins and its length; names of towns count where the report's home has them. */
function placePrefix(text: string, doc: Doc): number {
  const near = doc.home ? [doc.home.code] : [];
  const match = doc.gazetteer.scan(text, { near })[0];
  if (match?.start !== 0 || match.end >= text.length || match.candidates[0]?.level === "region") return 0;
  if (/^[至到段湾峡港湖河江山岭岛街路线站口岸南北东西大]/u.test(text.slice(match.end))) return 0;
  return match.end;
}

/** A word ends at `position`, as far as words are known. */
const boundary = (s: DocSentence, position: number): boolean =>
  s.tokens.length === 0 || s.tokens.some((t) => t.end === position || t.start === position);

/** The tagger's word for a company at the beginning: 甲乙|某县产业园, 甲乙|项目. */
function taggedPrefix(s: DocSentence, doc: Doc, at: number, end: number): number {
  const token = s.tokens.find((t) => t.start === at);
  if (
    !token ||
    !["ORG", "LOC", "nz"].includes(token.tag) ||
    token.end >= end ||
    token.text.length < 2 ||
    token.text.length > 10
  )
    return 0;
  if (placePrefix(s.norm.slice(at, end), doc) >= token.text.length) return 0;
  const own = withoutSector(token.text);
  if (OUTER_VERBS.has(token.text) || (token.text.length > 4 && token.end + 2 === end)) return 0;
  if (
    own !== token.text ||
    ENDS_BUILT.test(token.text) ||
    NOT_COMPANY.test(token.text) ||
    doc.gazetteer.lookup(token.text).length > 0
  )
    return 0;
  const rest = s.norm.slice(token.end, end);
  // A word for a place counts only before a bare phase, where the whole name is the builder's: 甲乙|二期.
  if (token.tag !== "ORG")
    return doc.gazetteer.scan(token.text, {}).length === 0 &&
      BARE_PHASE.test(rest) &&
      !/[路线河江湖山渠港桥库渭渡]$/u.test(token.text)
      ? token.text.length
      : 0;
  return placePrefix(rest, doc) > 0 ||
    BARE_PHASE.test(rest) ||
    hasProduct(plainWords(rest.replace(/项目$/u, "")) ?? [])
    ? token.text.length
    : 0;
}

/** The longest known company with which `text` begins. */
function knownPrefix(text: string, known: KnownCompanies): { length: number; name: string } | undefined {
  for (let n = Math.min(text.length, 24); n >= 2; n--) {
    const form = text.slice(0, n);
    const name = known.forms.get(form) ?? CENTRAL.get(form);
    if (name !== undefined) return { length: n, name };
  }
  return undefined;
}

/** A brand before a product: 甲乙|锂电池, where the rest is made of plain words with a product among them. */
function guess(text: string, doc: Doc, s: DocSentence, start: number): number {
  const body = text.replace(new RegExp(`(?:项目|工程)?${PHASE}?(?:项目|工程)?$`, "u"), "");
  const sector = FULL_SECTOR.exec(text)?.groups?.["name"];
  if (sector !== undefined) {
    const token = s.tokens.find((t) => t.start <= start && t.end > start);
    const own = withoutSector(sector);
    const named =
      token !== undefined &&
      ["ORG", "nz", "nw", "LOC"].includes(token.tag) &&
      token.end >= start + sector.length;
    if (
      own.length >= 2 &&
      !GENERIC.has(own) &&
      !INDUSTRY.has(own) &&
      named &&
      doc.gazetteer.lookup(own).length === 0
    )
      return sector.length;
  }
  if (plainWords(body)) return 0;
  const place = placePrefix(text, doc);
  for (let n = Math.max(2, place + 1); n <= Math.min(6, body.length - 2); n++) {
    const brand = text.slice(0, n);
    const own = brand.slice(place);
    const words = plainWords(body.slice(n));
    if (!words || !hasProduct(words)) continue;
    if (
      own.length < 2 ||
      plainWords(brand) ||
      plainWords(own) ||
      doc.gazetteer.lookup(own).length > 0 ||
      BLOCKED.has(own) ||
      GENERIC.has(own)
    )
      return 0;
    if (
      ENDS_BUILT.test(own) ||
      HOLDS_BUILT.test(own) ||
      /投资|建设|[的了在等为以及和与、·（）“”第\d百千万亿]|^段|[镇乡村县市区湖山河江岛港路街湾段峡沟岭坝]$/u.test(
        own,
      )
    )
      return 0;
    const token = s.tokens.find((t) => t.start <= start && t.end > start);
    // No brand ends in the middle of a common noun (人力|资源) or one character before a name's end (生物基|可).
    const ends = start + n;
    if (
      s.tokens.some(
        (w) =>
          w.start >= start &&
          w.start < ends &&
          w.end > ends &&
          (w.tag === "n" || (w.tag === "nz" && w.end === ends + 1)),
      )
    )
      return 0;
    // Behind a place stand common words: 某县|宠物食品.
    if (place > 0 && s.tokens.some((w) => w.start === start + place && /^(?:n|a|vn|b)$/u.test(w.tag)))
      return 0;
    // A quality of one character opens a thing's name: 冷|粘|鞋.
    if (s.tokens.some((w) => w.start === start && w.tag === "a" && w.text.length === 1)) return 0;
    // A common noun of that length is a thing, not a brand.
    if (
      token?.tag === "n" &&
      token.start === start &&
      token.text.length === n &&
      !s.norm.slice(0, start).endsWith("、")
    )
      return 0;
    return token &&
      ["v", "vn", "a", "ad", "d", "m", "r", "p", "TIME", "f", "s"].includes(token.tag) &&
      token.end - start >= n &&
      !["a"].includes(token.tag)
      ? 0
      : n;
  }
  return 0;
}

/** Takes `norm[start..end)` apart. */
export function takeApart(
  s: DocSentence,
  doc: Doc,
  known: KnownCompanies,
  start: number,
  end: number,
  guessing: boolean,
): Parts {
  let at = start;
  let place: Parts["place"];
  let owner: Owner | undefined;
  const owners: Owner[] = [];
  for (let round = 0; round < 3; round++) {
    const text = s.norm.slice(at, end);
    const found: { length: number; name: string; known: boolean } | undefined = (() => {
      if (owner) return undefined;
      const covering = (known.bySentence.get(s) ?? []).find(
        (c) => c.start <= at && c.end > at && c.end <= end,
      );
      const byForm = knownPrefix(text, known);
      if (covering && covering.end - at >= (byForm?.length ?? 0) && covering.end < end)
        return { length: covering.end - at, name: covering.name, known: true };
      if (byForm && byForm.length < text.length) return { ...byForm, known: true };
      const n = taggedPrefix(s, doc, at, end) || (guessing ? guess(text, doc, s, at) : 0);
      return n > 0 ? { length: n, name: text.slice(0, n), known: false } : undefined;
    })();
    if (found) {
      const local = placePrefix(found.name, doc);
      owner = {
        start: at,
        end: at + found.length,
        name: found.name,
        known: found.known,
        ...(!found.known && local > 0 && found.name.length - local >= 2
          ? { aliases: [found.name.slice(local)] }
          : {}),
      };
      at += found.length;
      continue;
    }
    const bracket = /^（(?<inside>\p{Script=Han}{2,8})）/u.exec(text)?.groups?.["inside"];
    if (bracket !== undefined && owner) {
      const second = (known.bySentence.get(s) ?? []).find(
        (c) => c.start === at + 1 && c.end === at + 1 + bracket.length,
      );
      if (second) owners.push({ start: second.start, end: second.end, name: second.name, known: true });
      else place = { start: at, end: at + bracket.length + 2 };
      at += bracket.length + 2;
      continue;
    }
    const n = placePrefix(text, doc);
    if (n === 0 || (!boundary(s, at + n) && !plainWords(text.slice(n))) || (round > 0 && place)) break;
    const level = doc.gazetteer.scan(text.slice(0, n), {})[0]?.candidates[0]?.level;
    place = {
      start: place && place.end === at ? place.start : at,
      end: at + n,
      wide: level === "country" || level === "region" || level === "province",
    };
    at += n;
  }
  while (at < end && /^[的（）·、]/u.test(s.norm[at] ?? "") && s.norm[at] !== "（") at++;
  return { owner, second: owners[0], place, start: at };
}
