/**
 * Where the name of an undertaking begins: from its last word back over words that can stand in such a name.
 * @module
 */
import { alternatives } from "../../lexicon.ts";
import type { Token } from "../../tag/lac/index.ts";
import { INDUSTRY } from "../company/lists.ts";
import { tokenBefore } from "../company/words.ts";
import { HEADS, headKind, INNER_VERBS, OUTER_VERBS, plainWords } from "./lists.ts";

const INNER = new Set(["n", "nz", "nw", "ORG", "LOC", "PER", "vn", "a", "an", "ns", "nt", "nr"]);
/** Sizes that belong to a name: 年产12GWh, 百万吨, 110千伏. */
const CAPACITY =
  /^(?:年产)?[\d.百千万亿一二三四五六七八九十两]+(?:万|亿)?(?:吨|GWh|MWh|MW|GW|kW|千瓦|兆瓦|吉瓦|万千瓦|千伏|kV|KV|平方米|立方米|台|套|头|只|羽|辆|片|米|公里|吨级|条|亩|期|号|省道|国道|复线|G|N|P)?$/u;
/** Words that open a sentence's matter, never a name. */
const OUTSIDE = new RegExp(`^(?:${alternatives("project-outside")})$`, "u");
const HEAD_END = new RegExp(`(?:${HEADS})$`, "u");
const MAX = 40;

/** One character that is seldom a verb of its own between two names: 上南智|享|再生资源. */
const GLUE =
  /^[^建在到赴投设落为有获含开签引推办来去出进做使用是将把被给向从让供产造购买卖搞抓保促扩增改修拟需要能可会应入任称说看听问]$/u;

/** A word that the tagger took for a verb right behind a place and that is none that takes an object: 中国|算谷|产业园. */
function coined(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  return (
    token !== undefined &&
    before !== undefined &&
    before.end === token.start &&
    ["LOC", "ORG", "nz"].includes(before.tag) &&
    !OUTER_VERBS.has(token.text) &&
    (GLUE.test(token.text) ||
      token.text.length >= 3 ||
      (token.text.length === 2 && headKind(tokens[i + 1]?.text ?? "") !== undefined))
  );
}

/** A verb that the tagger saw inside a name. */
const innerVerb = (token: Token): boolean =>
  INNER_VERBS.has(token.text) ||
  token.text === "年产" ||
  [...INNER_VERBS].some((v) => v.length > 1 && token.text === v + v);

/** A word of place at the beginning of a clause before a name: 外|青松|公路. */
const opensName = (tokens: readonly Token[], i: number): boolean =>
  (i === 0 || tokens[i - 1]?.tag === "w") && ["nz", "LOC", "PER"].includes(tokens[i + 1]?.tag ?? "");

const PROPER = new Set(["LOC", "ORG", "PER", "nz", "nw"]);
/** Nouns of one character that make a noun of the verb before them: 沉陷|区, 试验|场. */
const NOUN_MAKER = /^[区段线站场点带池塔库机器车船层井罐棚舱炉厂馆院]$/u;
const ACTS = new Set(["v", "vd", "vn"]);

/** A verb that stands inside a noun: 采煤|沉陷|区. */
function compound(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next || !ACTS.has(token.tag) || OUTER_VERBS.has(token.text) || token.text.length !== 2)
    return false;
  if (next.start !== token.end) return false;
  return NOUN_MAKER.test(next.text) || (ACTS.has(next.tag) && NOUN_MAKER.test(tokens[i + 2]?.text ?? ""));
}

/** 和 between two kinds of one plant: 晶圆制造|和|封装测试基地. What follows it bears no name of its own, what precedes it is no whole undertaking. */
function joinsProducts(
  tokens: readonly Token[],
  i: number,
  norm: string,
  start: number,
  end: number,
): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (
    !token ||
    !before ||
    token.tag !== "c" ||
    !/^[和与]$/u.test(token.text) ||
    start !== token.end ||
    start >= end
  )
    return false;
  if (!["n", "vn", "nz"].includes(before.tag) || /(?:项目|工程|园|区|基地|中心|厂|市|县)$/u.test(before.text))
    return false;
  return plainWords(norm.slice(start, end).replace(/(?:建设)?(?:项目|工程)$/u, "")) !== undefined;
}

/**
 * Start of the name whose last word ends at `end`, not before `floor`. Conjunctions and enumeration marks are passed only
 * between parts of one product list (甲、乙及丙四期工程).
 */
export function nameStart(tokens: readonly Token[], norm: string, end: number, floor = 0): number {
  let start = end;
  let joined = false;
  /** Where the name began before 和 was passed. */
  let pair: number | undefined;
  for (let i = tokenBefore(tokens, end); i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.start < floor || end - token.start > MAX) break;
    const text = token.text;
    if (text === "”" || text === "’") {
      const open = Math.max(norm.lastIndexOf("“", token.start), norm.lastIndexOf("‘", token.start));
      if (
        open < floor ||
        token.start - open > 16 ||
        token.end === end ||
        /(?:项目|工程|企业)$/u.test(norm.slice(open, token.start))
      )
        break;
      i = tokenBefore(tokens, open + 1);
      start = open;
      continue;
    }
    if (text === "）") {
      const open = norm.lastIndexOf("（", token.start);
      if (open < floor || token.start - open > 8) break;
      i = tokenBefore(tokens, open + 1);
      continue;
    }
    if (text === "·" || text === "-" || text === "—") {
      const before = tokens[i - 1];
      if (!before || before.tag === "w") break;
      continue;
    }
    if (text === "及" && token.tag === "c" && start < end) {
      joined = true;
      continue;
    }
    if (text === "、" && joined) continue;
    if (
      text === "至" &&
      /^[\p{Script=Han}\d]{1,6}(?:段|公路|高速|高铁|铁路|线|县|市|连接)/u.test(norm.slice(token.end, end + 2))
    )
      continue;
    if (text === "用" && start < end) continue;
    // A blank beside Latin letters stands inside a name.
    if (text.trim() === "") {
      if (/[A-Za-z]/u.test(norm.slice(token.start - 1, token.end + 1).replace(/\s/gu, "")) && start < end)
        continue;
      break;
    }
    if (joinsProducts(tokens, i, norm, start, end)) {
      pair = start;
      continue;
    }
    if (OUTSIDE.test(text)) break;
    if (text === "一" && norm[token.start - 1] === "之") break;
    if (token.tag === "vn" && token.end < end && /^(?:建设|打造|实施|推进|启动|投资|开工)$/u.test(text))
      break;
    const fits =
      INNER.has(token.tag) ||
      (token.tag === "v" &&
        (innerVerb(token) ||
          token.end > end ||
          (token.end === end && (text.length === 1 || HEAD_END.test(text))) ||
          coined(tokens, i))) ||
      (start < end && compound(tokens, i)) ||
      text === "首批" ||
      (/^\d+$/u.test(text) && norm[token.end] === "-") ||
      (/^-\d+$/u.test(text) && start === token.end) ||
      (INDUSTRY.has(text) && token.tag !== "v") ||
      (token.tag === "f" && /^(?:前|南北|东西|外部|周边|沿线|沿岸|地下|地上|海上|陆上)$/u.test(text)) ||
      ((token.tag === "m" || token.tag === "q") && CAPACITY.test(text)) ||
      (token.tag === "m" && token.end >= end) ||
      (token.tag === "f" && /^[东南西北中]+$/u.test(text)) ||
      (token.tag === "f" && /^[外内上下前后]$/u.test(text) && start === token.end && opensName(tokens, i)) ||
      (token.tag === "m" && /^[一二三四五][级类型代星]$/u.test(text)) ||
      (token.tag === "s" && text.length <= 2 && text !== "国内" && text !== "现场") ||
      (token.tag === "ad" && text === "高") ||
      (token.tag === "b" && text.length > 1);
    if (!fits) break;
    start = token.start;
  }
  // Before 和 must stand a name that both parts share: 甲乙|总部和研制基地; else it joins two things.
  if (
    pair !== undefined &&
    !tokens.some((t) => t.start >= start && t.start < (pair ?? 0) && PROPER.has(t.tag))
  )
    start = pair;
  // The verb that governs the name was taken for a part of it: 更新|某某广场.
  const first = tokens[tokenBefore(tokens, start + 1)];
  if (
    first &&
    first.start === start &&
    first.tag === "v" &&
    first.end < end - 2 &&
    OUTER_VERBS.has(first.text)
  )
    start = first.end;
  // A conjunction or mark that nothing stood before.
  while (start < end && /^[及、·\-—”’）]/u.test(norm[start] ?? "")) start++;
  return start;
}
