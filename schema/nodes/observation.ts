/**
 * One value of an indicator, for one subject and period, as one report states it: an outcome or a target.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Observation",
  base: "statement",
  labels: { zh: "数据", en: "Figure" },
  plural: "Figures",
  description: {
    zh: "某一指标在某一时期的数值，实际或目标。",
    en: "One value of an indicator for a period, actual or target.",
  },
  key: ["id"],
  caption: "name",
  color: "#829d5e",
  shape: "diamond",
  icon: "数",
  page: {
    path: "figures",
    summary: [
      { edge: "ABOUT", dir: "out", say: { zh: "{}", en: "{}" } },
      { property: "period", say: { zh: "{}", en: "{}" } },
      { property: "original", say: { zh: "{}", en: "{}" } },
    ],
    header: ["indicator", "value", "unit", "qualifier", "period", "change", "basis", "kind"],
    timeline: [],
    sections: [
      { edge: "ABOUT", dir: "out" },
      { edge: "OF", dir: "out" },
      { edge: "REPORTED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { field: "subject" },
        { property: "period" },
        { property: "value" },
        { property: "change" },
        { property: "kind" },
        { field: "reportDate" },
      ],
      facets: [
        { name: "kind", property: "kind" },
        { name: "indicator", property: "indicator" },
        { name: "place" },
        { name: "year" },
        { name: "report" },
      ],
      sort: "-reportDate",
    },
  },
  properties: {
    indicator: { kind: "text", zh: "指标", en: "indicator" },
    measure: {
      kind: "text",
      optional: true,
      zh: "口径（增速或年均增速，无则为总量）",
      en: "growth or average-growth where the number is a change; absent for a level",
    },
    value: { kind: "number", zh: "数值", en: "value" },
    valueLow: { kind: "number", optional: true, zh: "区间下限", en: "lower end of a range" },
    valueHigh: { kind: "number", optional: true, zh: "区间上限", en: "upper end of a range" },
    unit: { kind: "text", zh: "单位", en: "unit" },
    qualifier: { kind: "qualifier", optional: true, zh: "限定", en: "qualifier" },
    period: { kind: "period", optional: true, zh: "时期", en: "period" },
    change: { kind: "number", optional: true, zh: "变化（比率）", en: "change (fraction)" },
    basis: { kind: "text", optional: true, zh: "比较基准", en: "what the change is measured against" },
    kind: { kind: "observationKind", zh: "实际或目标", en: "actual or target" },
    subject: { kind: "text", optional: true, zh: "对象", en: "subject" },
    original: { kind: "text", optional: true, zh: "原文", en: "original words" },
    confidence: { kind: "confidence", zh: "置信度", en: "confidence" },
  },
  example: {
    zh: "1至5月，全市固定资产投资完成126亿元，同比增长12.5%。",
    en: "From January to May fixed-asset investment in the city came to 12.6 billion yuan, up 12.5% on the year.",
    properties: {
      name: "固定资产投资 126亿元",
      indicator: "固定资产投资",
      value: 12_600_000_000,
      unit: "CNY",
      period: "2024-01/2024-05",
      change: 0.125,
      basis: "同比",
      kind: "actual",
      subject: "云泽市",
      original: "126亿元",
      confidence: 0.9,
    },
  },
} as const;

export const observation: NodeDefinition<typeof spec> = defineNode(spec);
