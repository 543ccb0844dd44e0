/**
 * Names without quotation marks that a telling word ends: 推进甲提质工程, 打好乙攻坚战, 实施丙战略, 林长制, 12388平台.
 * @module
 */

import { alternatives } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import { nominalStart } from "../nominal.ts";
import type { Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";
import { INNER, STOP, TAGS } from "./boundary.ts";
import { broughtIn, mechanism, VERBS } from "./words.ts";

/** What stands before 工程 when it is a programme and no building site. */
const ABSTRACT = `(?:${alternatives("mechanism-aims")})`;
export const HEADED: RegExp = new RegExp(
  `(?<head>(?<=${ABSTRACT})工程|(?<=三年|专项|提升|提质|升级|攻坚|整治|振兴|培育|会战|倍增|百日|四季|创建|更新|惠民|帮扶|促进|保护|治理|清零|护航|改革|服务)行动(?:计划)?|专项整治|综合整治|(?<!新|持久|大|保|空|商|价格|一|舌|、)(?:攻坚|保卫|歼灭|阻击)战|(?:(?:驱动|融合|协调|协同|一体化|可持续)发展|振兴|强国|强省|强市|强县|强区|强州|强镇|立市|兴市|兴县|兴州|兴区|富民|项目|人才|驱动|首位|带动|品牌|开放|倍增)战略|(?<=推进|培育|提升|倍增|攻坚|培养|引进|跨越|成长|领航|引育|研发|行动|激励|资助|助力)计划|(?:推进|提升|攻坚|建设|服务|落实|突破|会战|发展|改革|治理|创新|整治|效能)年活动|以旧换新|(?<=竞赛|创建|承诺)活动|(?<=员|官|长|责任|联席会议|包保|承诺|秘书|专班|管家|积分|网格)制度)(?![书内者区部长员点]|试点|支点|定位|目标|机遇|要求|实施方案|方案|意见|投资)`,
  "gu",
);
/** Nothing in them says which one it is. */
const BARE = new RegExp(`^(?:${alternatives("mechanism-bare")})*$`, "u");
/** Heads that name a programme wherever they stand; the others want a verb of doing before them. */
const FREE = /(?:行动(?:计划)?|战|年活动)$/u;

/** The part of a coordination that the head belongs to is the whole: 绿地、清水保卫战. */
function widen(s: TokenSentence, start: number, head: number): number {
  const last = s.norm.slice(start, head);
  const before = /(?<list>(?:\p{Script=Han}{2,6}、){1,4})$/u.exec(s.norm.slice(0, start));
  const first = before?.groups?.["list"]?.split("、").slice(0, -1) ?? [];
  const even = first.slice(1).every((m) => m.length === last.length);
  if (!before || !even || first.length === 0) return start;
  if (first.some((m) => /(?:工程|行动|战略|计划|战)$/u.test(m))) return start;
  const lead = (first[0] ?? "").slice(-last.length);
  return lead.length === last.length
    ? start - first.slice(1).reduce((n, m) => n + m.length + 1, 0) - last.length - 1
    : start;
}

/** Verbs right before the head belong to the name: 人才推进计划, 项目冲刺攻坚计划. */
function beforeVerbs(s: TokenSentence, head: number): number {
  const verb = s.tokens.find((t) => t.end === head);
  return verb && STOP.has(verb.text) && verb.text.length === 2 ? verb.start : head;
}

function propose(s: TokenSentence, doc: TokenDoc): Mention[] {
  return allMatches(s.norm, HEADED).flatMap((match): Mention[] => {
    const head = match.groups?.["head"] ?? "";
    const end = match.index + match[0].length;
    let start = nominalStart(s, beforeVerbs(s, match.index), {
      longest: 26,
      tags: TAGS,
      stop: STOP,
      inner: INNER,
    });
    if (start >= match.index) return [];
    if (s.norm.startsWith("全面振兴", start - 2)) start -= 2;
    const verb = new RegExp(`^(?:深入)?(?:${VERBS}|打)(?:好|赢|了)?`, "u").exec(
      s.norm.slice(start, match.index),
    );
    if (verb && verb[0].length < match.index - start - 1 && !/^(?:建设|发展|创新)/u.test(verb[0]))
      start += verb[0].length;
    const place = doc.gazetteer.scan(s.norm.slice(start, match.index))[0];
    const lead =
      place?.start === 0
        ? place.end
        : (/^(?:全市|全省|全县|全区|我市|我省)/u.exec(s.norm.slice(start, end))?.[0].length ?? 0);
    // 甲和乙制度 are two; 甲设施和乙质量提升行动 is one.
    const joined = /(?:战略|制度)$/u.test(head)
      ? Math.max(0, s.norm.slice(start + lead, match.index).search(/[和与][^和与]{3,}$/u) + 1)
      : 0;
    const own = start + lead + joined;
    const whole = widen(s, own, match.index);
    const words = s.norm.slice(own, match.index);
    if ((words.length < 2 && whole === own) || (head === "工程" && words.length < 4)) return [];
    if (
      (head.length < 5 && BARE.test(words)) ||
      /^\d|^[和与及]|[，。；“”：]/u.test(words) ||
      /^(?:总体|发展|区域|竞争|经营|企业|公司|中长期)$/u.test(words)
    )
      return [];
    if (!FREE.test(head) && !broughtIn(s.norm, own) && own !== 0) return [];
    const name = s.norm.slice(whole, end);
    const aliases = [
      s.norm.slice(start, end),
      ...(/(?<=三年)行动$/u.test(name) && name.length > 6 ? ["三年行动"] : []),
    ];
    return [mechanism(s, { start: whole, end }, name, "mechanism/headed", aliases, 0.75)];
  });
}

export const headed: MentionRule = {
  name: "mechanism/headed",
  examples: {
    yes: [
      ["推进中小企业提质工程。", "Mechanism:中小企业提质工程"],
      ["坚决打好荒漠化防治攻坚战，全面推进治理。", "Mechanism:荒漠化防治攻坚战"],
      ["该市深入实施开放驱动发展战略，成为先进。", "Mechanism:开放驱动发展战略"],
      ["开展殡葬行业专项整治，秩序进一步规范。", "Mechanism:殡葬行业专项整治"],
    ],
    no: ["推进道路改造工程，完成攻坚行动。", "公司按照总体战略投资。"],
  },
  propose,
};

const LONG_TERM = /(?:河湖林|河湖|河|湖|林|田|链|路|街|片|山|湾|滩|楼栋|点|所|警|网格)长制/gu;

export const chiefs: MentionRule = {
  name: "mechanism/chiefs",
  examples: {
    yes: [["全市推行林长制，管护山林。", "Mechanism:林长制"]],
    no: ["公司实行董事长制度。"],
  },
  propose: (s) =>
    allMatches(s.norm, LONG_TERM).flatMap((match): Mention[] => {
      const end = match.index + match[0].length;
      if (
        /^(?:度|造|定|约|裁|品|冷)/u.test(s.norm.slice(end)) ||
        /董事|校|局|会$/u.test(s.norm.slice(0, match.index).slice(-2))
      )
        return [];
      return [mechanism(s, { start: match.index, end }, match[0], "mechanism/chiefs", [], 0.85)];
    }),
};

const HOTLINE = /(?<!\d)(?<number>1\d{4})(?:(?:政务服务)?(?:便民)?(?:服务)?(?:平台|热线)(?:平台)?)/gu;

export const hotline: MentionRule = {
  name: "mechanism/hotline",
  examples: {
    yes: [["群众拨打12388平台反映问题。", "Mechanism:12388平台"]],
    no: ["全年办理12388件。"],
  },
  propose: (s) =>
    allMatches(s.norm, HOTLINE).map((m) =>
      mechanism(
        s,
        { start: m.index, end: m.index + m[0].length },
        m[0],
        "mechanism/hotline",
        [m.groups?.["number"] ?? ""],
        0.9,
      ),
    ),
};
