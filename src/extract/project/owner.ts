/**
 * Takes an undertaking's printed name apart: who builds it (甲集团|…), where it is (某县|…), and the name itself.
 * @module
 */

import { BLOCKED, CENTRAL, withoutSector } from "../company/lists.ts";
import type { KnownCompanies } from "../company/types.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { brandLength, type Guess, HOLDS_BUILT, isKind } from "./brand.ts";
import { HEADS, hasProduct, OUTER_VERBS, PHASE, plainWords } from "./lists.ts";
import type { Owner } from "./types.ts";

export interface Parts {
  owner: Owner | undefined;
  /** A second name on the plate: 甲集团（乙）. */
  second: Owner | undefined;
  /** Range of a place name between owner and rest, or before both. */
  place: { start: number; end: number; wide?: boolean } | undefined;
  /** Where the rest begins. */
  start: number;
}

const NOT_COMPANY =
  /(?:委|局|厅|部|院|会|政府|大学|学院|学校|医院|中心|镇|村|乡|社区|街道|市|县|区|省|广场|公园|景区)$/u;
const BARE_PHASE = new RegExp(`^${PHASE}(?:项目|工程)?$`, "u");
const ENDS_BUILT = new RegExp(`(?:${HEADS}|${PHASE})$`, "u");

/** The place with which `text` begins and its length; names of towns count where the report's home has them. */
function placePrefix(text: string, doc: CompanyDoc): number {
  const near = doc.home ? [doc.home.code] : [];
  const match = doc.gazetteer.scan(text, { near })[0];
  if (match?.start !== 0 || match.end >= text.length || match.candidates[0]?.level === "region") return 0;
  if (/^[至到段湾峡港湖河江山岭岛街路线站口岸域南北东西大]/u.test(text.slice(match.end))) return 0;
  return match.end;
}

/** A word ends at `position`, as far as words are known. */
const boundary = (s: TokenSentence, position: number): boolean =>
  s.tokens.length === 0 || s.tokens.some((t) => t.end === position || t.start === position);

/** The tagger's word for a company at the beginning: 甲乙|某县产业园, 甲乙|项目. */
function taggedPrefix(s: TokenSentence, doc: CompanyDoc, at: number, end: number): number {
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
    HOLDS_BUILT.test(token.text) ||
    BLOCKED.has(token.text) ||
    NOT_COMPANY.test(token.text) ||
    doc.gazetteer.lookup(token.text).length > 0
  )
    return 0;
  const rest = s.norm.slice(token.end, end);
  // A word for a place counts only before a bare phase, where the whole name is the builder's: 甲乙|二期.
  if (token.tag !== "ORG")
    return doc.gazetteer.scan(token.text, {}).length === 0 &&
      BARE_PHASE.test(rest) &&
      !/[路线河江湖山渠港桥库渭渡园城谷里湾苑府庭坊岛塘坝]$/u.test(token.text)
      ? token.text.length
      : 0;
  return placePrefix(rest, doc) > 0 ||
    BARE_PHASE.test(rest) ||
    isKind(rest) ||
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

/** Takes `norm[start..end)` apart. */
export function takeApart(
  s: TokenSentence,
  doc: CompanyDoc,
  known: KnownCompanies,
  start: number,
  end: number,
  guess: Guess,
): Parts {
  let at = start;
  let place: Parts["place"];
  let owner: Owner | undefined;
  const owners: Owner[] = [];
  for (let round = 0; round < 3; round++) {
    const text = s.norm.slice(at, end);
    const found: { length: number; name: string; known: boolean } | undefined = (() => {
      if (owner) return undefined;
      const covering = (known.bySentence.get(s.sentence) ?? []).find(
        (c) => c.start <= at && c.end > at && c.end <= end,
      );
      const byForm = knownPrefix(text, known);
      if (covering && covering.end - at >= (byForm?.length ?? 0) && covering.end < end)
        return { length: covering.end - at, name: covering.name, known: true };
      if (byForm && byForm.length < text.length) return { ...byForm, known: true };
      // 某区|甲乙科技: a division with its full name is the place, not a part of the brand.
      const local = placePrefix(text, doc);
      if (local > 0 && /[市县区州省镇旗盟]$/u.test(text.slice(0, local))) return undefined;
      const n = taggedPrefix(s, doc, at, end) || brandLength(text, local, doc, s, at, guess);
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
      const second = (known.bySentence.get(s.sentence) ?? []).find(
        (c) => c.start === at + 1 && c.end === at + 1 + bracket.length,
      );
      if (second) owners.push({ start: second.start, end: second.end, name: second.name, known: true });
      else place = { start: at, end: at + bracket.length + 2 };
      at += bracket.length + 2;
      continue;
    }
    const n = placePrefix(text, doc);
    const division = /[市县区州省]$/u.test(text.slice(0, n));
    if (n === 0 || (!division && !boundary(s, at + n) && !plainWords(text.slice(n))) || (round > 0 && place))
      break;
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
