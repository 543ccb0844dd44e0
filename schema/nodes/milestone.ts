/**
 * A stage that a project reached, with its date, one per report that states it: the life of a project across years.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Milestone",
  base: "statement",
  labels: { zh: "里程碑", en: "Milestone" },
  plural: "Milestones",
  description: {
    zh: "项目进入的阶段及其日期。",
    en: "A stage that a project reached or is to reach, with its date.",
  },
  key: ["id"],
  caption: "stage",
  color: "#957c57",
  shape: "triangle",
  icon: "程",
  page: {
    path: "milestones",
    summary: [
      { edge: "REACHED", dir: "in", say: { zh: "{}", en: "{}" } },
      { property: "stage", say: { zh: "阶段为{}", en: "stage: {}" } },
      { property: "date", say: { zh: "{}", en: "{}" } },
    ],
    header: ["stage", "date", "status"],
    timeline: [],
    sections: [
      { edge: "REACHED", dir: "in" },
      { edge: "REPORTED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { edge: "REACHED", dir: "in" },
        { property: "date" },
        { property: "status" },
        { field: "reportDate" },
      ],
      facets: [
        { name: "stage", property: "stage" },
        { name: "status", property: "status" },
        { name: "year" },
        { name: "report" },
      ],
      sort: "-reportDate",
    },
  },
  properties: {
    stage: { kind: "stage", zh: "阶段", en: "stage" },
    date: { kind: "period", optional: true, zh: "日期", en: "date" },
    status: { kind: "status", zh: "陈述状态", en: "status" },
    original: { kind: "text", optional: true, zh: "原文", en: "original words" },
  },
  example: {
    zh: "云泽新材料产业园今年3月开工。",
    en: "The Yunze New Materials Park was started this March.",
    properties: { name: "started", stage: "started", date: "2024-03", status: "stated" },
  },
} as const;

export const milestone: NodeDefinition<typeof spec> = defineNode(spec);
