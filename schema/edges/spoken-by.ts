/**
 * Whose words a quote holds.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "SPOKEN_BY",
  base: "trace",
  labels: { zh: "出自", en: "spoken by" },
  inverse: { zh: "说过", en: "said" },
  description: { zh: "引语的说话人。", en: "The speaker of a quote." },
  from: ["Quote"],
  to: ["Person"],
  color: "#b7859c",
  properties: {
    title: { kind: "text", optional: true, zh: "当时职务", en: "post at the time" },
  },
  example: {
    zh: "“我们每周到现场一次。”林知遥说。",
    en: "“We are on site once a week,” said Lin Zhiyao.",
    from: { type: "Quote" },
    to: { type: "Person" },
    properties: {},
  },
} as const;

export const spokenBy: EdgeDefinition<typeof spec> = defineEdge(spec);
