/**
 * The words of a person, so that who said what can be asked, not only who was quoted.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Quote",
  base: "statement",
  labels: { zh: "引语", en: "Quote" },
  plural: "Quotes",
  description: { zh: "人物的原话或转述。", en: "Words of a person, direct or paraphrased." },
  key: ["id"],
  caption: "text",
  color: "#b7859c",
  shape: "triangle",
  icon: "言",
  page: {
    path: "quotes",
    summary: [
      { edge: "SPOKEN_BY", dir: "out", say: { zh: "{}说", en: "said by {}" } },
      { edge: "ABOUT", dir: "out", say: { zh: "谈到{}", en: "about {}" } },
    ],
    header: ["text", "direct"],
    timeline: [],
    sections: [
      { edge: "SPOKEN_BY", dir: "out" },
      { edge: "ABOUT", dir: "out" },
      { edge: "REPORTED_IN", dir: "out" },
    ],
    list: {
      columns: [{ edge: "SPOKEN_BY", dir: "out" }, { edge: "ABOUT", dir: "out" }, { field: "reportDate" }],
      facets: [
        { edge: "SPOKEN_BY", dir: "out", name: "speaker" },
        { name: "direct", property: "direct" },
        { name: "year" },
        { name: "report" },
      ],
      sort: "-reportDate",
    },
  },
  properties: {
    text: { kind: "text", zh: "引语", en: "words" },
    direct: { kind: "flag", zh: "是否直接引语", en: "is direct speech" },
  },
  example: {
    zh: "“我们每周到现场一次。”林知遥说。",
    en: "“We are on site once a week,” said Lin Zhiyao.",
    properties: { name: "我们每周到现场一次。", text: "我们每周到现场一次。", direct: true },
  },
} as const;

export const quote: NodeDefinition<typeof spec> = defineNode(spec);
