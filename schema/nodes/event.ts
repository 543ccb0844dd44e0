/**
 * What happens on a day: ceremonies, conferences, fairs.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Event",
  base: "entity",
  labels: { zh: "活动", en: "Event" },
  plural: "Events",
  description: {
    zh: "有名称或日期的仪式、会议、展会、签约活动。",
    en: "A named or dated ceremony, conference, fair or signing session.",
  },
  key: ["id"],
  caption: "name",
  color: "#c58826",
  shape: "triangle",
  icon: "会",
  properties: {
    date: { kind: "period", optional: true, zh: "日期", en: "date" },
    dateEvidence: { kind: "evidence", optional: true, zh: "日期依据", en: "evidence of the date" },
  },
  example: {
    zh: "5月18日，云泽市招商推介会举行。",
    en: "On 18 May the Yunze Investment Promotion Conference was held.",
    properties: { name: "云泽市招商推介会", date: "2024-05-18" },
  },
} as const;

export const event: NodeDefinition<typeof spec> = defineNode(spec);
