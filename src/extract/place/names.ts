/**
 * Mentions of places. The finding itself is in `src/tag/gazetteer`; here it meets the other families.
 * @module
 */
import { suffixOf } from "../../tag/gazetteer/index.ts";
import type { MentionRule } from "../types.ts";
import { candidatesOf, toMention } from "./read.ts";

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
