/**
 * Who is in charge of a mechanism or project.
 * @module
 */
import { defineEdge, type EdgeDefinition } from "../define.ts";

const spec = {
  type: "LEADS",
  base: "statement",
  labels: { zh: "牵头", en: "leads" },
  inverse: { zh: "牵头方", en: "led by" },
  question: { zh: "谁牵头什么", en: "Who leads what" },
  description: { zh: "牵头、任组长、主导。", en: "Takes the lead, heads the group, steers." },
  from: ["Agency", "Person"],
  to: ["Mechanism", "Project"],
  color: "#8e6acf",
  properties: {
    title: { kind: "text", optional: true, zh: "职务", en: "post" },
    titles: { kind: "texts", optional: true, zh: "全部职务", en: "all posts" },
    role: { kind: "text", optional: true, zh: "角色", en: "role" },
    rhythm: { kind: "texts", optional: true, zh: "节奏", en: "rhythm" },
  },
  example: {
    zh: "“两级调度”机制由市发展改革委牵头，按月调度。",
    en: "The mechanism “two-level dispatch” is led by the Development and Reform Commission and meets monthly.",
    from: { type: "Agency" },
    to: { type: "Mechanism" },
    properties: { role: "牵头", rhythm: ["按月调度"] },
  },
} as const;

export const leads: EdgeDefinition<typeof spec> = defineEdge(spec);
