/**
 * People who are named. One whose post is in an agency is also an official, a second label of the node.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Person",
  base: "entity",
  labels: { zh: "人物", en: "Person" },
  plural: "Persons",
  description: {
    zh: "报告中具名的人；在党政机关任职者同时带有 Official 标签。",
    en: "A named human. One whose post is in an agency has the label Official too.",
  },
  key: ["id"],
  caption: "name",
  color: "#a24d82",
  shape: "circle",
  icon: "人",
  extraLabels: [
    { label: "Official", when: "official", labels: { zh: "官员", en: "Official" }, color: "#cd5a82" },
  ],
  page: {
    path: "people",
    summary: [
      { edge: "WORKS_FOR", dir: "out", say: { zh: "任职于{}", en: "works for {}" } },
      { edge: "LEADS", dir: "out", say: { zh: "牵头{}", en: "leads {}" } },
    ],
    header: ["titles"],
    timeline: [{ edge: "SPOKEN_BY", dir: "in" }],
    sections: [
      { edge: "WORKS_FOR", dir: "out" },
      { edge: "SPOKEN_BY", dir: "in", labels: { zh: "说过的话", en: "what was said" } },
      { edge: "LEADS", dir: "out" },
      { edge: "QUOTED_BY", dir: "out" },
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { property: "titles" },
        { edge: "WORKS_FOR", dir: "out" },
        { edge: "SPOKEN_BY", dir: "in" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [
        { name: "official", property: "official" },
        { name: "place" },
        { name: "year" },
        { name: "report" },
      ],
      sort: "-reports",
    },
  },
  properties: {
    official: { kind: "flag", zh: "是否官员", en: "is an official" },
    officialEvidence: { kind: "evidence", optional: true, zh: "官员身份依据", en: "evidence of the office" },
    titles: { kind: "texts", optional: true, zh: "职务", en: "posts" },
  },
  example: {
    zh: "云泽市发展和改革委员会主任林知遥介绍了项目进展。",
    en: "Lin Zhiyao, director of the Yunze Development and Reform Commission, told how the projects are going.",
    properties: { name: "林知遥", official: true, titles: ["主任"] },
  },
} as const;

export const person: NodeDefinition<typeof spec> = defineNode(spec);
