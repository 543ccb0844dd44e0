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
  page: {
    path: "events",
    summary: [
      { property: "date", say: { zh: "{}", en: "{}" } },
      { edge: "LOCATED_IN", dir: "out", say: { zh: "位于{}", en: "located in {}" } },
    ],
    header: ["date", "description"],
    timeline: [],
    sections: [
      { edge: "LOCATED_IN", dir: "out" },
      { edge: "ABOUT", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "ABOUT", dir: "in", types: ["Quote"], labels: { zh: "谈到它的引语", en: "quotes about it" } },
      { edge: "MENTIONED_IN", dir: "out" },
    ],
    list: {
      columns: [
        { property: "date" },
        { edge: "LOCATED_IN", dir: "out" },
        { field: "reports" },
        { field: "reportDate" },
      ],
      facets: [{ name: "place" }, { name: "year" }, { name: "report" }],
      sort: "-date",
    },
  },
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
