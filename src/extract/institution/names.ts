/**
 * Institutions: universities, hospitals, laboratories, associations, and the outlet that prints the report.
 * @module
 */
import { alternation, lexicon } from "../lexicon.ts";
import { nominalStart } from "../nominal.ts";
import type { DocSentence, Mention, MentionRule } from "../types.ts";

const HEAD = new RegExp(`(?:${alternation(lexicon("institution-heads"))})(?![生长里内校们])`, "gu");
/** Compound heads bind further names: 某某大学附属第一医院. */
const INNER = new Set([
  "附属",
  "第一",
  "第二",
  "第三",
  "第四",
  "第五",
  "人民",
  "中心",
  "国家",
  "省级",
  "联合",
  "重点",
  "工程",
  "技术",
  "科技",
  "国际",
  "师范",
  "理工",
  "职业",
  "农业",
  "建筑",
  "交通",
]);
const STOP = new Set([
  "各类",
  "多所",
  "一所",
  "所",
  "家",
  "全国",
  "国内",
  "省内",
  "知名",
  "高校",
  "与",
  "和",
  "等",
  "多家",
  "我省",
  "我市",
  "全市",
  "全省",
  "乡镇",
  "村",
  "农村",
  "合作",
  "共建",
  "近日",
  "今年",
  "去年",
  "联合",
  "公立",
  "民办",
  "基层",
  "重点",
]);
const GENERIC = new RegExp(
  `^(?:国家级|省级|市级|国家|重点|大型|公办|新|建强|新建|乡镇|社区|农村|产业|企业|研发|技术|科技|创新|战略|行业|高等|中等|职业|联合|专科|综合|中心|三甲)*(?:${alternation(lexicon("institution-heads"))})$`,
  "u",
);

const mention = (s: DocSentence, start: number, end: number, rule: string, confidence: number): Mention => ({
  type: "Institution",
  start,
  end,
  text: s.sentence.text.slice(start, end),
  name: s.norm.slice(start, end),
  rule,
  confidence,
});

export const ending: MentionRule = {
  name: "institution/ending",
  priority: 56,
  examples: {
    yes: [
      ["该市将深化与辽宁工程大学的合作。", "Institution:辽宁工程大学"],
      ["清河湾矿业实验室正式挂牌运行。", "Institution:清河湾矿业实验室"],
    ],
    no: ["应届大学生来此就业。", "建强乡镇卫生院3家。"],
  },
  propose: (s) =>
    [...s.norm.matchAll(HEAD)].flatMap((match) => {
      const end = match.index + match[0].length;
      const start = Math.min(match.index, nominalStart(s, end, { inner: INNER, stop: STOP, longest: 26 }));
      const name = s.norm.slice(start, end);
      if (name.length < 4 || GENERIC.test(name) || /^\d|^[一二三四五六七八九十两几多]+[所家个]/u.test(name))
        return [];
      // Enough is a name or a place inside; a bare field of study is no institution.
      const named =
        s.tokens.length === 0 ||
        s.tokens.some((t) => t.start < end && start < t.end && /^(?:ORG|LOC|nz|PER)$/.test(t.tag));
      return named ? [mention(s, start, end, "institution/ending", 0.85)] : [];
    }),
};

const OUTLET = new RegExp(
  `(?<=^|[（(。”》 \\n])(?<name>[\\p{Script=Han}·]{2,12}?(?:${alternation(lexicon("outlet-heads"))}))(?=（[^（）]{2,10}）讯|讯|(?:全媒体|首席|见习|特约)?记者|\\p{Script=Han}{2,6}\\d{1,2}月\\d{1,2}日电)`,
  "gu",
);
const OWN = /^本报(?=讯|记者|特约|通讯员| )/gu;

export const outlet: MentionRule = {
  name: "institution/outlet",
  priority: 65,
  examples: {
    yes: [["大青新闻讯 记者从发布会上获悉，项目已开工。", "Institution:大青新闻"]],
    no: ["新闻发布会昨日召开。"],
  },
  propose: (s) => [
    ...[...s.norm.matchAll(OUTLET)].map((m) =>
      mention(s, m.index, m.index + (m.groups?.["name"] ?? "").length, "institution/outlet", 0.9),
    ),
    ...[...s.norm.matchAll(OWN)].map((m) =>
      mention(s, m.index, m.index + m[0].length, "institution/outlet", 0.9),
    ),
  ],
};
