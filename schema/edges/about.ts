/**
 * What a quote speaks of, and what an observation measures.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "ABOUT",
  base: "trace",
  labels: { zh: "关于", en: "about" },
  inverse: { zh: "相关", en: "subject of" },
  description: {
    zh: "引语谈到的实体，数据所属的对象。",
    en: "The entities named in a quote, the subject of an observation.",
  },
  from: ["Quote", "Observation"],
  to: ["Entity"],
  color: "#c58826",
  properties: {},
  example: {
    zh: "1至5月，云泽市固定资产投资完成126亿元。",
    en: "From January to May fixed-asset investment in Yunze came to 12.6 billion yuan.",
    from: { type: "Observation" },
    to: { type: "Place" },
    properties: {},
  },
} as const;

export const about: EdgeDefinition<typeof spec> = defineEdge(spec);
