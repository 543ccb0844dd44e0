/** Candidates for what a project costs. @module */
import { allMatches } from "../../matches.ts";
import { modality } from "../status.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { rowOf } from "./units.ts";
import { between } from "./value-features.ts";
import type { AddValue } from "./value-types.ts";

/** 170个项目, 等项目, 合计: the sum may be that of many. */
const MANY = /\d+余?[个项](?!月)|等(?:\d+|一批|重大|重点)|这些|各类|合计|累计|共计|全[市省区县国年]|分别/gu;

/** Each sum of yuan with each project. */
export function sums(s: DocSentence, doc: Doc, subjects: readonly Mention[], add: AddValue): void {
  const row = rowOf(s);
  const money = s.quantities.filter(
    (q) => q.kind === "money" && q.currency === "CNY" && q.perUnit === undefined,
  );
  for (const q of money)
    for (const subject of subjects) {
      // What a semicolon parts is told of another.
      if (
        subject.end > 0 &&
        /[；。！？]/u.test(s.norm.slice(Math.min(subject.end, q.end), Math.max(subject.start, q.start)))
      )
        continue;
      const out: string[] = ["bias"];
      between(s, doc, row, subject, q.start, q.end, out);
      const before = s.norm.slice(0, q.start);
      const clause = Math.max(...["，", "。", "；", "："].map((m) => before.lastIndexOf(m))) + 1;
      const own = s.norm.slice(clause, q.start);
      for (const word of own.match(
        /总投资|投资|概算|造价|预算|产值|收入|销售|税|利润|完成|累计|已|一期|二期|首期|其中|今年|年度|注册资本|融资|补助|资金|贷款|合同|签约|中标|控制价|每年|预计|达产/gu,
      ) ?? [])
        out.push(`own:${word}`);
      for (const match of allMatches(s.norm, MANY))
        out.push(match.index < q.start ? `many<:${match.index >= clause}` : "many>");
      out.push(`nm:${Math.min(4, money.length)}`, `mag:${Math.floor(Math.log10(Math.max(1, q.value)))}`);
      if (q.qualifier !== undefined) out.push(`q:${q.qualifier}`);
      out.push(`m:${modality(s, doc, q.start, q.end)}`);
      add({
        property: "totalInvestment",
        subject,
        value: q.value,
        sentence: s,
        start: q.start,
        end: q.end,
        quantity: q,
        proposals: [],
        features: out,
      });
    }
}
