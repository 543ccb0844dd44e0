/**
 * Bodies that neither govern nor trade.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Institution",
  base: "entity",
  labels: { zh: "机构", en: "Institution" },
  plural: "Institutions",
  description: {
    zh: "高校、医院、实验室、学校、协会和媒体。",
    en: "A university, hospital, laboratory, school, association or media outlet.",
  },
  key: ["id"],
  caption: "name",
  color: "#72599e",
  shape: "circle",
  icon: "校",
  properties: {},
  example: {
    zh: "云泽理工大学与企业共建实验室。",
    en: "Yunze Institute of Technology runs a laboratory together with companies.",
    properties: { name: "云泽理工大学" },
  },
} as const;

export const institution: NodeDefinition<typeof spec> = defineNode(spec);
