/**
 * Where things are: administrative divisions with their code, and everything else that is a location.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Place",
  base: "entity",
  labels: { zh: "地点", en: "Place" },
  plural: "Places",
  description: {
    zh: "国家、省、市、县区、乡镇街道、村、小区、道路、河湖、景区和作为地点的开发区。",
    en: "A country, province, city, county, town, village, compound, road, river, lake, scenic area, or a development zone as a location.",
  },
  key: ["id"],
  caption: "name",
  color: "#077542",
  shape: "hexagon",
  icon: "地",
  page: {
    path: "places",
    summary: [{ edge: "LOCATED_IN", dir: "out", say: { zh: "位于{}", en: "located in {}" } }],
    header: ["level", "kind", "code"],
    timeline: [],
    sections: [
      { edge: "LOCATED_IN", dir: "in", types: ["Project"], labels: { zh: "项目", en: "projects" } },
      {
        edge: "LOCATED_IN",
        dir: "in",
        types: ["Company", "Institution"],
        labels: { zh: "企业和机构", en: "companies and institutions" },
      },
      { edge: "LOCATED_IN", dir: "in", types: ["Agency"], labels: { zh: "党政机关", en: "agencies" } },
      { edge: "INVESTS", dir: "in" },
      { edge: "ISSUES", dir: "out", labels: { zh: "出台的政策和机制", en: "policies and mechanisms" } },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "LOCATED_IN", dir: "in", types: ["Place"], labels: { zh: "下辖地点", en: "places within" } },
      { edge: "LOCATED_IN", dir: "out" },
      {
        edge: "LOCATED_IN",
        dir: "in",
        types: ["Person", "Mechanism", "Policy", "Event", "Industry"],
        labels: { zh: "其他位于此地的", en: "others located here" },
      },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { property: "level" },
        { edge: "LOCATED_IN", dir: "out" },
        { edge: "LOCATED_IN", dir: "in", types: ["Project"] },
        { edge: "LOCATED_IN", dir: "in", types: ["Company", "Institution", "Agency"] },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "level", property: "level" }, { name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-reports",
    },
  },
  properties: {
    code: { kind: "text", optional: true, zh: "行政区划代码（GB/T 2260）", en: "division code (GB/T 2260)" },
    level: { kind: "text", optional: true, zh: "层级", en: "level" },
    kind: { kind: "text", optional: true, zh: "类别", en: "kind" },
  },
  example: {
    zh: "项目位于云泽市。",
    en: "The project lies in Yunze.",
    properties: { name: "云泽市", aliases: ["云泽"], level: "city", kind: "division" },
  },
} as const;

export const place: NodeDefinition<typeof spec> = defineNode(spec);
