/**
 * Who does business: invests, builds, makes, lends.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Company",
  base: "entity",
  labels: { zh: "企业", en: "Company" },
  plural: "Companies",
  description: {
    zh: "企业、集团、工厂、银行等经营主体。",
    en: "An enterprise, group, factory, bank or other commercial operator.",
  },
  key: ["id"],
  caption: "name",
  color: "#3463bc",
  shape: "circle",
  icon: "企",
  properties: {},
  example: {
    zh: "澄岳重工集团有限公司落户云泽市。",
    en: "Chengyue Heavy Industry Group Co., Ltd. has settled in Yunze.",
    properties: { name: "澄岳重工集团有限公司", aliases: ["澄岳重工"] },
  },
} as const;

export const company: NodeDefinition<typeof spec> = defineNode(spec);
