/**
 * Party and government bodies. Apart from institutions, because a person whose post is in one is an official.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Agency",
  base: "entity",
  labels: { zh: "党政机关", en: "Agency" },
  plural: "Agencies",
  description: {
    zh: "党委、政府及其部门、办公室、委员会、领导小组和专班。",
    en: "A party or government body, its offices, committees, leading groups and task forces.",
  },
  key: ["id"],
  caption: "name",
  color: "#8e6acf",
  shape: "square",
  icon: "机",
  page: {
    path: "agencies",
    summary: [
      { edge: "LOCATED_IN", dir: "out", say: { zh: "位于{}", en: "located in {}" } },
      { edge: "PART_OF", dir: "out", say: { zh: "属于{}", en: "part of {}" } },
      { edge: "LEADS", dir: "out", say: { zh: "牵头{}", en: "leads {}" } },
      { edge: "WORKS_FOR", dir: "in", say: { zh: "任职者有{}", en: "people: {}" } },
    ],
    header: ["description"],
    timeline: [],
    sections: [
      { edge: "WORKS_FOR", dir: "in" },
      { edge: "LEADS", dir: "out" },
      { edge: "ISSUES", dir: "out" },
      { edge: "INVESTS", dir: "out" },
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "PART_OF", dir: "in" },
      { edge: "PART_OF", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { edge: "LOCATED_IN", dir: "out" },
        { edge: "WORKS_FOR", dir: "in" },
        { edge: "LEADS", dir: "out" },
        { edge: "ISSUES", dir: "out" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-reports",
    },
  },
  properties: {},
  example: {
    zh: "云泽市发展和改革委员会牵头推进项目建设。",
    en: "The Yunze Development and Reform Commission leads the construction of projects.",
    properties: { name: "云泽市发展和改革委员会", aliases: ["市发展改革委", "云泽市发改委"] },
  },
} as const;

export const agency: NodeDefinition<typeof spec> = defineNode(spec);
