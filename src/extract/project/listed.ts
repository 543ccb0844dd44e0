/**
 * Lists of undertakings: 甲、乙二期、丙基地等20个项目开工. Every member is one, its beginning may be its builder. And lists that
 * share a last word: 甲乙、丙丁高铁; 甲、乙、丙等3座水库.
 * @module
 */

import { alternatives } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { KnownCompanies } from "../company/types.ts";
import { wordsOf } from "../company/words.ts";
import { candidatesOf } from "../place/read.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { BUILT, plainWords } from "./lists.ts";
import { nameProject } from "./name.ts";
import { nameStart } from "./span.ts";
import type { FoundProject } from "./types.ts";

const LIST = new RegExp(
  `(?<list>[^，。；：！？]{3,160}?)等(?:(?:一大?批|多|数|十|百|千|近|超|余|\\d|[一二两三四五六七八九十]){1,6}(?:余|多)?[个项座条家大宗]?)?(?<kind>[^，。；、：！？等“”]{0,26}?)(?<head>项目|工程|${BUILT})(?!为|化|有限)`,
  "dgu",
);
const ENDS_BUILT = new RegExp(`(?:${BUILT})$`, "u");
/** 甲水库除险加固、乙水库等3座水库: the first names a work on a thing. */
const ACTION_END = /(?:加固|改造|整治|治理|修复|提升|扩建|清淤|建设|管理|保护)$/u;
const LEADING_VERB =
  /^(?:加快|推进|推动|实施|启动|开工|建设|新建|改扩建|扩建|建成|完成|引进|签约|谋划|落地|投产|竣工|促成|确保|力争|争取|支持|包括|包含|涵盖|涉及|以及|其中|对|将|了|已|由|在|是|有|为)+/u;
const SHARED =
  /(?<a>[\p{Script=Han}]{2,4}?)(?<mark>[、和])(?<b>[\p{Script=Han}]{2,4}?)(?<head>高铁|高速铁路|城际铁路|铁路|高速公路|高速|机场|水库|抽水蓄能电站|水电站)(?!站|新区|公司|集团|路|总|快)/dgu;

/** Spares most sentences the search for shared heads. */
const SHARED_HEAD = /[、和].{2,4}(?:高铁|城际|铁路|高速|机场|水库|水电站|抽水蓄能)/u;

interface Piece {
  start: number;
  end: number;
}

/** Splits at 、 and at the last 和/及/与/以及 outside quotes and brackets. */
function members(norm: string, from: number, to: number, splitting: (end: number) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let start = from;
  for (let i = from; i < to; i++) {
    const c = norm[i] ?? "";
    if (/[“（《‘]/u.test(c)) depth++;
    else if (/[”）》’]/u.test(c)) depth--;
    else if (c === "、" && depth <= 0) {
      pieces.push({ start, end: i });
      start = i + 1;
    }
  }
  const last = norm.slice(start, to);
  const and = /^(?<head>[^“（]{2,24}?[^城区建研开])(?:以及|和|与|及)(?=[^”）]{2,24}$)/u.exec(last);
  if (and && splitting(and[0].length + start)) {
    pieces.push({ start, end: start + (and.groups?.["head"]?.length ?? 0) });
    start += and[0].length;
  }
  pieces.push({ start, end: to });
  return pieces.filter((p) => p.end > p.start);
}

/** Words of people, events and services: what they head is no list of undertakings. */
const NO_UNDERTAKING = new RegExp(alternatives("project-not-kinds"), "u");

function listMembers(
  s: TokenSentence,
  doc: CompanyDoc,
  known: KnownCompanies,
  match: RegExpMatchArray,
): FoundProject[] {
  const words = wordsOf(s);
  const head = match.groups?.["head"] ?? "";
  const kind = match.groups?.["kind"] ?? "";
  if (
    /的.*的/u.test(kind) ||
    NO_UNDERTAKING.test(kind.slice(0, -1)) ||
    /^(?:国|省|市|县|区|镇|乡|村|地)/u.test(kind)
  )
    return [];
  const own = head !== "项目" && head !== "工程";
  if (own && !/^(?:(?:[大中小]{1,2}型|重点|重大|新建|一批)?)$/u.test(kind)) return [];
  const [from = 0, to = 0] = match.indices?.groups?.["list"] ?? [];
  const pieces = members(s.norm, from, to, (end) => {
    const token = words.find((w) => w.end === end);
    return token?.tag === "c" || s.tokens.length === 0;
  });
  const candidates = pieces.map((piece, i) => {
    const walked = nameStart(words, s.norm, piece.end, piece.start);
    const verb = LEADING_VERB.exec(s.norm.slice(piece.start, piece.end))?.[0].length ?? 0;
    // A place whose name begins like a verb.
    const place = candidatesOf(s, doc).find(
      (c) => c.start < piece.start + verb && piece.start + verb < c.end,
    );
    const plain = place ? Math.max(piece.start, place.start) : piece.start + verb;
    return { start: i === 0 ? Math.max(walked, plain) : plain, end: piece.end };
  });
  // One member that is a name vouches for the others: 甲、乙、丙等3座水库.
  const anyName =
    own &&
    candidates.some(
      ({ start, end }) =>
        /\d号?/u.test(s.norm.slice(start, end)) ||
        s.tokens.some(
          (t) => t.start < end && t.end > start && ["LOC", "nz", "ORG", "PER", "nw"].includes(t.tag),
        ) ||
        doc.gazetteer.scan(s.norm.slice(start, end), {}).length > 0,
    );
  // 甲、乙等赴某项目调研: people.
  if (
    candidates.length > 0 &&
    candidates.every(({ start, end }) =>
      s.tokens.some((w) => w.tag === "PER" && w.start === start && w.end === end),
    )
  )
    return [];
  const named = candidates.map(({ start, end }): FoundProject | undefined => {
    if (end - start < 2 || end - start > 44) return undefined;
    const text = s.norm.slice(start, end);
    if (/[的了在将已]|书记|主任|市长|县长|局长|董事长|经理/u.test(text.slice(0, -1)) && !/[“（]/u.test(text))
      return undefined;
    if (own) {
      if (!anyName || !/^[\p{Script=Han}\d-]{2,14}$/u.test(text) || plainWords(text) || ACTION_END.test(text))
        return undefined;
      const name = text.endsWith(head) ? text : text + head;
      return { start, end, name, aliases: [], rule: "project/listed", confidence: 0.75, listed: true };
    }
    return nameProject(s, doc, known, start, end, { context: false, listed: true }, "project/listed");
  });
  const found = named.filter((n) => n !== undefined);
  if (found.length === 0) return [];
  // Beside named members, unnamed ones that end in a thing that is built are names too.
  const more = candidates.flatMap(({ start, end }, i): FoundProject[] => {
    if (named[i] || own) return [];
    const text = s.norm.slice(start, end);
    if (text.length < 4 || !new RegExp(`(?:${BUILT})(?:[一二三四五六]期)?$`, "u").test(text)) return [];
    return [{ start, end, name: text, aliases: [], rule: "project/listed", confidence: 0.65, listed: true }];
  });
  return [...found, ...more].sort((a, b) => a.start - b.start);
}

/** Start of the first of two names that share a head; the tagger may have glued them to what stands before. */
function sharedStart(s: TokenSentence, start: number, end: number): number {
  const walked = nameStart(wordsOf(s), s.norm, end, Math.max(0, start - 1));
  if (walked < end) return walked;
  const glued = /(?:和|与|及|、)/u.exec(s.norm.slice(start, end));
  return glued ? start + glued.index + 1 : start;
}

export function listedProjects(s: TokenSentence, doc: CompanyDoc, known: KnownCompanies): FoundProject[] {
  const found = s.norm.includes("等")
    ? allMatches(s.norm, LIST).flatMap((match) => listMembers(s, doc, known, match))
    : [];
  if (!SHARED_HEAD.test(s.norm)) return found;
  for (const match of allMatches(s.norm, SHARED)) {
    const head = match.groups?.["head"] ?? "";
    for (const group of ["a", "b"]) {
      const [start = 0, end = 0] = match.indices?.groups?.[group] ?? [];
      const from = group === "a" ? sharedStart(s, start, end) : start;
      const text = s.norm.slice(from, end).replace(/^(?:和|与|及)/u, "");
      if (
        /公司|国家|中国|资本|交通|公路|铁路|航空|民用|国际|通用|大型|重点|[的等]/u.test(text) ||
        plainWords(text)
      )
        continue;
      if (ENDS_BUILT.test(text) || s.norm.slice(Math.max(0, from - 2), from) === head.slice(0, 2)) continue;
      if (text.length < 2 || found.some((f) => f.start < end && from < f.end)) continue;
      const stop = group === "b" ? end + head.length : end;
      found.push({
        start: from,
        end: stop,
        name: text + head,
        aliases: [],
        rule: "project/shared-head",
        confidence: 0.75,
        listed: true,
      });
    }
  }
  return found;
}
