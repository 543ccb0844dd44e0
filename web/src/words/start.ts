/** Words of the start page. @module */
import { dictionary } from "../lib/words.ts";

export const startWords = {
  title: { zh: "报告里有什么", en: "What is in the reports" },
  intro: { zh: "里读出", en: " were read: " },
  reports: { zh: "{count} 篇报告", en: "From {count} {count|report|reports}" },
  years: { zh: "（{span}）", en: " ({span})" },
  mainly: { zh: "{year} 年为主", en: "mostly {year}" },
  only: { zh: "{year} 年", en: "{year}" },
  between: { zh: "{from} 至 {to} 年", en: "{from} to {to}" },
  undated: { zh: "{count} 篇无日期", en: "{count} undated" },
  projects: { zh: "{count} 个项目", en: "{count} {count|project|projects}" },
  companies: { zh: "{count} 家企业", en: "{count} {count|company|companies}" },
  people: { zh: "{count} 位人物", en: "{count} {count|person|people}" },
  figures: { zh: "{count} 个数据", en: "{count} {count|figure|figures}" },
  each: { zh: "，每条都能点回原句。", en: ". Each leads back to its sentence." },
  try: { zh: "试试：", en: "Try: " },
  byYear: { zh: "各年报告", en: "Reports by year" },
  noDate: { zh: "无日期", en: "undated" },
  places: { zh: "项目最多的地方", en: "Places with most projects" },
  allPlaces: { zh: "全部地方", en: "All places" },
  newest: { zh: "最新报告", en: "Newest reports" },
  onMap: { zh: "地图", en: "Map" },
  byProgram: {
    zh: "内容由程序读出，未经人工核对；标着“把握较小”的，引用前请先看原文。",
    en: "Read by a program, not checked by people; look at the sentence before you cite what is marked “less sure”.",
  },
  allReports: { zh: "全部报告", en: "All reports" },
  largest: { zh: "投资最大的项目", en: "Largest projects" },
  largestHint: {
    zh: "这里只列把握在 {least} 以上的：{total} 个有总投资的项目里有 {count} 个。超过 1,000 亿元、各处说法相差数倍、或像是几个项目合计的，见“值得核对”。",
    en: "Only what is at least {least} sure: {count} of the {total} projects with an amount. Above 100 billion yuan, told very differently, or perhaps sums of several, they stand under “worth checking”.",
  },
  placesHint: {
    zh: "有地点的 {total} 个项目里，{count} 个的地点把握在 {least} 以上。",
    en: "Of {total} projects with a place, {count} have one that is at least {least} sure.",
  },
  unsure: {
    zh: "{count} 个项目的总投资把握较小：请核对原文",
    en: "{count} {count|project|projects} whose investment is less sure: check the text",
  },
  allProjects: { zh: "全部项目", en: "All projects" },
  most_Company: { zh: "报道最多的企业", en: "Companies most reported" },
  most_Person: { zh: "报道最多的人物", en: "People most reported" },
  most_Agency: { zh: "报道最多的机关", en: "Agencies most reported" },
  inReports: { zh: "{count} 篇", en: "{count} {count|report|reports}" },
  doubts: { zh: "值得核对", en: "Worth checking" },
  large: {
    zh: "{count} 个项目的总投资超过 1,000 亿元、各处相差数倍，或是几个项目的合计：请核对原文",
    en: "{count} {count|project|projects} above 100 billion yuan, told very differently, or perhaps the sum of several: check the text",
  },
  differs: {
    zh: "{count} 个项目的总投资，报告说法不一",
    en: "{count} {count|project|projects} whose investment reports state differently",
  },
  unread: {
    zh: "{count} 篇报告没有读出任何内容",
    en: "{count} {count|report|reports} from which nothing was read",
  },
  coverage: { zh: "项目知道多少", en: "How much is known of projects" },
  covered: { zh: "{count} / {total} 个项目有", en: "{count} of {total} {total|project|projects}" },
  empty: { zh: "还没有报告", en: "There are no reports yet" },
  step1: {
    zh: "添加报告：TXT、Word、PDF、网页或压缩包",
    en: "Add reports: TXT, Word, PDF, web pages or archives",
  },
  step2: {
    zh: "程序读出项目、企业、人物、地点和数据",
    en: "Projects, companies, people, places and figures are read from them",
  },
  step3: {
    zh: "搜索、筛选、查询；每条事实都能点回原句",
    en: "Search, filter, ask; every fact leads back to its sentence",
  },
  add: { zh: "添加报告", en: "Add reports" },
  undatedTitle: { zh: "日期不明", en: "no date" },
} as const;

export const st = dictionary(startWords);
