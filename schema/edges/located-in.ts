/**
 * Where a thing is.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "LOCATED_IN",
  base: "statement",
  labels: { zh: "位于", en: "located in" },
  inverse: { zh: "境内有", en: "location of" },
  question: { zh: "什么在哪里", en: "What lies where" },
  description: {
    zh: "句中写明，或由名称、电头可知。",
    en: "Stated, or carried by the name or by the dateline of the sentence.",
  },
  from: ["Entity"],
  to: ["Place"],
  color: "#077542",
  properties: {},
  example: {
    zh: "云泽新材料产业园位于云泽市。",
    en: "The Yunze New Materials Park lies in Yunze.",
    from: { type: "Project" },
    to: { type: "Place" },
    properties: {},
  },
} as const;

export const locatedIn: EdgeDefinition<typeof spec> = defineEdge(spec);
