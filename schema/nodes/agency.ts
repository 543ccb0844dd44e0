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
  properties: {},
  example: {
    zh: "云泽市发展和改革委员会牵头推进项目建设。",
    en: "The Yunze Development and Reform Commission leads the construction of projects.",
    properties: { name: "云泽市发展和改革委员会", aliases: ["市发展改革委", "云泽市发改委"] },
  },
} as const;

export const agency: NodeDefinition<typeof spec> = defineNode(spec);
