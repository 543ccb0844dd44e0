/**
 * The words of the report that name what a number measures: what stands before it in its clause, and, for things counted or
 * measured, the noun behind it.
 * @module
 */
import type { Quantity } from "../quantity/index.ts";
import type { DocSentence, Mention } from "../types.ts";
import { BOUNDARY, LEADING, PREDICATE_ADVERBS, RUNS_ON, SHARE_AT_END, TRAILING } from "./patterns.ts";

/** Longest text taken from behind a number. */
const BEHIND = 26;
/** Longest name of a figure; a longer one keeps its end, which holds the head noun. */
export const LONGEST_NAME = 40;
const NAMES = new Set<Mention["type"]>(["Project", "Company", "Institution", "Agency", "Event"]);

/** Start of the clause of a position, not before `floor`. */
export function clauseStart(norm: string, position: number, floor: number): number {
  let i = position;
  for (;;) {
    while (i > floor && !BOUNDARY.test(norm.charAt(i - 1))) i--;
    // 占同期进出口总值的（下同）46.6%
    if (norm.startsWith("（下同）", i - 4) && i - 4 > floor) {
      i -= 4;
      continue;
    }
    // 中欧（亚）班列: a word.
    const inWord = norm[i - 1] === "）" ? IN_WORD.exec(norm.slice(Math.max(floor, i - 8), i)) : null;
    if (!inWord || !/[\p{Script=Han}]/u.test(norm.charAt(i))) return i;
    i -= inWord[0].length - 1;
  }
}

/** A bracket inside a name: 中国（云泽）自贸试验区, 中欧（亚）班列. At the end of the words before its rest. */
const IN_WORD = /[\p{Script=Han}]（(?![一二三四五六七八九十]+）)[\p{Script=Han}]{1,4}）$/u;

/** Drops words of function and times at the head, and verbs of being and reaching at the end. */
export function trim(words: string): string {
  let rest = words
    .replace("（下同）", "")
    .replace(/(?:达到?|为)(?=每[天日年月]$)/u, "")
    .replace(/^次(?=\p{Script=Han}{3})/u, "")
    .replace(LEADING, "")
    .replace(/(?<=[产工商务农]业)实现(?=增加值|产值|营业收入|销售收入|利润|税收)/u, "")
    .trimEnd();
  for (let shorter = rest.replace(TRAILING, ""); shorter !== rest; shorter = rest.replace(TRAILING, ""))
    rest = shorter.trimEnd();
  return rest.trim();
}

/** What a time leaves at the head of a clause: 年底前, 期间, 来. */
const AFTER_TIME = /^(?:全年|底|末|前|内|以来|期间|来|间|的|中(?![国央小部东西学型心医药欧标])|，|,|、| )+/;
const LINKS = /^[\s、和与及并于在到自从至]*$/;

/** 肉制品业上半年营业收入: whose income it is stands before the time. */
const SECTOR = /(?:[^企行产就事]业|产品|板块)$/u;
/** Longest words before a time that only lead in to it: a place, 提出到. */
const FEW = 5;

/** The words between two positions without the times among them: 肉制品业上半年营业收入. */
function undated({ norm, times }: DocSentence, from: number, to: number): string {
  let words = "";
  let at = from;
  for (const time of times) {
    const inside = time.value !== "" && time.start >= at && time.end < to - 1 && !time.fuzzy;
    if (!inside || !SECTOR.test(norm.slice(from, time.start))) continue;
    words += norm.slice(at, time.start);
    at = time.end + (AFTER_TIME.exec(norm.slice(time.end, to))?.[0].length ?? 0);
  }
  return words + norm.slice(at, to);
}

/** The words before the number from `from`, without leading times and places and without examples (甲、乙等). */
export function wordsBefore(sentence: DocSentence, from: number, to: number): string {
  const { norm, times, mentions } = sentence;
  // 营收下降——2022年营业收入, 醴县2022年实现地区生产总值: what leads in.
  const dash = norm.lastIndexOf("——", to);
  const opened = dash >= from ? dash + 2 : from;
  const dated = times.findLast(
    (t) =>
      t.start - opened <= FEW &&
      t.start > opened &&
      t.end < to - 1 &&
      !SECTOR.test(norm.slice(opened, t.start)),
  );
  let start = dated && !/[、和较比同与从自]/u.test(norm.slice(opened, dated.start)) ? dated.start : opened;
  let timed = false;
  for (const time of times) {
    if (
      time.start < start ||
      time.end > to ||
      !LINKS.test(norm.slice(start, time.start).replace(LEADING, ""))
    )
      continue;
    start = time.end;
    timed = true;
  }
  if (timed) start += AFTER_TIME.exec(norm.slice(start, to))?.[0].length ?? 0;
  // 南疆五地州 has no code and stays: without it the figure would be that of the whole.
  const place = mentions.find(
    (m) => m.type === "Place" && m.code !== undefined && m.start === start && m.end < to,
  );
  if (place) start = place.end;
  const words = undated(sentence, start, to);
  const etc = words.lastIndexOf("等");
  if (etc >= 0 && etc === words.length - 1) return "";
  const named = mentions.find((m) => NAMES.has(m.type) && m.start >= start && m.end <= start + etc);
  if (named && etc >= 0) {
    const verb = norm.slice(start, named.start);
    return trim(`${verb.length <= 4 ? verb : ""}${words.slice(etc + 1)}`);
  }
  const trimmed = trim(words);
  // An opening quotation mark whose partner is elsewhere is no part of the name.
  return trimmed.startsWith("“") && !trimmed.includes("”") ? trim(trimmed.slice(1)) : trimmed;
}

/** Where the first verb between two positions begins. */
function verbWithin({ tokens }: DocSentence, from: number, to: number): number | undefined {
  return tokens.find(({ start, end, tag }) => tag === "v" && start >= from && end < to)?.start;
}

/** The noun behind the number, up to the next clause or figure. */
export function wordsBehind(sentence: DocSentence, q: Quantity, ceiling: number): string {
  const { norm } = sentence;
  // 按增长5%安排 sets a target and names nothing; 增长5%甲市加快建设 runs on.
  if (/[、和与及或]/.test(norm.charAt(q.end)) || norm.startsWith("安排", q.end)) return "";
  if (q.kind !== "count" && (q.direction !== undefined || RUNS_ON.test(norm.slice(q.end, q.end + 8))))
    return "";
  const limit = Math.min(norm.length, q.end + BEHIND, ceiling);
  let end = q.end;
  while (end < limit && !BOUNDARY.test(norm.charAt(end)) && norm[end] !== "、") end++;
  // 8个涉及甲、乙等领域的项目: what is counted stands behind the clause that tells of it.
  if (norm[end] === "、" && /^(?:涉及|涵盖|来自|聚焦|包含|总投资|投资)/u.test(norm.slice(q.end, q.end + 4))) {
    const counted = /的(?<head>\p{Script=Han}{2,16})/u.exec(
      norm.slice(end, end + 50).split(/[，。；]/u)[0] ?? "",
    );
    if (counted?.groups) return counted.groups["head"] ?? "";
  }
  // 10个先导区集聚核心企业超150家: what is verbed there is the next figure's, this one's are the 先导区. 项目 alone would name nothing.
  if (
    q.kind === "count" &&
    end === ceiling &&
    end < norm.length &&
    !/^(?:项目|企业)/u.test(norm.slice(q.end))
  )
    end = verbWithin(sentence, q.end + 2, end) ?? end;
  // 175家企业入驻提供3万个岗位: what is provided is the next figure's.
  if (q.kind === "count" && end === ceiling && end < norm.length && !BOUNDARY.test(norm.charAt(end))) {
    const verb = sentence.tokens.find((t) => t.end === end && t.tag === "v" && t.start > q.end + 1);
    end = verb?.start ?? end;
  }
  // 19个考核断面优良比例达100%: the share is the next figure.
  const share =
    q.kind === "count" && ceiling < norm.length ? SHARE_AT_END.exec(norm.slice(q.end, end)) : null;
  if (share !== null && share.index > 1) end = q.end + share.index;
  return norm
    .slice(q.end, end)
    .replace(
      /^(?:[\s的左右”]+|次(?=$|[\p{Script=Han}])|(?:大|小)?类(?=[\p{Script=Han}]{2})|(?:达到?|[/／][年月日人])(?=$|[\p{Script=Han}，。、]))+/u,
      "",
    )
    .replace(/(?:和|与|及|以及|并|，)$/, "")
    .replace(PREDICATE_ADVERBS, "");
}

export function shorten(name: string): string {
  return name.length > LONGEST_NAME ? name.slice(-LONGEST_NAME) : name;
}

/** 城乡居民, 一二三产业: members that are written without a mark between. */
const CLOSE: readonly (readonly [RegExp, (tail: string) => string[]])[] = [
  [/^城乡/u, (tail) => [`城镇${tail}`, `农村${tail}`]],
  [/^产销量?(?!率|两|对)/u, () => ["产量", "销量"]],
  [/^(?:第?一[、,]?二[、,]?三次?产业)/u, (tail) => ["一", "二", "三"].map((n) => `第${n}产业${tail}`)],
];
/** What belongs to all members and stands before the first: 对东盟、欧盟进出口. */
const SHARED_HEAD = /^(?:对|向|与|全[省市区县])/u;

/** The members of 城乡居民, 一二三产业, where there are as many amounts: 城乡低保标准提高到815元和615元 needs no 分别. */
export function membersOf(words: string, count: number): string[] | undefined {
  // 整车产销量: whose output and sales.
  const made = /^(?<of>.{2,16})(?<pair>产销量?(?:同比)?)$/u.exec(words)?.groups;
  if (made && count === 2) return membersOf(made["pair"] ?? "", count)?.map((one) => `${made["of"]}${one}`);
  const rest = words.replace(SHARED_HEAD, "");
  for (const [pattern, members] of CLOSE) {
    const found = pattern.exec(rest);
    const list = found && members(rest.slice(found[0].length));
    if (list?.length === count) return list;
  }
  return undefined;
}

/** Longest member that has nothing of its own: 制造业 in 制造业、普惠小微贷款余额. */
const SHORT = 4;
/** What members of a list have in common at the end of the last. */
const MEASURED =
  /(?:(?:进出口|出口|进口|投资|产值|收入|贷款|存款)(?:占比|比重)|产值占[\p{Script=Han}]{2,8}比重|(?:贷款|存款)?余额|(?:零售|销售|交易|成交|进出口|出口|进口|投资)额|产[量值]|出口|进口|增加值|营收|收入|投资|数量|人数|起数|面积|比重|占比|[\p{Script=Han}]{2}率)$/u;

/** 行业投资额流入 of 餐饮行业投资额流入: what is told of each branch. */
const BRANCH = /(?:行业|产业|领域|板块)[^业]{3,20}$/u;

/**
 * 甲、乙产量分别增长3%和5%: one name for each amount. The items share the end of the last when that is longer than the others.
 */
export function distribute(
  phrase: string,
  count: number,
  { norm, tokens }: Pick<DocSentence, "norm" | "tokens">,
): string[] | undefined {
  // 甲、乙比2020年分别下降: the year is compared with.
  const words = phrase.replace(/[较比](?:\d{4}年|去年|上年|同期)[\p{Script=Han}]{0,4}$/u, "");
  const close = membersOf(words, count);
  if (close) return close;
  const items = words.split(/[、和与]/).filter((item) => item !== "");
  if (items.length !== count) return undefined;
  const head = SHARED_HEAD.exec(words)?.[0] ?? "";
  const last = items.at(-1) ?? "";
  const from = norm.lastIndexOf(last);
  const cuts = tokens.map((t) => t.start - from).filter((cut) => cut > 0 && cut < last.length);
  return items.map((item, i) => {
    const bare = i === 0 ? item.slice(head.length) : item;
    // 制造业、普惠小微贷款余额: what is shared begins with a word.
    const next = last.slice(cuts.find((cut) => cut >= bare.length) ?? bare.length);
    const measure = MEASURED.test(bare)
      ? ""
      : (MEASURED.exec(last)?.[0] ?? BRANCH.exec(last.slice(2))?.[0] ?? "");
    const shared = bare.length <= SHORT && next.length >= measure.length ? next : measure;
    const whole =
      i === items.length - 1 || shared.length < 2 || bare.endsWith(shared.slice(-2))
        ? bare
        : `${bare}${shared}`;
    return `${head}${whole}`;
  });
}
