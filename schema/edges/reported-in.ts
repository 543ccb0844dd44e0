/**
 * Which report a statement stands in.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "REPORTED_IN",
  base: "trace",
  labels: { zh: "载于", en: "reported in" },
  inverse: { zh: "载有", en: "reports" },
  description: {
    zh: "数据、引语、节点所在的报告。",
    en: "The report in which an observation, quote or milestone stands.",
  },
  from: ["Observation", "Quote", "Milestone"],
  to: ["Report"],
  color: "#6680a2",
  properties: {},
  example: {
    zh: "1至5月，云泽市固定资产投资完成126亿元。",
    en: "From January to May fixed-asset investment in Yunze came to 12.6 billion yuan.",
    from: { type: "Observation" },
    to: { type: "Report" },
    properties: {},
  },
} as const;

export const reportedIn: EdgeDefinition<typeof spec> = defineEdge(spec);
