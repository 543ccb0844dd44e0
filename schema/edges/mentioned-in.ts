/**
 * Which report names a thing, how often, and in which sentences (its evidence).
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "MENTIONED_IN",
  base: "trace",
  labels: { zh: "见于", en: "mentioned in" },
  inverse: { zh: "提到", en: "mentions" },
  description: {
    zh: "报告提到该实体；依据即各句。",
    en: "The report names the entity; the evidence holds the sentences.",
  },
  from: ["Entity"],
  to: ["Report"],
  color: "#957c57",
  properties: {
    count: { kind: "count", zh: "次数", en: "count" },
    sentences: { kind: "counts", optional: true, zh: "句号", en: "numbers of the sentences" },
  },
  example: {
    zh: "澄岳重工集团有限公司落户云泽市。",
    en: "Chengyue Heavy Industry Group Co., Ltd. has settled in Yunze.",
    from: { type: "Company" },
    to: { type: "Report" },
    properties: { count: 1 },
  },
} as const;

export const mentionedIn: EdgeDefinition<typeof spec> = defineEdge(spec);
