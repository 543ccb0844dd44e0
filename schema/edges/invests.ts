/**
 * Who builds or pays. A planned investment has the status planned: it is not yet an investment.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "INVESTS",
  base: "statement",
  labels: { zh: "投资", en: "invests in" },
  inverse: { zh: "投资方", en: "investor" },
  question: { zh: "谁投资了什么", en: "Who invests in what" },
  description: {
    zh: "建设或出资；作为项目名称前缀的投资方也算。",
    en: "Who builds or pays, also where the investor stands as prefix of the project's name.",
  },
  from: ["Company", "Agency"],
  to: ["Project", "Place"],
  color: "#b34045",
  properties: {
    amount: { kind: "money", optional: true, zh: "金额（元）", en: "amount (CNY)" },
  },
  example: {
    zh: "澄岳重工投资38.6亿元建设云泽新材料产业园。",
    en: "Chengyue Heavy Industry invests 3.86 billion yuan in the Yunze New Materials Park.",
    from: { type: "Company" },
    to: { type: "Project" },
    properties: { amount: 3_860_000_000 },
  },
} as const;

export const invests: EdgeDefinition<typeof spec> = defineEdge(spec);
