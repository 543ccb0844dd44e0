/**
 * Who speaks in a report, and with which office at that time.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "QUOTED_BY",
  base: "statement",
  labels: { zh: "受访于", en: "quoted by" },
  inverse: { zh: "引用", en: "quotes" },
  description: {
    zh: "报告给出此人的原话或带言说动词的转述。",
    en: "The report gives words of the person, or a paraphrase with a speech verb.",
  },
  from: ["Person"],
  to: ["Report"],
  color: "#a24d82",
  properties: {
    title: { kind: "text", optional: true, zh: "当时职务", en: "post at the time" },
    titles: { kind: "texts", optional: true, zh: "全部职务", en: "all posts" },
    count: { kind: "count", optional: true, zh: "次数", en: "count" },
  },
  example: {
    zh: "“我们每周到现场一次。”市发展改革委主任林知遥说。",
    en: "“We are on site once a week,” said Lin Zhiyao, director of the commission.",
    from: { type: "Person" },
    to: { type: "Report" },
    properties: { title: "主任", count: 1 },
  },
} as const;

export const quotedBy: EdgeDefinition<typeof spec> = defineEdge(spec);
