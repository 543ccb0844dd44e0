/**
 * Mentions of places. The finding itself is in `src/tag/gazetteer`; here it meets the other families.
 * @module
 */
import { type PlaceCandidate, suffixOf } from "../../tag/gazetteer/index.ts";
import type { MentionRule } from "../types.ts";
import { candidatesOf, toMention } from "./read.ts";
import { STANDS } from "./stated.ts";

/** Kinds that are as often an undertaking as a place; a project's rule wins over them. */
const BUILT = /^(?:road|station|compound|port)$/;

export const divisionName: MentionRule = {
  name: "place/division",
  examples: {
    yes: [
      ["长春市农安县今年的粮食又丰收了。", "Place:农安县"],
      ["客商来自德国和新加坡。", "Place:新加坡"],
      ["长三角的订单不断增加。", "Place:长三角"],
    ],
    no: ["和平与发展是时代的主题。", "会议在团结奋进的气氛中结束。", "大理石的价格上涨。"],
  },
  propose: (s, doc) =>
    candidatesOf(s, doc).flatMap((c) =>
      /^place\/(?:name|chain)$/.test(c.rule) ? [toMention(c, "place/division")] : [],
    ),
};

/** A zone by an ending that hardly names an undertaking: 工业园区, 新城, 片区; 产业园 and 科技园 do and are left to the projects' rules. */
function isZone(c: { kind: string; text: string }): boolean {
  return /^(?:zone|area)$/.test(c.kind) && suffixOf(c.text)?.evidence !== "name";
}

export const zone: MentionRule = {
  name: "place/zone",
  examples: {
    yes: [
      ["企业全部搬入位于长春市的云松新城。", "Place:云松新城"],
      ["农安经开区的厂房已经封顶，经开区还将再建两座。", "Place:农安经开区"],
    ],
    no: ["国家级开发区的数量增加了。"],
  },
  propose: (s, doc) => candidatesOf(s, doc).flatMap((c) => (isZone(c) ? [toMention(c, "place/zone")] : [])),
};

const LEADS_TO_SITE = new RegExp(`(?:${STANDS}了?|在)$`, "u");
const HELD_THERE = /^(?:举行|举办|召开|开工|奠基|揭牌|启动|签约|内|境内|[，。；、]|的)/u;

/** Where the run of places that ends with `candidate` begins: 某县|某工业园. */
function runStart(candidate: PlaceCandidate, all: readonly PlaceCandidate[]): number {
  let { start } = candidate;
  for (let outer = all.find((c) => c.end === start); outer; ) {
    start = outer.start;
    const at: number = start;
    outer = all.find((c) => c.end === at);
  }
  return start;
}

/** 位于某县某工业园: what something stands in is a place, also where a park of that name would be a project elsewhere. */
export const siteZone: MentionRule = {
  name: "place/site",
  examples: {
    yes: [["高端轴承生产基地位于农安县云松工业园。", "Place:云松工业园"]],
    no: ["农安县云松工业园开工建设。"],
  },
  propose: (s, doc) => {
    const all = candidatesOf(s, doc);
    return all.flatMap((c) =>
      isZone(c) &&
      HELD_THERE.test(s.norm.slice(c.end)) &&
      LEADS_TO_SITE.test(s.norm.slice(Math.max(0, runStart(c, all) - 6), runStart(c, all)))
        ? [toMention(c, "place/site")]
        : [],
    );
  },
};

export const abbreviation: MentionRule = {
  name: "place/abbreviation",
  examples: {
    yes: [
      ["多家外资企业来沪投资。", "Place:上海市"],
      ["长春市加快推进。高端轴承生产基地项目在长落地。", "Place:长春市"],
    ],
    no: ["项目在此落地，投资者来此投资。", "在新项目建设中。"],
  },
  propose: (s, doc) =>
    candidatesOf(s, doc).flatMap((c) =>
      c.rule === "place/abbreviation" ? [toMention(c, "place/abbreviation")] : [],
    ),
};

export const patternedPlace: MentionRule = {
  name: "place/pattern",
  examples: {
    yes: [["他们来到长春市农安县哈拉海镇陈家店村。", "Place:陈家店村"]],
    no: ["要改造老旧小区。", "共建“一带一路”国家。"],
  },
  propose: (s, doc) =>
    candidatesOf(s, doc).flatMap((c) =>
      /^place\/(?:name|chain|abbreviation)$/.test(c.rule) || BUILT.test(c.kind) || isZone(c)
        ? []
        : [toMention(c, "place/pattern")],
    ),
};

export const builtPlace: MentionRule = {
  name: "place/built",
  examples: {
    yes: [
      ["新店开在长春市人民大街。", "Place:人民大街"],
      ["沿329国道向东走。", "Place:329国道"],
    ],
    no: ["集成电路的产量增加了。", "今年新建公路12公里。"],
  },
  propose: (s, doc) =>
    candidatesOf(s, doc).flatMap((c) =>
      !/^place\/(?:name|chain)$/.test(c.rule) && BUILT.test(c.kind) ? [toMention(c, "place/built")] : [],
    ),
};
