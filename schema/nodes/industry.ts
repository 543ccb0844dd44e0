/**
 * Industries, chains and clusters that a report names as such.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Industry",
  base: "entity",
  labels: { zh: "产业", en: "Industry" },
  plural: "Industries",
  description: {
    zh: "报告中称为产业、产业链或产业集群者。",
    en: "An industry, industrial chain or cluster that is named as such.",
  },
  key: ["id"],
  caption: "name",
  color: "#31a2b2",
  shape: "hexagon",
  icon: "业",
  page: {
    path: "industries",
    summary: [],
    header: ["description"],
    timeline: [],
    sections: [
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [{ edge: "LOCATED_IN", dir: "out" }, { field: "reports" }, { field: "reportDate" }],
      facets: [{ name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-reports",
    },
  },
  properties: {},
  example: {
    zh: "云泽市把新材料产业作为主导产业。",
    en: "Yunze makes new materials its leading industry.",
    properties: { name: "新材料" },
  },
} as const;

export const industry: NodeDefinition<typeof spec> = defineNode(spec);
