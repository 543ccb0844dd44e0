/**
 * What a project costs: 总投资38.9亿元的甲项目; 甲项目，总投资60亿元; 乙公司投资15亿元建设甲项目. Sums in other currencies and sums of lists are left out.
 * @module
 */
import type { Quantity } from "../quantity/index.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { impliedScope, scopesOf } from "./scope.ts";

const TOTAL =
  /(?:投资|斥资|出资|增资|投入|耗资|造价|概算|预算)(?:总额|总?金额|额|规模|概算|估算|预算)?(?:约为|约|为|达到|达|超过|超|近|共|共计|概算|预计|预估|高达|大约|不低于)?$/u;
/** What the whole costs, said without naming it: 总投资2.67亿元. */
const PLAIN_TOTAL =
  /(?:总投资|投资总额|投资金额|投资额|协议投资|计划投资|概算投资|耗资|总造价|总概算)(?:总?额|金额|规模|概算)?(?:约为|约|为|达到|达|超过|超|近|高达|预计|共)?$/u;
/** Sums of many projects, or of money moved. */
const MANY = /\d+余?[个项](?!月)|这些|各类|合计|累计|共计|全[市省区县年]|分别/u;
const YEARLY = /(?:完成|累计|今年|年度|已|年内|需)[^，。；]{0,6}(?:投资|投入)|销售|收入|产值|税|利润/u;

/** A sum that the words before it call an investment. */
function isTotal(norm: string, money: Quantity): boolean {
  const before = norm.slice(Math.max(0, money.start - 14), money.start).trimEnd();
  if (money.currency !== "CNY" || money.perUnit !== undefined) return false;
  if (YEARLY.test(before)) return false;
  return (
    TOTAL.test(before) || TOTAL.test(norm.slice(Math.max(0, money.start - 12), money.numberStart).trimEnd())
  );
}

/** The whole of which `name` is a phase, as known anywhere in the report. */
function wholeOf(doc: Doc, name: string): string | undefined {
  for (const list of doc.projects.values())
    for (const p of list) if (p.name === name && p.whole !== undefined) return p.whole;
  return undefined;
}

/** 甲项目计划投资65亿元，建设…: the sum is that of the project before it in its clause. */
function ownClause(norm: string, projects: readonly Mention[], position: number): boolean {
  const clause = Math.max(
    ...["，", "。", "；", "：", "！"].map((mark) => norm.lastIndexOf(mark, position - 1)),
  );
  return projects.some(
    (p) => p.start > clause && p.end <= position && !/[内里在]/u.test(norm.slice(p.end, position)),
  );
}

/** The sum of the project that the paragraph goes on about. */
function implied(s: DocSentence, sums: readonly Quantity[]): Draft[] {
  const scope = impliedScope(s);
  const [subject] = scope?.projects ?? [];
  if (!scope || !subject || sums.length !== 1 || MANY.test(s.norm)) return [];
  return sums.flatMap((sum) => {
    const clause = scope.clauses.find((c) => c.start <= sum.start && sum.end <= c.end);
    const before = s.norm.slice(clause?.start ?? sum.start, sum.start).trimEnd();
    const bare = s.norm.slice(clause?.start ?? sum.start, sum.numberStart).trimEnd();
    return clause && (PLAIN_TOTAL.test(before) || PLAIN_TOTAL.test(bare)) && bare.length <= 12
      ? [draft(subject, sum, 0.5)]
      : [];
  });
}

const draft = (subject: Mention, money: Quantity, confidence: number): Draft => ({
  kind: "value",
  subject,
  property: "totalInvestment",
  value: money.value,
  // 10亿元至12亿元 is at least the lower end.
  ...(money.high !== undefined
    ? { qualifier: ">=" }
    : money.qualifier === undefined
      ? {}
      : { qualifier: money.qualifier }),
  status: "stated",
  original: money.text,
  start: money.start,
  end: money.end,
  confidence,
});

export const moneyRule: ClaimRule = {
  name: "project/total-investment",
  examples: {
    yes: [
      ["计划总投资27.6亿元的临港铁矿项目预计明年开工。", "Project:临港铁矿.totalInvestment=2760000000"],
      [
        "云岭集团投资15亿元建设特种合金零件生产基地。",
        "Project:云岭集团特种合金零件生产基地.totalInvestment=1500000000",
      ],
      ["临港铁矿项目位于农安县。总投资38.9亿元，占地300亩。", "Project:临港铁矿.totalInvestment=3890000000"],
    ],
    no: ["临港铁矿项目今年完成投资3亿元。", "云岭集团投资337万美元建设特种合金零件生产基地。"],
  },
  apply: (s, doc) => {
    const sums = s.quantities.filter((q) => q.kind === "money" && isTotal(s.norm, q));
    if (sums.length === 0) return [];
    const listed = (p: Mention): boolean =>
      (doc.projects.get(s.sentence) ?? []).some((k) => k.listed && k.start === p.start && k.end === p.end);
    const drafts: Draft[] = [];
    const projects = s.mentions.filter((m) => m.type === "Project");
    const scopes = scopesOf(s);
    if (projects.length === 0) return implied(s, sums);
    for (const sum of sums) {
      // 总投资X的甲项目, 投资X建设甲项目, 投资X，建设甲项目
      const next = projects.find((p) => p.start >= sum.end);
      const gap = next ? s.norm.slice(sum.end, next.start) : "";
      if (
        next &&
        gap.length <= 40 &&
        (/^(?:的|，?(?:主要|用于|先后|重点)?(?:建设|新建|打造|扩建|启动|兴建|实施|投建|扩大|改造))/u.test(
          gap,
        ) ||
          gap === "") &&
        !/[。；]|等\d/u.test(gap) &&
        !(gap.startsWith("，") && ownClause(s.norm, projects, sum.start))
      ) {
        if (!listed(next)) drafts.push(draft(next, sum, 0.9));
        continue;
      }
      const scope = scopes.findLast(
        ({ projects: own, clauses }) =>
          (own[0]?.start ?? 0) < sum.start && clauses.some((c) => c.start <= sum.start && sum.end <= c.end),
      );
      // 为建设某项目，甲公司总投资X: the purpose is what the sum is for.
      const purpose = /^(?:为|为了)/u.test(s.norm) && projects.length === 1 ? projects[0] : undefined;
      const subject = scope?.projects.filter((p) => p.end <= sum.start).at(-1) ?? purpose;
      if (!subject || listed(subject) || /合计|共计|总计/u.test(s.norm.slice(subject.end, sum.start)))
        continue;
      // 项目总投资60亿元，分两期: the sum is that of the whole.
      const whole = /分[两二三四五]期/u.test(s.norm) ? wholeOf(doc, subject.name) : undefined;
      const phased = /[一二三四首]期(?:计划)?投资/u.test(
        s.norm.slice(Math.max(0, sum.start - 8), sum.numberStart),
      );
      // 首期投资2-3亿元: not settled, and not the whole.
      if (phased && sum.high !== undefined) continue;
      drafts.push(
        draft(whole === undefined ? subject : { ...subject, name: whole }, sum, phased ? 0.6 : 0.85),
      );
    }
    return drafts;
  },
};
