/**
 * What belongs to a whole of its own kind: office of a body, phase of a project, component of a mechanism.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "PART_OF",
  base: "statement",
  labels: { zh: "属于", en: "part of" },
  inverse: { zh: "包括", en: "has part" },
  question: { zh: "什么属于什么", en: "What is part of what" },
  description: {
    zh: "机关的内设机构、项目的分期、机制的组成部分。",
    en: "Office of a body, phase of a project, component of a mechanism.",
  },
  from: ["Agency", "Project", "Mechanism"],
  to: ["Agency", "Project", "Mechanism"],
  sameType: true,
  color: "#7f6101",
  properties: {
    role: { kind: "text", optional: true, zh: "角色", en: "role" },
    rhythm: { kind: "texts", optional: true, zh: "节奏", en: "rhythm" },
  },
  example: {
    zh: "“两级调度”包括市级调度和县级调度。",
    en: "“Two-level dispatch” consists of dispatch by the city and dispatch by the county.",
    from: { type: "Mechanism", name: "市级调度" },
    to: { type: "Mechanism" },
    properties: {},
  },
} as const;

export const partOf: EdgeDefinition<typeof spec> = defineEdge(spec);
