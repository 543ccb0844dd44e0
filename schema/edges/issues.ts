/**
 * Where policies and mechanisms come from.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "ISSUES",
  base: "statement",
  labels: { zh: "出台", en: "issues" },
  inverse: { zh: "出台方", en: "issued by" },
  question: { zh: "谁出台了什么", en: "Who issued what" },
  description: {
    zh: "出台、制定、建立、开展；只说到市县时，主体为地点。",
    en: "Issues, draws up, sets up, carries out; where the report names only the city, the actor is the place.",
  },
  from: ["Agency", "Place"],
  to: ["Policy", "Mechanism"],
  color: "#7f8deb",
  properties: {},
  example: {
    zh: "云泽市出台《云泽市优化营商环境若干措施》。",
    en: "Yunze has issued “Measures of Yunze for a Better Business Environment”.",
    from: { type: "Place" },
    to: { type: "Policy" },
    properties: {},
  },
} as const;

export const issues: EdgeDefinition<typeof spec> = defineEdge(spec);
