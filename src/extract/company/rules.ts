/**
 * The mention rules of companies. All draw on one search per report (`known.ts`); each hands on what was found its way.
 * @module
 */
import type { CompanyDoc, Examples, Mention, MentionRule, TokenSentence } from "../types.ts";

function rule(name: string, priority: number, examples: Examples): MentionRule {
  return {
    name,
    priority,
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
  rule("company/legal-form", 60, {
    yes: [
      ["记者走进甲乙汇电气股份有限公司试验大厅。", "Company:甲乙汇电气股份有限公司"],
      ["项目由盛辉能源集团有限公司中南分公司负责。", "Company:盛辉能源集团有限公司中南分公司"],
      ["生产基地项目效果图盛辉生物科技有限公司是一家食品企业。", "Company:盛辉生物科技有限公司"],
      ["农安铁路局介绍，货场开工。", "Company:农安铁路局"],
    ],
    no: ["8家央企和多家企业到场。", "该公司表示，物流公司不足。", "国家铁路局发布通知。"],
  }),
  rule("company/group-before-subsidiary", 60, {
    yes: [["云岭集团昆明市盛辉耐火材料制造有限公司车间里一片繁忙。", "Company:云岭集团"]],
    no: ["云岭集团有限公司车间里一片繁忙。"],
  }),
  rule("company/numbered-bureau", 62, {
    yes: [["由中铁九十九局负责施工的隧道已经开挖。", "Company:中铁九十九局"]],
    no: ["中铁在当地有项目。"],
  }),
  rule("company/central-enterprise", 55, {
    yes: [
      ["中国电建在当地投资建厂。", "Company:中国电力建设集团有限公司"],
      ["农业银行农安县支行提供贷款。", "Company:农业银行农安县支行"],
    ],
    no: ["中国建筑业发展迅速。"],
  }),
  rule("company/place-in-brackets", 60, {
    yes: [["云岭水务集团（香港）投资建设污水处理项目。", "Company:云岭水务集团（香港）"]],
    no: ["云岭水务集团投资建设污水处理项目。"],
  }),
  rule("company/second-plate", 58, {
    yes: [["总投资20亿元的江苏云岭集团（辽宁盛辉）特种合金零件生产基地项目开工。", "Company:辽宁盛辉"]],
    no: ["江苏云岭集团（南京）特种合金零件生产基地项目开工。"],
  }),
  rule("company/enumerated", 45, {
    yes: [
      ["西门子、伊莱克斯等8家企业到会。", "Company:伊莱克斯"],
      ["园区汇聚了西门子、伊莱克斯等一批行业龙头企业。", "Company:伊莱克斯"],
    ],
    no: ["冷轧、镀锌等8道工序。", "园区汇聚了芯片、机床等一批行业龙头企业。"],
  }),
  rule("company/apposition", 45, {
    yes: [["园区有国内最大罐车物流平台云罐网，还有银行。", "Company:云罐网"]],
    no: ["园区有国内最大的平台。"],
  }),
  rule("company/sector-ending", 48, {
    yes: [["三一重工和徐工机械到会。", "Company:三一重工"]],
    no: ["重工业发展良好。"],
  }),
  rule("company/post-after", 48, {
    yes: [["西门子董事长到会。", "Company:西门子"]],
    no: ["该村理事长到会。"],
  }),
  rule("company/kind-before", 46, {
    yes: [["为家电巨头西门子配套生产。", "Company:西门子"]],
    no: ["为家电企业配套生产。"],
  }),
  rule("company/by-investor", 48, {
    yes: [
      ["项目由西门子投资建设。", "Company:西门子"],
      ["该基地由云杉中国与东久新宜合作开发建设。", "Company:东久新宜"],
    ],
    no: ["项目由政府投资建设。"],
  }),
  rule("company/investor-verb", 46, {
    yes: [["西门子投资3亿元建厂。", "Company:西门子"]],
    no: ["政府投资3亿元建厂。"],
  }),
  rule("company/coordinated", 45, {
    yes: [["为家电巨头飞利浦、西门子等配套。", "Company:西门子"]],
    no: ["为家电、汽车等配套。"],
  }),
  rule("company/coined", 47, {
    yes: [
      ["签约浙江煜沃机电、舜霁健康，", "Company:浙江煜沃机电"],
      ["园区汇聚煜卡、蓝舜生物、上沃医药等。", "Company:蓝舜生物"],
    ],
    no: ["当日签约高端机电、大健康。", "培育生物医药、智能装备等企业。"],
  }),
  rule("company/listed-share", 47, {
    yes: [["西门子（600999）8月9日收报12元。", "Company:西门子"]],
    no: ["该股（600999）8月9日收报12元。"],
  }),
  rule("company/partner", 46, {
    yes: [["该市与西门子达成战略合作。", "Company:西门子"]],
    no: ["该市与农业农村部达成战略合作。"],
  }),
  rule("company/guests", 65, {
    yes: [["园区引进西门子、伊莱克斯等一批商业和功能配套项目落地。", "Company:伊莱克斯"]],
    no: ["园区引进高端机床、智能装备等一批优质产业项目。"],
  }),
  rule("company/guest", 46, {
    yes: [["多家企业来此投资，例如西门子、其他有业务的公司。", "Company:西门子"]],
    no: ["园区引进高校等知名院校。"],
  }),
  rule("company/acts", 45, {
    yes: [["西门子将在当地扩产。", "Company:西门子"]],
    no: ["农业农村部将在当地试点。"],
  }),
  rule("company/owns", 45, {
    yes: [["走进西门子的生产车间，西门子工厂里一片忙碌。", "Company:西门子"]],
    no: ["走进该厂的生产车间。"],
  }),
  rule("company/people", 45, {
    yes: [["西门子相关负责人到会。", "Company:西门子"]],
    no: ["园区相关负责人到会。"],
  }),
  rule("company/speaks", 44, {
    yes: [["西门子表示，产品供不应求。", "Company:西门子"]],
    no: ["商务部表示，产品供不应求。"],
  }),
];
