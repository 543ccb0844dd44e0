/**
 * The document itself: where every fact leads back to.
 * @module
 */
import { defineNode, type NodeDefinition } from "../define.ts";

const spec = {
  type: "Report",
  base: "plain",
  labels: { zh: "报告", en: "Report" },
  plural: "Reports",
  description: {
    zh: "报告文件本身：标题、日期、来源、作者、章节。",
    en: "The document itself: title, date, outlet, byline, sections.",
  },
  key: ["id"],
  caption: "title",
  color: "#6680a2",
  shape: "square",
  icon: "报",
  page: {
    path: "reports",
    summary: [],
    header: ["date", "outlet", "byline", "characters", "sentences"],
    timeline: [],
    sections: [
      { edge: "MENTIONED_IN", dir: "in", types: ["Project"], labels: { zh: "项目", en: "projects" } },
      {
        edge: "MENTIONED_IN",
        dir: "in",
        types: ["Company", "Institution", "Agency"],
        labels: { zh: "企业、机构和机关", en: "companies, institutions and agencies" },
      },
      { edge: "MENTIONED_IN", dir: "in", types: ["Person"], labels: { zh: "人物", en: "people" } },
      { edge: "MENTIONED_IN", dir: "in", types: ["Place"], labels: { zh: "地点", en: "places" } },
      { edge: "MENTIONED_IN", dir: "in", labels: { zh: "其他名称", en: "other names" } },
      { edge: "REPORTED_IN", dir: "in", types: ["Observation"], labels: { zh: "数据", en: "figures" } },
      { edge: "REPORTED_IN", dir: "in", types: ["Quote"], labels: { zh: "引语", en: "quotes" } },
      { edge: "REPORTED_IN", dir: "in", labels: { zh: "其他陈述", en: "other statements" } },
      { edge: "QUOTED_BY", dir: "in" },
    ],
    list: {
      columns: [
        { property: "date" },
        { property: "outlet" },
        { edge: "MENTIONED_IN", dir: "in", types: ["Project"] },
        { edge: "REPORTED_IN", dir: "in", types: ["Observation"] },
        { edge: "REPORTED_IN", dir: "in", types: ["Quote"] },
        { property: "sentences" },
      ],
      facets: [{ name: "year" }, { name: "place" }, { name: "outlet", property: "outlet" }],
      sort: "-date",
    },
  },
  properties: {
    name: { kind: "text", zh: "名称", en: "name" },
    title: { kind: "text", optional: true, zh: "标题", en: "title" },
    date: { kind: "date", optional: true, zh: "日期", en: "date" },
    dateSource: { kind: "text", optional: true, zh: "日期来源", en: "where the date comes from" },
    outlet: { kind: "text", optional: true, zh: "媒体", en: "outlet" },
    byline: { kind: "texts", zh: "作者", en: "byline" },
    source: { kind: "text", zh: "文件", en: "file" },
    sha256: { kind: "sha256", zh: "文件摘要", en: "SHA-256 of the file" },
    encoding: { kind: "text", zh: "编码", en: "encoding" },
    characters: { kind: "count", zh: "字符数", en: "characters" },
    sentences: { kind: "count", zh: "句数", en: "sentences" },
    sections: { kind: "texts", zh: "章节", en: "sections" },
    articles: { kind: "texts", zh: "篇目", en: "articles" },
  },
  example: {
    zh: "《云泽日报》2024年6月1日《云泽：项目建设跑出加速度》，记者周一禾。",
    en: "Yunze Daily, 1 June 2024: “Yunze: projects gather speed”, by Zhou Yihe.",
    properties: {
      name: "yunze-2024-06",
      title: "云泽：项目建设跑出加速度",
      date: "2024-06-01",
      outlet: "云泽日报",
      byline: ["周一禾"],
      source: "reports/yunze-2024-06.txt",
      sha256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      encoding: "utf-8",
      characters: 1200,
      sentences: 40,
      sections: ["抓项目"],
      articles: ["云泽：项目建设跑出加速度"],
    },
  },
} as const;

export const report: NodeDefinition<typeof spec> = defineNode(spec);
