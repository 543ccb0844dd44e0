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
