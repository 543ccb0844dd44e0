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
  page: {
    path: "institutions",
    summary: [
      { edge: "LOCATED_IN", dir: "out", say: { zh: "位于{}", en: "located in {}" } },
      { edge: "WORKS_FOR", dir: "in", say: { zh: "任职者有{}", en: "people: {}" } },
    ],
    header: ["description"],
    timeline: [],
    sections: [
      { edge: "WORKS_FOR", dir: "in" },
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { edge: "LOCATED_IN", dir: "out" },
        { edge: "WORKS_FOR", dir: "in" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-reports",
    },
  },
  properties: {},
  example: {
    zh: "云泽理工大学与企业共建实验室。",
    en: "Yunze Institute of Technology runs a laboratory together with companies.",
    properties: { name: "云泽理工大学" },
  },
} as const;

export const institution: NodeDefinition<typeof spec> = defineNode(spec);
