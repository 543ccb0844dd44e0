/**
 * The stages of a project's life.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "REACHED",
  base: "trace",
  labels: { zh: "进入阶段", en: "reached" },
  inverse: { zh: "所属项目", en: "reached by" },
  description: { zh: "项目进入或将进入的阶段。", en: "A stage that the project reached or is to reach." },
  from: ["Project"],
  to: ["Milestone"],
  color: "#31a2b2",
  properties: {},
  example: {
    zh: "云泽新材料产业园今年3月开工。",
    en: "The Yunze New Materials Park was started this March.",
    from: { type: "Project" },
    to: { type: "Milestone" },
    properties: {},
  },
} as const;

export const reached: EdgeDefinition<typeof spec> = defineEdge(spec);
