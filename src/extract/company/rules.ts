/**
 * The mention rules of companies. All draw on one search per report (`known.ts`); each hands on what was found its way.
 * @module
 */
import type { CompanyDoc, Examples, Mention, MentionRule, TokenSentence } from "../types.ts";

function rule(name: string, examples: Examples): MentionRule {
  return {
    name,
    examples,
    propose: (s: TokenSentence, doc: CompanyDoc): Mention[] =>
      (doc.companies.bySentence.get(s.sentence) ?? [])
        .filter((c) => c.rule === name)
        .map((c) => ({
          type: "Company",
          start: c.start,
          end: c.end,
          text: s.sentence.text.slice(c.start, c.end),
          name: c.name,
          rule: name,
          confidence: c.confidence,
          ...(c.aliases ? { aliases: c.aliases } : {}),
          ...(c.parent
            ? {
                parts: [
                  {
                    type: "Company" as const,
                    start: c.start,
                    end: c.parent.end,
                    text: s.sentence.text.slice(c.start, c.parent.end),
                    name: c.parent.name,
                    rule: name,
                    confidence: c.confidence,
                  },
                ],
              }
            : {}),
        })),
  };
}

export const companyRules: readonly MentionRule[] = [
  rule("company/legal-form", {
    yes: [
      ["记者走进甲乙汇电气股份有限公司试验大厅。", "Company:甲乙汇电气股份有限公司"],
      ["项目由盛辉能源集团有限公司中南分公司负责。", "Company:盛辉能源集团有限公司中南分公司"],
      ["生产基地项目效果图盛辉生物科技有限公司是一家食品企业。", "Company:盛辉生物科技有限公司"],
      ["农安铁路局介绍，货场开工。", "Company:农安铁路局"],
    ],
    no: ["8家央企和多家企业到场。", "该公司表示，物流公司不足。", "国家铁路局发布通知。"],
  }),
  rule("company/group-before-subsidiary", {
    yes: [["云岭集团昆明市盛辉陶瓷制造有限公司厂房里一片繁忙。", "Company:云岭集团"]],
    no: ["云岭集团有限公司车间里一片繁忙。"],
  }),
  rule("company/numbered-bureau", {
    yes: [["由中铁九十九局负责施工的隧道已经开挖。", "Company:中铁九十九局"]],
    no: ["中铁在当地有项目。"],
  }),
  rule("company/central-enterprise", {
    yes: [
      ["中国电建在当地投资建厂。", "Company:中国电力建设集团有限公司"],
      ["农业银行农安县支行提供贷款。", "Company:农业银行农安县支行"],
    ],
    no: ["中国建筑业发展迅速。"],
  }),
  rule("company/place-in-brackets", {
    yes: [["云岭水务集团（香港）投资建设污水处理项目。", "Company:云岭水务集团（香港）"]],
    no: ["云岭水务集团投资建设污水处理项目。"],
  }),
  rule("company/second-plate", {
    yes: [["总投资20亿元的江苏云岭集团（辽宁盛辉）特种合金零件生产基地项目开工。", "Company:辽宁盛辉"]],
    no: ["江苏云岭集团（南京）特种合金零件生产基地项目开工。"],
  }),
  rule("company/enumerated", {
    yes: [
      ["维克西、莱茵特克等8家企业到会。", "Company:莱茵特克"],
      ["园区汇聚了维克西、莱茵特克等一批行业龙头企业。", "Company:莱茵特克"],
    ],
    no: ["冷轧、镀锌等8道工序。", "园区汇聚了芯片、机床等一批行业龙头企业。"],
  }),
  rule("company/sector-ending", {
    yes: [["青禾重工到会。", "Company:青禾重工"]],
    no: ["重工业发展良好。"],
  }),
];
