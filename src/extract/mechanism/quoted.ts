/**
 * Names in quotation marks: “四比四看”活动, “甲+乙”模式, 采取“五查法”, 某行动“一核心两工程”.
 * @module
 */

import { allMatches } from "../../matches.ts";
import { nominalStart } from "../nominal.ts";
import type { Mention, MentionRule, TokenSentence } from "../types.ts";
import { STOP, TAGS } from "./boundary.ts";
import { isBuilt, isCoined, isCounted, isMethod, isParallel, isTally, members, numberOf } from "./shape.ts";
import { broughtIn, classOf, HEADS, mechanism, quotes } from "./words.ts";

const MOD =
  "(?:(?!的|了|在|为|将|把|被|是|有|等|和|与|及|推动|推进会|助力|促进|带动|正式|成功|启动|获|入|项目负责|每|按)\\p{Script=Han})";
export const WITH_HEAD: RegExp = new RegExp(
  `“(?<x>[^“”。；！？]{2,80})”(?<join>的|等)?(?<mod>${MOD}{0,10}?)(?<head>${HEADS})(?<more>(?:${MOD}{0,2}(?:模式|机制|体系|制度|平台|方案|活动|行动|工程|计划|共享))?)`,
  "gu",
);
/** Not names: appeals, aims, slang for five-year periods, quoted titles of office. */
const SPOKEN = /[？?!！]|^(?:十[一二三四五六]五|走出去|引进来|请进来|一带一路)$/u;
/** 一站式服务 is how every service calls itself. */
const STOCK = /式$|^(?:一对一|点对点|面对面|一条龙|零距离|保姆|管家|全链条|最后一|一揽子|一站)/u;

/** The noun before the opening quotation mark that belongs to the name: 项目建设“…”活动, 农业“五改”. */
function leadOf(s: TokenSentence, open: number): string {
  const start = nominalStart(s, open, { longest: 8, tags: new Set(["n", "vn", "nz"]) });
  const words = s.norm.slice(start, open);
  return /^\p{Script=Han}{2,8}$/u.test(words) && !/(?:的|开展|实施|推行|全市|全省|项目$|企业$)/u.test(words)
    ? words
    : "";
}

/** Whether the words after 项目 or 服务 let it be a name. */
function accepts(
  s: TokenSentence,
  open: number,
  after: number,
  x: string,
  mod: string,
  head: string,
): boolean {
  if (SPOKEN.test(x) || (x.length > 30 && members(x).length < 3)) return false;
  const kind = classOf(head);
  if (/重要|主要|良好/u.test(mod) || (head === "工作" && x.length < 3)) return false;
  const then = s.norm.slice(after, after + 2);
  if (/^(?:精神|机遇|要求|布局|伙伴|指引|定位|目标|思想|支点|枢纽|意义|方向)/u.test(then)) return false;
  if (head === "建设" && isParallel(x)) return false;
  if (/号$/u.test(x) && head === "平台") return false;
  if (STOCK.test(x)) return head === "培养" || /(?:行动|工程|计划|改革)$/u.test(head);
  if (head === "项目") return isCounted(x) && x.length <= 5;
  if (head === "建设" || head === "工作" || head === "管理" || head === "治理")
    return isBuilt(x) || (head === "管理" && broughtIn(s.norm, open) && mod === "");
  if (kind === "weak")
    return (
      isBuilt(x) ||
      (/^(?:培养|对接|联动)$/u.test(head) && broughtIn(s.norm, open)) ||
      /^双\p{Script=Han}$/u.test(x)
    );
  if (kind === "plain")
    return (
      members(x).length === 1 &&
      /^(?:主题)?$/u.test(head.endsWith("场景") ? mod : "") &&
      (broughtIn(s.norm, open) || leadOf(s, open) !== "" || /贷款|信贷|担保|保险/u.test(mod))
    );
  if (head === "制度" && then === "创新") return false;
  if (/工程$/u.test(head) && /[线期段库桥路]$/u.test(mod)) return false;
  return kind === "strong" || broughtIn(s.norm, open);
}

function withHead(s: TokenSentence, rule: string): Mention[] {
  return allMatches(quotes(s), WITH_HEAD).flatMap((match): Mention[] => {
    const { x = "", join = "", mod = "", more = "" } = match.groups ?? {};
    const inner = match.groups?.["head"] ?? "";
    // 管理模式 is a 模式: the last word decides.
    const head = more === "" ? inner : more.slice(-2);
    const open = match.index;
    if (/为(?:主题|核心|主线)/u.test(mod) || !accepts(s, open, open + match[0].length, x, mod, head))
      return [];
    if (
      join === "的" &&
      classOf(head) !== "strong" &&
      (!isBuilt(x) || isParallel(x)) &&
      !(members(x).length > 2 && isCounted(mod + inner))
    )
      return [];
    if (join === "等" && (!/活动$|行动$/u.test(head) || mod.length > 6)) return [];
    const tail = mod + inner + more;
    const lead = leadOf(s, open);
    const end = open + match[0].length;
    const list = members(x);
    const all = [x, x + tail, lead + x + tail, x + join + tail, x + mod + inner];
    if (head === "项目")
      return [
        mechanism(s, { start: open - lead.length, end: open + x.length + 2 }, lead + x, rule, [...all, x]),
      ];
    // The list is the description, the counted head the name: “甲、乙、丙、丁”四级共治模式.
    if (list.length > 2 && isCounted(tail))
      return [mechanism(s, { start: open, end }, tail, rule, x.length < 32 ? all : [])];
    const name = classOf(head) === "plain" || head === "工作" ? x : x + tail;
    const twin = twinOf(s.norm, open);
    if (twin !== undefined && classOf(head) === "weak" && join === "")
      return [mechanism(s, { start: open - twin.length - 2, end }, twin + x + tail, rule, all)];
    return [mechanism(s, { start: open, end }, name, rule, all)];
  });
}

export const quotedWithHead: MentionRule = {
  name: "mechanism/quoted-with-head",
  examples: {
    yes: [
      ["全市组织开展了项目建设“四比四看”活动。", "Mechanism:四比四看活动"],
      ["该县创新“并联+承诺”模式，压缩时间。", "Mechanism:并联+承诺模式"],
      ["深化“双城”融合，加快建设。", "Mechanism:双城融合"],
      ["推出“跨省办”场景35个。", "Mechanism:跨省办"],
      ["全力打造“三无”“三可”营商环境。", "Mechanism:三无三可营商环境"],
      ["严格执行“三清”工作标准，有序推进。", "Mechanism:三清工作标准"],
    ],
    no: [
      "吹响“冲锋号”，掀起新高潮。",
      "提供“保姆式”服务。",
      "营造“比学赶超”的浓厚氛围。",
      "打造“大健康”产业项目。",
    ],
  },
  propose: (s) => withHead(s, "mechanism/quoted-with-head").filter((m) => !isList(m)),
};

/** “甲、乙、丙”三级模式: the list says that the words are a name. */
const isList = (m: Mention): boolean => members(m.text.split("”")[0] ?? "").length > 2;

export const quotedList: MentionRule = {
  name: "mechanism/quoted-list",
  grammar: true,
  examples: {
    yes: [["建立“镇党委、村支部、党小组、党员户”四级共治模式。", "Mechanism:四级共治模式"]],
    no: ["全市组织开展了项目建设“四比四看”活动。"],
  },
  propose: (s) => withHead(s, "mechanism/quoted-list").filter(isList),
};

/** “甲”“乙”环境: the quoted name right before, when it is built alike. */
function twinOf(norm: string, open: number): string | undefined {
  const before = /“(?<x>[^“”。，]{2,8})”$/u.exec(norm.slice(Math.max(0, open - 10), open))?.groups?.["x"];
  return before !== undefined && isBuilt(before) ? before : undefined;
}

const ALONE =
  /“(?<x>[^“”。；！？，]{3,24})”(?!的(?!重点|总)|(?:精神|原则|方针|新目标|项目|手段|理念|理论|目标|要求|总要求|氛围|问题|之称|称号|现象|效应|说法|字样|格局|时代|期间|规划|转变|变为|升级)|为(?:主题|核心|主线|总))/gu;
/** Parallel words before a noun describe it; a name stands by itself. */
const STANDS_ALONE =
  /^(?:[，。；、“”！？（）]|\d|$|落实|等|制|工作|正式|刚|全面|已|取得|，|为(?:抓手|载体|引领|牵引))/u;
const IS_HEADED = /(?:行动|工程|计划|战略|工作法|机制|攻坚战)$/u;
/** Teams that were put together for a task. */
const TEAM = /^\p{Script=Han}{2,8}(?:战队|突击队|先锋队|服务队|攻坚队|工作专班)$/u;
/** “两个确保”, “三个一批”: so many aims, of which one cannot tell what they are without the name. */
const TALLIED_AIMS =
  /^[两二三四五六七八九十]个(?:确保|一批|深度融合|率先|更加|提升|转变|升级|倍增|突破|全覆盖|到位|一|优化|坚持|加快|争|专项行动)$/u;

/** 首个完成“一证多验”的项目: what is coined for a way of working names it before 的, too. */
const coinedBefore = (s: TokenSentence): RegExpExecArray[] =>
  allMatches(quotes(s), /“(?<x>[^“”。；！？，]{3,24})”(?=的(?!重点|总|精神|原则|方针|理念|目标))/gu).filter(
    (m) => isCoined(m.groups?.["x"] ?? ""),
  );

export const quotedAlone: MentionRule = {
  name: "mechanism/quoted-alone",
  examples: {
    yes: [
      ["围绕重点项目采取“五查法”，解决问题。", "Mechanism:五查法"],
      ["该市实施“街长吹哨、部门报到”，落实责任。", "Mechanism:街长吹哨、部门报到"],
      ["深入实施“小微企业成长计划”，加速形成效应。", "Mechanism:小微企业成长计划"],
      ["该园成为首个完成“一证多验”的项目。", "Mechanism:一证多验"],
      ["全市上下锚定“两个确保”，加快建设。", "Mechanism:两个确保"],
      ["各项工程的背后有支“青河战队”。", "Mechanism:青河战队"],
    ],
    no: ["推动项目落实到“最后一公里”。", "他是当地的“店小二”。", "推进“一带一路”建设。"],
  },
  propose: (s) =>
    [...allMatches(quotes(s), ALONE), ...coinedBefore(s)].flatMap((match): Mention[] => {
      const x = match.groups?.["x"] ?? "";
      const open = match.index;
      const aims = TALLIED_AIMS.test(x);
      const built = aims || (isBuilt(x) && !isTally(x) && (!isCounted(x) || x.length > 3 || isMethod(x)));
      const headed =
        (TEAM.test(x) || (IS_HEADED.test(x) && x.length > 4)) &&
        !/^(?:实施|开展|推进|启动|落实|打好)/u.test(x) &&
        !/^[一二]号|灯塔/u.test(x);
      if (SPOKEN.test(x) || !(headed || isCoined(x) || (built && broughtIn(s.norm, open)))) return [];
      if (/[的了]/u.test(x)) return [];
      const end = open + match[0].length;
      if (!headed && isParallel(x) && !STANDS_ALONE.test(s.norm.slice(end))) return [];
      const lead = leadOf(s, open);
      return [
        mechanism(
          s,
          { start: open, end },
          x,
          "mechanism/quoted-alone",
          lead === "" ? [] : [lead + x],
          headed ? 0.8 : 0.75,
        ),
      ];
    }),
};

/** 山地、林地、草地“三地同治”; 甲、乙、丙“三员”共治: the list before says what is counted. */
const COUNTS_LIST =
  /(?<list>\p{Script=Han}{2,8}(?:、\p{Script=Han}{2,8}){1,5})“(?<x>[二两三四五六七八九十]\p{Script=Han}{1,5})”(?<tail>(?:共管|共治|联动|统筹|导向|机制|模式|体系|管理|同创|融合|工作法|行动|工程)?)/gu;

export const countsList: MentionRule = {
  name: "mechanism/counts-list",
  grammar: true,
  examples: {
    yes: [["推行网格员、安全员、宣传员“三员”共治，覆盖全区。", "Mechanism:三员共治"]],
    no: ["水稻、玉米、大豆等“三农”产品。"],
  },
  propose: (s) =>
    allMatches(quotes(s), COUNTS_LIST).flatMap((match): Mention[] => {
      const { list = "", x = "", tail = "" } = match.groups ?? {};
      const numeral = numberOf(x[0] ?? "");
      if (numeral !== members(list).length || !isCounted(x) || (tail === "" && x.length < 3)) return [];
      const end = match.index + match[0].length;
      const start = match.index + list.length;
      return [mechanism(s, { start, end }, x + tail, "mechanism/counts-list", [x])];
    }),
};

/** 某行动“甲乙”, 12388平台“丙丁”, 某计划“戊己”重点专项: the quoted name belongs to the one before. */
const APPOSED =
  /(?:行动|计划|平台|战略|攻坚战)(?=“(?<x>[^“”，。；]{3,24})”(?<tail>(?:重点专项|专项|重点项目|子平台|模块)?))/gu;

export const apposed: MentionRule = {
  name: "mechanism/apposed",
  grammar: true,
  examples: {
    yes: [
      ["该市将绿化作为城市美化行动“两带四工程”的重点内容。", "Mechanism:两带四工程"],
      ["某公司获批省级重点研发计划“黑钻石开发与利用”重点专项。", "Mechanism:黑钻石开发与利用重点专项"],
    ],
    no: ["他在行动中说“大家辛苦了”。"],
  },
  propose: (s) =>
    allMatches(quotes(s), APPOSED).flatMap((match): Mention[] => {
      const { x = "", tail = "" } = match.groups ?? {};
      if (
        tail === "" &&
        !isBuilt(x) &&
        !(match[0].endsWith("平台") && /(?:池|库|专区|专栏|码|模块|窗口)$/u.test(x))
      )
        return [];
      const start = match.index + match[0].length;
      const end = start + x.length + 2 + tail.length;
      const from = nominalStart(s, start, { longest: 14, tags: TAGS, stop: STOP });
      const host = s.norm.slice(from, start);
      const own = mechanism(s, { start, end }, x + tail, "mechanism/apposed", [x, host + x]);
      return host.length < 4 || /^\d/u.test(host)
        ? [own]
        : [mechanism(s, { start: from, end: start }, host, "mechanism/apposed", [], 0.75), own];
    }),
};
