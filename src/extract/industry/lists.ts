/**
 * Industries counted up: 聚焦甲、乙等12条产业链和丙、丁4个产业集群; “甲”“乙”两大产业.
 * @module
 */
import { allMatches } from "../../matches.ts";
import { nominalStart } from "../nominal.ts";
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";
import { industry, isKnownSector, isName, leadLength } from "./names.ts";

/** What a list of industries ends with. */
const CLOSER =
  /产业链|产业集群|产业类型|产业项目|产业(?![园化城带]|基地|体系|链|载体)|行业|业态|新赛道|赛道|领域(?!内|的?(?:专家|研究))|企业(?=入驻|集聚|落户)/gu;
const RANKS =
  /(?:重点|主导|特色|优势|支柱|新兴|战略性|未来|高新技术|先进|[千百万]亿级?|标志性|先导|传统|现代|核心|前沿|高科技|朝阳|新|多)$/u;

interface Closer {
  /** Where the list before it ends. */
  start: number;
  end: number;
  /** 等12条, 4个, 等; empty when the list runs into its head. */
  count: string;
  rank: string;
  head: string;
  /** What sums the list up: 元宇宙 of 甲、乙、丙三大元宇宙产业. */
  sum?: { start: number; end: number };
}

/** 三大元宇宙产业: a count and the branch that the members belong to. */
const COUNTED_SUM = /[两三四五六七八九十]大(?<what>[\p{Script=Han}]{2,6})$/u;

const SUMMED =
  /等(?:(?:\d{1,3}|[一二两三四五六七八九十]{1,2})余?[个条大类种])(?<what>[\p{Script=Han}]{2,8})$/u;

/** The end of a list read from right to left: head, words of rank, count, 等. */
function closersOf(norm: string): Closer[] {
  return allMatches(norm, CLOSER).map((match): Closer => {
    let at = match.index;
    for (
      let rank = RANKS.exec(norm.slice(Math.max(0, at - 6), at));
      rank;
      rank = RANKS.exec(norm.slice(Math.max(0, at - 6), at))
    )
      at -= rank[0].length;
    // 等10个高端智造产业: what sums the list up is no member.
    const sum = SUMMED.exec(norm.slice(Math.max(0, at - 16), at));
    if (sum && match[0] !== "企业") at -= sum.groups?.["what"]?.length ?? 0;
    const branch = COUNTED_SUM.exec(norm.slice(Math.max(0, at - 8), at))?.groups?.["what"];
    const whole =
      branch !== undefined && isKnownSector(branch) && isName(branch)
        ? { start: at - branch.length, end: at }
        : undefined;
    if (whole) at = whole.start;
    const ranked = at;
    if (
      /[条个大类种]/u.test(norm[at - 1] ?? "") &&
      /[\d一二三四五六七八九十两余多]/u.test(norm[at - 2] ?? "")
    )
      at--;
    while (/[余多]/u.test(norm[at - 1] ?? "") && /\d/u.test(norm[at - 2] ?? "")) at--;
    while (/[\d一二两三四五六七八九十]/u.test(norm[at - 1] ?? "")) at--;
    for (const word of ["等一批", "等多个", "等多种", "等多条", "等多", "等"])
      if (norm.endsWith(word, at)) {
        at -= word.length;
        break;
      }
    return {
      start: at,
      end: match.index + match[0].length,
      count: norm.slice(at, ranked),
      rank: norm.slice(ranked, match.index),
      head: match[0],
      ...(whole ? { sum: whole } : {}),
    };
  });
}

/** Words after which a list of industries begins. */
const OPENER =
  /(?:聚焦于?|紧扣|涵盖了?|涉及|包括了?|瞄准|锁定|围绕|主攻|布局|培育壮大|培育|发展壮大|发展|壮大|打造|推动|依托|诚邀|邀请|集聚|形成了?|构建|做强|做大|做优|立足|以及|推进|加快|突出|深耕|主要为|分布在|集中在|来自|覆盖|抢抓|重点|引进|招引|对接|建设|支持|以|在|为|将|了|的|是|对|向)/gu;

/** Start of the list's first item: after the last opening word, or where its noun phrase begins. */
function firstStart(s: TokenSentence, from: number, to: number): number {
  const words = s.norm.slice(from, to);
  let cut = 0;
  for (const m of allMatches(words, OPENER))
    if (m.index + m[0].length < words.length - 1) cut = m.index + m[0].length;
  if (/^[和与及]/u.test(words.slice(cut))) cut += 1;
  const noun = nominalStart(s, to, {
    longest: 14,
    inner: new Set(["及", "与", "和", "自动化", "显示", "养"]),
  });
  return Math.max(from + cut, cut === 0 && noun < to ? noun : 0);
}

/** The list that ends at `end`, as ranges. */
function itemsBefore(s: TokenSentence, from: number, end: number): { start: number; end: number }[] {
  const list: { start: number; end: number }[] = [];
  let to = end;
  for (let i = end - 1; i >= from; i--) {
    const char = s.norm[i] ?? "";
    if (char === "、") {
      list.unshift({ start: i + 1, end: to });
      to = i;
    } else if (/[，。；：！？（）《》”“]/u.test(char)) {
      from = i + 1;
      break;
    }
  }
  list.unshift({ start: firstStart(s, from, to), end: to });
  // The last member may be two: 氢能和高新技术服务业. 及 and 与 stay inside names.
  const last = list.at(-1);
  const and = last ? s.norm.slice(last.start, last.end).search(/(?:以及|和)/u) : -1;
  if (
    last &&
    list.length > 1 &&
    and > 0 &&
    !list.slice(0, -1).some((i) => s.norm.slice(i.start, i.end).includes("和"))
  ) {
    list.pop();
    const length = s.norm.startsWith("以及", last.start + and) ? 2 : 1;
    list.push(
      { start: last.start, end: last.start + and },
      { start: last.start + and + length, end: last.end },
    );
  }
  return splitLast(s.norm, list);
}

/** 甲、乙、丙及丁等业态: a long second part of the last member is a member of its own; 汽车及零部件 is one. */
function splitLast(norm: string, list: { start: number; end: number }[]): { start: number; end: number }[] {
  const last = list.at(-1);
  const words = last ? norm.slice(last.start, last.end) : "";
  const and = words.indexOf("及");
  const others = list.slice(0, -1);
  if (!last || and < 3 || words.length - and < 5 || others.length < 2) return list;
  if (others.some((i) => /[及与和]/u.test(norm.slice(i.start, i.end)))) return list;
  return [
    ...others,
    { start: last.start, end: last.start + and },
    { start: last.start + and + 1, end: last.end },
  ];
}

/** Offices and funds stand in such lists and are no branches. */
const NO_BRANCH = /^(?:总部|基金|其他|总部经济和基金)$/u;
const SURE = /产业链|产业集群|产业类型|产业/u;

function accept(
  s: TokenSentence,
  doc: TokenDoc,
  items: { start: number; end: number }[],
  closer: Closer,
  rule: string,
): Mention[] {
  const { count, head } = closer;
  const cleaned = items
    .map((i) => ({ start: i.start + leadLength(s.norm.slice(i.start, i.end), doc), end: i.end }))
    .filter((i) => i.start < i.end && !NO_BRANCH.test(s.norm.slice(i.start, i.end)));
  const names = cleaned.map((i) => s.norm.slice(i.start, i.end));
  if (cleaned.length < 2 && !count.startsWith("等")) return [];
  if (!names.every(isName)) {
    const good = cleaned.filter((_, i) => isName(names[i] ?? ""));
    if (!SURE.test(head) || good.length * 3 < cleaned.length * 2) return [];
    return good
      .filter((i) => isKnownSector(s.norm.slice(i.start, i.end)))
      .map((i) => industry(s, i.start, i.end, rule, 0.7));
  }
  const known = names.filter(isKnownSector).length / names.length;
  const needed = SURE.test(head) ? (count === "" ? 0.8 : 0.4) : head === "企业" ? 1 : 0.7;
  if (known < needed) return [];
  return cleaned.map((i) => industry(s, i.start, i.end, rule));
}

export const counted: MentionRule = {
  name: "industry/list",
  examples: {
    yes: [
      [
        "我市聚焦稀土、专用车及汽车零部件、纺织服装等12条产业链和现代农业、数字经济4个产业集群招商。",
        "Industry:专用车及汽车零部件",
      ],
      [
        "我市聚焦稀土、专用车及汽车零部件、纺织服装等12条产业链和现代农业、数字经济4个产业集群招商。",
        "Industry:现代农业",
      ],
      ["全市将聚焦新材料、新能源与节能、氢能和高新技术服务业等领域。", "Industry:高新技术服务业"],
      ["推动氢能、钒液流储能产业建链。", "Industry:钒液流储能"],
    ],
    no: ["聚焦手续办理、要素保障、问题化解等领域。"],
  },
  propose(s, doc) {
    const found: Mention[] = [];
    let from = 0;
    for (const closer of closersOf(s.norm)) {
      const { start: end, count, rank, head } = closer;
      if (end < from) continue;
      if ((rank !== "" && count === "" && head === "产业") || /[、和与及]/u.test(s.norm[end - 1] ?? ""))
        continue;
      const list = itemsBefore(s, from, end);
      // The last of a bare list is named with its head: 氢能、钒液流储能产业.
      const members = accept(s, doc, list, closer, "industry/list");
      found.push(...members);
      if (closer.sum && members.length > 0)
        found.push(industry(s, closer.sum.start, closer.sum.end, "industry/list"));
      from = closer.end;
    }
    return found;
  },
};

/** After the last of the quoted names. */
const QUOTED =
  /”(?:等)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})?(?:个|大|条)?(?:重点|主导|特色|优势|支柱|新兴|千亿级?|百亿级?|万亿级?){0,2}(?:(?:产业链|产业集群|产业)(?![园化城]|基地)|(?:双|新|主)?赛道)/gu;

/** The quoted names that stand side by side and end at `close`, the place of the last closing mark. */
function quotedBefore(norm: string, close: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let end = close;
  while (norm[end] === "”") {
    const open = norm.lastIndexOf("“", end);
    if (open < 0 || end - open > 17 || end - open < 3 || /[，。]/u.test(norm.slice(open, end))) break;
    found.unshift({ start: open + 1, end });
    end = norm[open - 1] === "、" ? open - 2 : open - 1;
  }
  return found;
}

export const quotedList: MentionRule = {
  name: "industry/quoted-list",
  examples: {
    yes: [["该州正在打造“清洁能源和清洁制造”“茶旅文化”2个千亿级产业。", "Industry:清洁能源和清洁制造"]],
    no: ["打造“甲乙产业基地”“丙丁产业基地”。"],
  },
  propose: (s) =>
    allMatches(s.norm, QUOTED).flatMap((match) => {
      const list = quotedBefore(s.norm, match.index);
      return list.length < 2 ? [] : list.map((i) => industry(s, i.start, i.end, "industry/quoted-list"));
    }),
};
