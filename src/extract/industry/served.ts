/**
 * Branches told by their last word without 产业: 都市工业, 数字经济企业 behind the list of its kinds, 发展深远海养殖.
 * @module
 */
import type { Mention, MentionRule } from "../types.ts";
import { industry, isKnownSector, isName, leadLength } from "./names.ts";

/** Manufacture of one kind; 工业 alone is too wide. */
export const MADE: RegExp =
  /(?:都市|食品|医药|石化|汽车|钢铁|建材|纺织|电子|化学|冶金|船舶|航空|航天|煤炭|轻)工业(?![园区城化和与及]|基地|开发区|集团|公司|用|大学|学院|局|委|总|协会|设计|级|互联网|软件)/gu;

/** 吸引甲、乙、丙等数字经济企业落户: the kinds and what sums them up. */
export const SUMMED_COMPANIES: RegExp =
  /(?<list>[\p{Script=Han}A-Z0-9]{2,14}(?:、[\p{Script=Han}A-Z0-9]{2,10}){1,6})等(?<sum>[\p{Script=Han}]{2,8})企业(?=落户|入驻|集聚|落地|发展)/gu;

/** 大力发展深远海养殖: one trade by what is done. */
export const DEVELOPED: RegExp =
  /(?:大力|重点|加快|积极)发展(?<x>\p{Script=Han}{2,6}(?:养殖|种植|加工|制造|旅游))(?=[，。、；])/gu;

/** 数字经济 is a branch, 实体经济 is none. */
const ECONOMY = /^(?:数字|平台|海洋|低空|银发|循环|冰雪|蓝色)经济$/u;

export const served: MentionRule = {
  name: "industry/served",
  priority: 45,
  examples: {
    yes: [
      ["都市工业正成为全区的增长极。", "Industry:都市工业"],
      ["吸引相关数字金融、智能制造等数字经济企业落户。", "Industry:数字经济"],
      ["吸引相关数字金融、智能制造等数字经济企业落户。", "Industry:数字金融"],
      ["近年来，我省大力发展深远海养殖，成效明显。", "Industry:深远海养殖"],
    ],
    no: ["工业企业效益改善。", "吸引银行、商会等有关企业落户。"],
  },
  propose(s, doc) {
    const found: Mention[] = [];
    for (const m of s.norm.matchAll(MADE))
      found.push(industry(s, m.index, m.index + m[0].length, "industry/served"));
    for (const m of s.norm.matchAll(DEVELOPED)) {
      const x = m.groups?.["x"] ?? "";
      const start = m.index + m[0].length - x.length;
      if (isName(x)) found.push(industry(s, start, start + x.length, "industry/served"));
    }
    for (const m of s.norm.matchAll(SUMMED_COMPANIES)) {
      const { list = "", sum = "" } = m.groups ?? {};
      if (!isName(sum) || !(isKnownSector(sum) || ECONOMY.test(sum))) continue;
      let at = m.index;
      for (const [i, words] of list.split("、").entries()) {
        const verb = i === 0 ? (/^.*(?:吸引|引进|招引|集聚|推动|带动)了?/u.exec(words)?.[0].length ?? 0) : 0;
        const lead = verb + leadLength(words.slice(verb), doc);
        const own = words.slice(lead);
        if (isName(own) && isKnownSector(own))
          found.push(industry(s, at + lead, at + words.length, "industry/served"));
        at += words.length + 1;
      }
      found.push(industry(s, at, at + sum.length, "industry/served"));
    }
    return found;
  },
};
