/**
 * A named undertaking that is built or invested in. Where reports differ, every value is kept beside the one that counts.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Project",
  base: "entity",
  labels: { zh: "项目", en: "Project" },
  plural: "Projects",
  description: {
    zh: "有名称的建设或投资项目：工厂、矿山、基地、园区、线路、水库等。",
    en: "A named undertaking that is built or invested in: a plant, mine, base, park, line, reservoir.",
  },
  key: ["id"],
  caption: "name",
  color: "#b34045",
  shape: "square",
  icon: "项",
  page: {
    path: "projects",
    summary: [
      { edge: "INVESTS", dir: "in", say: { zh: "{}投资", en: "{} invests" } },
      { edge: "LOCATED_IN", dir: "out", say: { zh: "位于{}", en: "located in {}" } },
      { property: "totalInvestment", say: { zh: "总投资{}", en: "total investment {}" } },
      {
        edge: "REACHED",
        dir: "out",
        say: { zh: "阶段为{}", en: "stage: {}" },
        property: "stage",
        dated: true,
      },
      { property: "completion", say: { zh: "竣工时间{}", en: "completion {}" } },
    ],
    header: ["stage", "totalInvestment", "completion"],
    timeline: [{ edge: "REACHED", dir: "out" }],
    sections: [
      { edge: "INVESTS", dir: "in" },
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "REACHED", dir: "out" },
      { edge: "LEADS", dir: "in" },
      { edge: "WORKS_FOR", dir: "in" },
      { edge: "PART_OF", dir: "in" },
      { edge: "PART_OF", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { edge: "INVESTS", dir: "in" },
        { edge: "LOCATED_IN", dir: "out" },
        { property: "totalInvestment" },
        { property: "stage" },
        { property: "completion" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "stage", property: "stage" }, { name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-reportDate",
      range: "totalInvestment",
    },
  },
  properties: {
    totalInvestment: { kind: "money", optional: true, zh: "总投资（元）", en: "total investment (CNY)" },
    totalInvestmentQualifier: {
      kind: "qualifier",
      optional: true,
      zh: "总投资限定",
      en: "qualifier of the total investment",
    },
    totalInvestmentAll: {
      kind: "moneys",
      optional: true,
      zh: "各报告所述总投资（元）",
      en: "all stated total investments (CNY)",
    },
    totalInvestmentEvidence: {
      kind: "evidence",
      optional: true,
      zh: "总投资依据",
      en: "evidence of the total investment",
    },
    totalInvestmentConfidence: {
      kind: "confidence",
      optional: true,
      zh: "总投资置信度",
      en: "confidence of the total investment",
    },
    stage: { kind: "stage", optional: true, zh: "阶段", en: "stage" },
    stageAll: { kind: "stages", optional: true, zh: "各报告所述阶段", en: "all stated stages" },
    stageEvidence: { kind: "evidence", optional: true, zh: "阶段依据", en: "evidence of the stage" },
    stageConfidence: {
      kind: "confidence",
      optional: true,
      zh: "阶段置信度",
      en: "confidence of the stage",
    },
    completion: { kind: "period", optional: true, zh: "竣工时间", en: "completion" },
    completionAll: {
      kind: "periods",
      optional: true,
      zh: "各报告所述竣工时间",
      en: "all stated completions",
    },
    completionEvidence: {
      kind: "evidence",
      optional: true,
      zh: "竣工时间依据",
      en: "evidence of the completion",
    },
    completionConfidence: {
      kind: "confidence",
      optional: true,
      zh: "竣工时间置信度",
      en: "confidence of the completion",
    },
  },
  example: {
    zh: "总投资38.6亿元的云泽新材料产业园项目已于今年3月开工，计划2026年建成。",
    en: "The Yunze New Materials Park, with a total investment of 3.86 billion yuan, was started this March and is to be completed in 2026.",
    properties: {
      name: "云泽新材料产业园",
      totalInvestment: 3_860_000_000,
      totalInvestmentAll: [3_860_000_000],
      stage: "started",
      stageAll: ["started"],
      completion: "2026",
      completionAll: ["2026"],
    },
  },
} as const;

export const project: NodeDefinition<typeof spec> = defineNode(spec);
