/**
 * Who does business: invests, builds, makes, lends.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Company",
  base: "entity",
  labels: { zh: "企业", en: "Company" },
  plural: "Companies",
  description: {
    zh: "企业、集团、工厂、银行等经营主体。",
    en: "An enterprise, group, factory, bank or other commercial operator.",
  },
  key: ["id"],
  caption: "name",
  color: "#3463bc",
  shape: "circle",
  icon: "企",
  page: {
    path: "companies",
    summary: [
      { edge: "LOCATED_IN", dir: "out", say: { zh: "位于{}", en: "located in {}" } },
      { edge: "INVESTS", dir: "out", say: { zh: "投资{}", en: "invests in {}" } },
      { edge: "WORKS_FOR", dir: "in", say: { zh: "任职者有{}", en: "people: {}" } },
    ],
    header: ["description"],
    timeline: [],
    sections: [
      { edge: "INVESTS", dir: "out" },
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "WORKS_FOR", dir: "in" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { edge: "LOCATED_IN", dir: "out" },
        { edge: "INVESTS", dir: "out" },
        { edge: "WORKS_FOR", dir: "in" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-reports",
    },
  },
  properties: {},
  example: {
    zh: "澄岳重工集团有限公司落户云泽市。",
    en: "Chengyue Heavy Industry Group Co., Ltd. has settled in Yunze.",
    properties: { name: "澄岳重工集团有限公司", aliases: ["澄岳重工"] },
  },
} as const;

export const company: NodeDefinition<typeof spec> = defineNode(spec);
