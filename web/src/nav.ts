/** Where the bars lead: a page that is added puts its line here. @module */
/** Places in the top bar: address, key of the words, other addresses that belong to it. */
export const MAIN = [
  { to: "/", words: "home", also: [] },
  { to: "/projects", words: "projects", also: ["milestones"] },
  { to: "/places", words: "places", also: ["map", "compare"] },
  { to: "/companies", words: "organisations", also: ["agencies", "institutions"] },
  { to: "/people", words: "people", also: ["quotes"] },
  { to: "/figures", words: "figures", also: ["indicators"] },
  { to: "/reports", words: "reports", also: [] },
] as const;

/** Entry of the top bar to which an address belongs, by the first part of the address. */
export const mainAt = (first: string): string | undefined =>
  MAIN.find(({ to, also }) => to === `/${first}` || (also as readonly string[]).includes(first))?.to;

/** Lists and tools under “more”; a page that is added puts its line here. */
export const MORE: readonly { group: "lists" | "tools"; to: string; label: { zh: string; en: string } }[] = [
  { group: "lists", to: "/agencies", label: { zh: "党政机关", en: "Agencies" } },
  { group: "lists", to: "/institutions", label: { zh: "机构", en: "Institutions" } },
  { group: "lists", to: "/mechanisms", label: { zh: "机制", en: "Mechanisms" } },
  { group: "lists", to: "/policies", label: { zh: "政策文件", en: "Policies" } },
  { group: "lists", to: "/events", label: { zh: "活动", en: "Events" } },
  { group: "lists", to: "/industries", label: { zh: "产业", en: "Industries" } },
  { group: "lists", to: "/quotes", label: { zh: "引语", en: "Quotes" } },
  { group: "lists", to: "/indicators", label: { zh: "指标", en: "Indicators" } },
  { group: "tools", to: "/map", label: { zh: "地图", en: "Map" } },
  { group: "tools", to: "/graph", label: { zh: "图谱", en: "Graph" } },
  { group: "tools", to: "/compare", label: { zh: "对照", en: "Compare places" } },
  { group: "tools", to: "/promises", label: { zh: "承诺与兑现", en: "Promised and came" } },
  { group: "tools", to: "/watch", label: { zh: "关注", en: "Watch list" } },
  { group: "tools", to: "/query", label: { zh: "查询", en: "Query" } },
];
