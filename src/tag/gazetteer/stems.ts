/**
 * Where the name of a patterned place begins: by the tagger's words, or without them by what cannot be in a name.
 * @module
 */
import type { PlaceToken } from "./evidence.ts";
import { isGeneric } from "./lists.ts";

const HAN = /^[\p{Script=Han}A-Za-z0-9·]$/u;
/** Characters that end the walk to the left when no tagger helps. */
const STOP = /[的在于从到至赴由和与及或等是对将为向经了着过把被让使沿往给其该本各这那个座条处家名所全我]/u;
/** Characters before an ending. */
export const MAX_STEM = 8;
const NOUNS: ReadonlySet<string> = new Set(["LOC", "ORG", "nz", "n", "nw", "f", "s", "PER", "a", "vn", "m"]);
const NAMES: ReadonlySet<string> = new Set(["LOC", "nz", "nw", "ORG", "PER"]);

/** Verbs that the tagger takes for the beginning of a name: 锚定某山, 助力某某新城. */
const VERB_HEAD =
  /^(?:锚定|助力|聚焦|立足|赋能|走进|来到|位于|打造|落户|投资|推动|推进|服务|面向|走访|前往|深耕|扎根)\p{Script=Han}/u;

/** 云松|数字|文创|产业园: nouns between a place and the word before the ending belong to the name. */
function headOf(tokens: readonly PlaceToken[], index: number, at: number, floor: number): number {
  for (let i = index - 1; i >= index - 2; i--) {
    const token = tokens[i];
    if (!token || token.start < floor || at - token.start > MAX_STEM + 2) break;
    if (token.tag === "LOC") return token.start;
    if (token.tag !== "n" && token.tag !== "nz" && token.tag !== "vn") break;
  }
  return tokens[index]?.start ?? at;
}

/** Where the stem of an ending at `at` begins, by the tagger's words; `at` itself when nothing before it belongs to it. */
export function stemByTokens(
  at: number,
  end: number,
  tokens: readonly PlaceToken[],
  floor: number,
  wantName: boolean,
): number {
  const head = tokens.find((t) => t.start < at && t.end >= end) ?? tokens.find((t) => t.end === at);
  if (head && VERB_HEAD.test(head.text)) return at;
  const covering = tokens.find((t) => t.start < at && t.end >= end);
  // 陈某山: a person.
  if (
    covering?.tag === "PER" &&
    end - at === 1 &&
    covering.end === end &&
    covering.end - covering.start <= 3 &&
    /[山江河湖溪峡岭岛关]/u.test(covering.text.slice(-1))
  )
    return at;
  if (covering)
    return (NAMES.has(covering.tag) && (covering.tag !== "ORG" || covering.end === end)) ||
      (!wantName && covering.tag.startsWith("n"))
      ? Math.max(covering.start, floor)
      : at;
  let start = at;
  let named = false;
  for (let i = tokens.findIndex((t) => t.end === at), count = 0; i >= 0 && count < 2; i--, count++) {
    const token = tokens[i] as PlaceToken;
    // 长春国际|港务区: the city is read already, the rest of the word is the zone's.
    if (token.start < floor && floor < token.end && token.end === at) return floor;
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
    named ||=
      NAMES.has(token.tag) && token.tag !== "ORG" && token.tag !== "PER" && token.end - token.start > 1;
    start = token.start;
    if (token.tag === "LOC") {
      start = headOf(tokens, i, at, floor);
      break;
    }
  }
  return wantName && !named ? at : start;
}

export function stemByMarks(norm: string, at: number, floor: number): number {
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
