/**
 * Documents with a title, which can be cited.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Policy",
  base: "entity",
  labels: { zh: "政策文件", en: "Policy" },
  plural: "Policies",
  description: {
    zh: "有标题的文件（多带书名号），或带编号的一组措施。",
    en: "A document with a title, mostly in 《》, or a numbered set of measures.",
  },
  key: ["id"],
  caption: "name",
  color: "#7f8deb",
  shape: "square",
  icon: "策",
  page: {
    path: "policies",
    summary: [{ edge: "ISSUES", dir: "in", say: { zh: "由{}出台", en: "issued by {}" } }],
    header: ["description"],
    timeline: [],
    sections: [
      { edge: "ISSUES", dir: "in" },
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [{ edge: "ISSUES", dir: "in" }, { field: "reports" }, { field: "reportDate" }],
      facets: [{ edge: "ISSUES", dir: "in", name: "issuer" }, { name: "year" }, { name: "report" }],
      sort: "-reports",
    },
  },
  properties: {},
  example: {
    zh: "云泽市出台《云泽市优化营商环境若干措施》。",
    en: "Yunze has issued “Measures of Yunze for a Better Business Environment”.",
    properties: { name: "云泽市优化营商环境若干措施" },
  },
} as const;

export const policy: NodeDefinition<typeof spec> = defineNode(spec);
