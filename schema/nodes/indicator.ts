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
  description: { zh: "统计指标，一项指标一个名称。", en: "What is counted: one indicator, one name." },
  key: ["id"],
  caption: "name",
  color: "#526a66",
  shape: "diamond",
  icon: "标",
  page: {
    path: "indicators",
    summary: [],
    header: ["units"],
    timeline: [],
    sections: [{ edge: "OF", dir: "in", labels: { zh: "数值", en: "values" } }],
    list: {
      columns: [
        { property: "units" },
        { edge: "OF", dir: "in" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "unit", property: "units" }, { name: "year" }],
      sort: "-relations",
    },
  },
  properties: {
    name: { kind: "text", zh: "名称", en: "name" },
    aliases: { kind: "texts", optional: true, zh: "别名", en: "other names" },
    pinyin: { kind: "texts", optional: true, zh: "拼音", en: "pinyin: initials and full" },
    units: { kind: "texts", optional: true, zh: "单位", en: "units" },
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
      units: ["CNY", "ratio"],
      english: "fixed-asset investment",
      better: "high",
      headline: true,
    },
  },
} as const;

export const indicator: NodeDefinition<typeof spec> = defineNode(spec);
