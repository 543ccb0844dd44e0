/**
 * Companies told in a row that its end calls companies: 甲、乙和丙等8家企业, 甲、乙等一批龙头企业. Inside such a row the marks say where a
 * name begins and ends, so that names the tagger does not know are found beside those that it knows.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Token } from "../../tag/lac/index.ts";
import { isCoined } from "../../tag/words/index.ts";
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { isPlain, looksNamed } from "./shape.ts";
import type { Found } from "./types.ts";
import { wordsOf } from "./words.ts";

const ENUMERATED =
  /(?<list>[^，。；：！？“”（）]{2,120}?)等(?:(?<count>(?:一批|多|数|[一二两三四五六七八九十百]|近|超|余|\d){1,6}余?[家户个])(?:[^，。；、]{0,14}?)(?:企业|公司|央企|国企|民企|银行|机构|客户|厂商|供应商|上市)|(?:一大?批)?(?:[^，。；、：等]{0,18}?)(?:龙头企业|外资企业|民营企业|知名企业|头部企业|骨干企业|优势企业|优质企业|重点企业|领军企业|链主企业|上市公司|上市企业|行业巨头|巨头|知名品牌|独角兽|厂商|车企|药企|房企|央企|国企|500强企业|科技企业|高新技术企业|商家|供应商|企业(?=落户|入驻|签约|落地|的|，|。|投资|加盟|集聚|纷纷|为|和|与|前来|先后)))/dgu;

/** Tags of words that stand before the first name of a row, never in it. */
const OUTSIDE = new Set(["v", "p", "u", "w", "c", "d", "r", "m", "TIME", "f"]);
const NAMES = new Set(["ORG", "nz", "nw", "PER", "LOC"]);

interface Member extends Found {
  /** The tagger sees a name in it, or it is coined; else only its odd words show that it is none of the language. */
  sure: boolean;
}

/** Coined, behind a country or place if there is one: 某国甲乙. */
function isCoinedAbroad(name: string, doc: PlacedDoc): boolean {
  const place = doc.gazetteer.scan(name, {})[0];
  const own = place?.start === 0 ? name.slice(place.end) : name;
  return own.length <= 4 && isCoined(own);
}

function member(
  s: TokenSentence,
  doc: PlacedDoc,
  at: number,
  end: number,
  words: readonly Token[],
  first: boolean,
): Member | undefined {
  const inside = words.filter((w) => w.start >= at && w.end <= end);
  // Before the first member stand the words of the sentence: a name begins behind the last of them that is a verb or mark.
  const verbEnd =
    inside.findLast(
      (w) =>
        OUTSIDE.has(w.tag) &&
        !(w.tag === "m" && isCoined(w.text)) &&
        (first || w.text.length > 1 || w.tag === "u"),
    )?.end ?? at;
  // Between two marks a short member is a name as a whole, whatever the tagger makes of its first word (集萃/v 药康/n).
  const whole = !first && end - at <= 6 && !inside.some((w) => w.start >= verbEnd && NAMES.has(w.tag));
  const cut = whole ? at : verbEnd;
  const name = s.norm.slice(cut, end);
  if (!looksNamed(name, doc) || isPlain(name) || doc.gazetteer.scan(name, {})[0]?.text === name)
    return undefined;
  const sure = inside.some((w) => w.start >= cut && NAMES.has(w.tag)) || isCoinedAbroad(name, doc);
  const odd =
    cut === at && !first && name.length <= 8 && inside.some((w) => w.text.length === 1) && inside.length > 1;
  return sure || odd
    ? { start: cut, end, name, confidence: sure ? 0.75 : 0.65, rule: "company/enumerated", sure }
    : undefined;
}

/** Does a row name companies for sure: a word that the tagger calls a body, or two coined members? */
function certain(
  s: TokenSentence,
  words: readonly Token[],
  from: number,
  to: number,
  doc: PlacedDoc,
): boolean {
  const coined = s.norm
    .slice(from, to)
    .split(/[、和与及]/u)
    .filter((part) => isCoinedAbroad(part, doc)).length;
  return (
    coined > 1 ||
    words.some(
      (w) => w.start >= from && w.end <= to && w.tag === "ORG" && looksNamed(w.text, doc) && !isPlain(w.text),
    )
  );
}

/** The names between the marks of a row. */
function membersOf(
  s: TokenSentence,
  doc: PlacedDoc,
  words: readonly Token[],
  from: number,
  to: number,
): Found[] {
  const members: Member[] = [];
  let start = from;
  for (const part of s.norm.slice(from, to).split(/(?<mark>[、和与及])/u)) {
    const at = start;
    start += part.length;
    if (part.length < 2) continue;
    const found = member(s, doc, at, at + part.length, words, s.norm[at - 1] !== "、" || at === from);
    if (found) members.push(found);
  }
  const sure = members.filter((m) => m.sure).length;
  return members.filter((m) => m.sure || sure >= 2).map(({ sure: _, ...found }) => found);
}

/** Members of 甲、乙和丙等8家企业, with their ranges. */
export function enumeratedCompanies(s: TokenSentence, doc: PlacedDoc): Found[] {
  if (!s.norm.includes("等") || !s.norm.includes("、")) return [];
  const words = wordsOf(s);
  return allMatches(s.norm, ENUMERATED).flatMap((match): Found[] => {
    const [from = 0, to = 0] = match.indices?.groups?.["list"] ?? [];
    // Without a count a list of trades looks the same: one of its members must be a name for sure.
    return match.groups?.["count"] === undefined && !certain(s, words, from, to, doc)
      ? []
      : membersOf(s, doc, words, from, to);
  });
}
