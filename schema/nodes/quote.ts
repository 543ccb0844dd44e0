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
