/**
 * What is counted, apart from any one count of it: the same indicator meets across reports.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Indicator",
  base: "plain",
  labels: { zh: "指标", en: "Indicator" },
  plural: "Indicators",
  description: { zh: "统计指标的名称和单位。", en: "What is counted, and its unit." },
  key: ["id"],
  caption: "name",
  color: "#526a66",
  shape: "diamond",
  icon: "标",
  page: {
    path: "indicators",
    summary: [],
    header: ["unit"],
    timeline: [],
    sections: [{ edge: "OF", dir: "in", labels: { zh: "数值", en: "values" } }],
    list: {
      columns: [
        { property: "unit" },
        { edge: "OF", dir: "in" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "unit", property: "unit" }, { name: "year" }],
      sort: "-relations",
    },
  },
  properties: {
    name: { kind: "text", zh: "名称", en: "name" },
    aliases: { kind: "texts", optional: true, zh: "别名", en: "other names" },
    pinyin: { kind: "texts", optional: true, zh: "拼音", en: "pinyin: initials and full" },
    unit: { kind: "text", optional: true, zh: "单位", en: "unit" },
    measure: {
      kind: "text",
      optional: true,
      zh: "口径（增速或年均增速，无则为总量）",
      en: "growth or average-growth where changes are counted; absent for levels",
    },
    english: { kind: "text", optional: true, zh: "英文名", en: "English name of an official indicator" },
    better: {
      kind: "text",
      optional: true,
      zh: "向好方向（high 或 low）",
      en: "which way is better: high or low",
    },
    headline: { kind: "flag", optional: true, zh: "主要指标", en: "among the indicators most asked for" },
    reports: { kind: "texts", optional: true, zh: "来源报告", en: "reports" },
    evidence: { kind: "evidence", optional: true, zh: "原文依据", en: "evidence" },
  },
  example: {
    zh: "固定资产投资增长12.5%。",
    en: "Fixed-asset investment grew by 12.5%.",
    properties: {
      name: "固定资产投资",
      unit: "ratio",
      measure: "growth",
      english: "fixed-asset investment",
      better: "high",
      headline: true,
    },
  },
} as const;

export const indicator: NodeDefinition<typeof spec> = defineNode(spec);
