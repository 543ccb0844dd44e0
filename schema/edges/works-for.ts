/**
 * Posts.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "WORKS_FOR",
  base: "statement",
  labels: { zh: "任职于", en: "works for" },
  inverse: { zh: "任职者", en: "staff" },
  question: { zh: "谁在哪里任职", en: "Who works where" },
  description: { zh: "报告写明职务。", en: "The report states the post." },
  from: ["Person"],
  to: ["Agency", "Company", "Institution", "Project"],
  color: "#3463bc",
  properties: {
    title: { kind: "text", optional: true, zh: "职务", en: "post" },
    titles: { kind: "texts", optional: true, zh: "全部职务", en: "all posts" },
  },
  example: {
    zh: "云泽市发展和改革委员会主任林知遥",
    en: "Lin Zhiyao, director of the Yunze Development and Reform Commission",
    from: { type: "Person" },
    to: { type: "Agency" },
    properties: { title: "主任", titles: ["主任"] },
  },
} as const;

export const worksFor: EdgeDefinition<typeof spec> = defineEdge(spec);
