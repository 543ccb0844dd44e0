/**
 * Which indicator an observation is a value of.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "OF",
  base: "trace",
  labels: { zh: "指标为", en: "of" },
  inverse: { zh: "数据", en: "observed as" },
  description: { zh: "数据所属的指标。", en: "The indicator that an observation is a value of." },
  from: ["Observation"],
  to: ["Indicator"],
  color: "#526a66",
  properties: {},
  example: {
    zh: "固定资产投资增长12.5%。",
    en: "Fixed-asset investment grew by 12.5%.",
    from: { type: "Observation" },
    to: { type: "Indicator" },
    properties: {},
  },
} as const;

export const of: EdgeDefinition<typeof spec> = defineEdge(spec);
