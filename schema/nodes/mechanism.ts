/**
 * Named ways of working: what these reports are full of and no general schema has.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Mechanism",
  base: "entity",
  labels: { zh: "机制", en: "Mechanism" },
  plural: "Mechanisms",
  description: {
    zh: "有名称的工作方式：管理体系、行动、计划、工作法、服务平台、评选；不是文件的规划。",
    en: "A named way of working: a management system, campaign, programme, method, service platform, award, or a plan that is not a document.",
  },
  key: ["id"],
  caption: "name",
  color: "#7f6101",
  shape: "diamond",
  icon: "制",
  page: {
    path: "mechanisms",
    summary: [
      { edge: "ISSUES", dir: "in", say: { zh: "由{}出台", en: "issued by {}" } },
      { edge: "LEADS", dir: "in", say: { zh: "由{}牵头", en: "led by {}" } },
      { edge: "PART_OF", dir: "out", say: { zh: "属于{}", en: "part of {}" } },
      { property: "rhythm", say: { zh: "{}", en: "{}" } },
    ],
    header: ["kind", "rhythm"],
    timeline: [],
    sections: [
      { edge: "LEADS", dir: "in" },
      { edge: "ISSUES", dir: "in" },
      { edge: "PART_OF", dir: "in" },
      { edge: "PART_OF", dir: "out" },
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { property: "kind" },
        { edge: "ISSUES", dir: "in" },
        { edge: "LEADS", dir: "in" },
        { edge: "PART_OF", dir: "in" },
        { property: "rhythm" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "kind", property: "kind" }, { name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-reports",
    },
  },
  properties: {
    kind: { kind: "text", optional: true, zh: "类别", en: "kind" },
    rhythm: { kind: "texts", optional: true, zh: "节奏", en: "rhythm" },
    rhythmEvidence: { kind: "evidence", optional: true, zh: "节奏依据", en: "evidence of the rhythm" },
  },
  example: {
    zh: "云泽市建立“两级调度”机制，每月召开一次调度会。",
    en: "Yunze has set up the mechanism “two-level dispatch”, which meets once a month.",
    properties: { name: "两级调度", rhythm: ["每月一次"] },
  },
} as const;

export const mechanism: NodeDefinition<typeof spec> = defineNode(spec);
