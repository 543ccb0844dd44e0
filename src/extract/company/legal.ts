/**
 * Companies whose ending says what they are: 有限公司, 集团, 公司, 合作社, 银行. The ending is found by its characters, the
 * beginning by walking back over words that can be part of a name.
 * @module
 */

import { alternatives } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { Token } from "../../tag/lac/index.ts";
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { BRANCH } from "./central.ts";
import { CENTRAL, GROUP, LEGAL } from "./lists.ts";
import { isName, withoutPlace } from "./stem.ts";
import type { Found } from "./types.ts";
import { tokenBefore, wordsOf } from "./words.ts";

const ENDING = new RegExp(`(?:${LEGAL}|${GROUP})(?<!子公司|家公司|母公司)`, "gu");
const LEGAL_END = new RegExp(`(?:${LEGAL})$`, "u");
const INNER_LEGAL = new RegExp(`(?:${LEGAL})(?:\\p{Script=Han}{0,6}?公告)?`, "gu");
/** Tags of words that can stand inside a company's name. */
const INNER = new Set(["n", "nz", "nw", "ORG", "LOC", "PER", "vn", "a", "an", "ns", "nt", "nr", "s"]);
/** Words that stand before a name, never in it. */
const BEFORE = new RegExp(`(?:${alternatives("company-before")})$`, "u");
const MAX = 32;
/** What a caption leaves in front of a name when its line is run together with the next: 效果图|甲乙有限公司. */
const CAPTION =
  /^.{0,24}?(?:效果图|示意图|规划图|鸟瞰图|实景图|现场图|资料图|供图|配图|图片|制图|摄影|原标题)(?=.{2})/u;
/** A branch right behind its company: 甲有限公司|中南分公司. */
const BRANCH_OFFICE =
  /^(?:(?![的与和在是为将已等及由向对有])\p{Script=Han}){2,6}?(?:分公司|分部|分厂)(?!署)/u;
/** Kinds that the tagger joined to the name: 港资企业|甲乙有限公司, 上市公司|甲乙集团. */
const KIND = /^[^（）]{0,8}?(?:企业|上市公司|附属公司|子公司|巨头|龙头)(?=[^（）有限股份]{2})/u;

/** Start of a name that ends at `end`, or undefined where no word before it can be its beginning. */
function beginning(
  tokens: readonly Token[],
  norm: string,
  from: number,
  end: number,
  doc: PlacedDoc,
): number | undefined {
  let start: number | undefined;
  for (let i = tokenBefore(tokens, end); i >= 0; i--) {
    const token = tokens[i];
    if (!token || end - token.start > MAX) break;
    if (token.text === "）" || token.text === ")") {
      const open = norm.lastIndexOf("（", token.start);
      const place = norm.slice(open + 1, token.start);
      if (open < 0 || token.start - open > 8 || doc.gazetteer.lookup(place).length === 0) break;
      i = tokenBefore(tokens, open + 1);
      continue;
    }
    const inEnding = token.start >= from;
    if (!inEnding && token.end <= from && BEFORE.test(token.text)) break;
    if (!inEnding && !INNER.has(token.tag) && !(token.tag === "v" && token.end > from)) {
      if (
        !(
          token.tag === "m" &&
          /^[一-龥]{2,}$/u.test(token.text) &&
          !/^[一二三四五六七八九十百千万两]/u.test(token.text)
        )
      )
        break;
    }
    // Of several words for places only the last belongs to the name: 某省某市|甲乙有限公司.
    if (token.tag === "LOC" && start !== undefined && tokens[i + 1]?.tag === "LOC") break;
    start = token.start;
    if (token.tag === "ORG") {
      const before = tokens[i - 1];
      if (before?.tag !== "LOC" || before.end !== token.start || /[省市区县]$/u.test(before.text) === false)
        break;
      if (doc.gazetteer.lookup(before.text).length === 0) break;
      start = before.start;
      break;
    }
  }
  return start;
}

/** Cuts 甲集团某市乙有限公司 after 甲集团. */
function split(text: string, doc: PlacedDoc): number {
  const match = /^(?<parent>[^（）]{2,12}?集团)(?!有限|股份|公司|控股|有限责任)(?=\p{Script=Han}{6})/u.exec(
    text,
  );
  const parent = match?.groups?.["parent"];
  if (parent === undefined) return 0;
  const rest = text.slice(parent.length);
  return LEGAL_END.test(rest) && withoutPlace(rest, doc.gazetteer) !== rest ? parent.length : 0;
}

const NAMES = new Set(["ORG", "LOC", "nz", "nw", "PER", "nr", "ns", "nt"]);

/** A bare 公司 or 集团 needs a name among the words before it; without a tagger it is taken on trust. */
const tagged = (s: TokenSentence, start: number, end: number): boolean =>
  s.tokens.length === 0 || s.tokens.some((t) => t.start < end && t.end > start && NAMES.has(t.tag));

/** Companies with an ending in a sentence. */
export function legalCompanies(s: TokenSentence, doc: PlacedDoc): Found[] {
  const tokens = wordsOf(s);
  const found: Found[] = [];
  for (const match of allMatches(s.norm, ENDING)) {
    const end = match.index + match[0].length;
    const start = beginning(tokens, s.norm, match.index, end, doc);
    if (start === undefined || start >= match.index) continue;
    if (/^(?:股东|子公司|权|人|比例|股份)/u.test(s.norm.slice(end)) && /控股$/u.test(match[0])) continue;
    const printed = s.norm.slice(start, match.index);
    let begin = start + (CAPTION.exec(printed)?.[0].length ?? KIND.exec(printed)?.[0].length ?? 0);
    // The tagger began its word inside the brackets: 甲乙（某市）投资有限公司.
    const close = s.norm.slice(begin, match.index).indexOf("）");
    if (close >= 0 && !s.norm.slice(begin, begin + close).includes("（")) {
      const open = s.norm.lastIndexOf("（", begin + close);
      const before = tokens[tokenBefore(tokens, open)];
      if (open < 0 || begin + close - open > 10 || !before || before.end !== open) continue;
      begin = before.start;
    }
    // Two names run together without a mark: 甲有限公司公告甲有限公司.
    const inner = allMatches(s.norm.slice(begin, match.index), INNER_LEGAL).at(-1);
    if (inner) begin += inner.index + inner[0].length;
    if (
      s.norm[begin] === "方" &&
      /(?:业主|投资|建设|施工|合作|承建|运营|开发|供应|出资)$/u.test(s.norm.slice(0, begin))
    )
      begin++;
    // Partners joined by a hyphen: 甲-乙汽车有限公司.
    const partner = s.norm[begin - 1] === "-" ? tokens[tokenBefore(tokens, begin - 1)] : undefined;
    if (partner?.end === begin - 1 && NAMES.has(partner.tag)) begin = partner.start;
    const text = s.norm.slice(begin, end);
    const legal = LEGAL_END.test(text);
    // 某港集团, 某省投资集团: a place and a word are enough where the tagger knows the whole.
    const whole =
      /^\p{Script=Han}{5,9}$/u.test(text) &&
      /集团$/u.test(text) &&
      withoutPlace(text, doc.gazetteer) !== text &&
      s.tokens.some((t) => t.tag === "ORG" && t.start === begin && t.end === end);
    if (!isName(text, doc.gazetteer, legal) && !whole) continue;
    if (!legal && !tagged(s, begin, match.index)) continue;
    // The state's railway administration is a body; its bureaus are enterprises.
    if (/^(?:国家|中国).*局$/u.test(text) && !/电网/u.test(text)) continue;
    // 集团 inside a longer name ends there only if the name stops.
    const cut = split(text, doc);
    if (cut > 0) {
      found.push({
        start: begin,
        end: begin + cut,
        name: text.slice(0, cut),
        confidence: 0.9,
        rule: "company/group-before-subsidiary",
      });
      found.push({
        start: begin + cut,
        end,
        name: text.slice(cut),
        confidence: 0.95,
        aliases: [text],
        rule: "company/legal-form",
      });
    } else if (BRANCH.test(s.norm.slice(end)) && /银行$/u.test(text)) {
      const branch = BRANCH.exec(s.norm.slice(end))?.[0] ?? "";
      found.push({
        start: begin,
        end: end + branch.length,
        name: text + branch,
        confidence: 0.9,
        rule: "company/legal-form",
      });
    } else if (legal && BRANCH_OFFICE.test(s.norm.slice(end))) {
      const branch = BRANCH_OFFICE.exec(s.norm.slice(end))?.[0] ?? "";
      found.push({
        start: begin,
        end: end + branch.length,
        name: text + branch,
        confidence: 0.9,
        rule: "company/legal-form",
        parent: { end, name: text },
      });
    } else
      found.push({
        start: begin,
        end,
        name: CENTRAL.get(text) ?? text,
        confidence: legal ? 0.97 : 0.9,
        rule: "company/legal-form",
      });
  }
  return found.filter(
    (f) =>
      !found.some(
        (g) => g !== f && g.start <= f.start && (g.end > f.end || (g.end === f.end && g.start < f.start)),
      ),
  );
}
