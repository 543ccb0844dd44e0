/** Words of the reports' list and of one report. @module */
import { dictionary } from "../lib/words.ts";

export const reportWords = {
  title: { zh: "报告", en: "Reports" },
  add: { zh: "添加报告", en: "Add reports" },
  read: {
    zh: "读了 {read} 句，{silent} 句没有读出事实或名称",
    en: "{read} sentences read, {silent} gave neither fact nor name",
  },
  times: { zh: "（{count} 处）", en: "({count} {count|place|places})" },
  hidden: { zh: "另有 {count} 条关系置信度较低，已隐藏", en: "{count} less sure relations are hidden" },
  silent: { zh: "没有读出内容的句子", en: "Sentences that gave nothing" },
  silentHint: {
    zh: "程序没有从这些句子读出事实或名称。它们可能本来没有，也可能是漏读。",
    en: "The program read neither facts nor names here. There may be none, or they were missed.",
  },
  earlier: { zh: "前文：", en: "earlier: " },
  later: { zh: "后文：", en: "later: " },
  text: { zh: "原文", en: "Text" },
  summary: { zh: "读出了什么", en: "What was read" },
  noSummary: { zh: "没有从这篇报告读出事实。", en: "No fact was read from this report." },
  previous: { zh: "上一篇", en: "Previous" },
  next: { zh: "下一篇", en: "Next" },
  list: { zh: "全部报告", en: "All reports" },
  marks: { zh: "标出", en: "Mark" },
  marksAll: { zh: "全部", en: "all" },
  marksNone: { zh: "不标", en: "none" },
  facts: { zh: "{count} 条事实", en: "{count} {count|fact|facts}" },
  margin: { zh: "旁注事实", en: "Facts beside the text" },
  on: { zh: "显示", en: "on" },
  off: { zh: "隐藏", en: "off" },
  planned: { zh: "计划、目标或否定", en: "Planned, targets or denied" },
  figures: { zh: "数据", en: "Figures" },
  quotes: { zh: "引语", en: "Quotes" },
  more: { zh: "另 {count} 项", en: "{count} more" },
  id: { zh: "编号 {id}", en: "id {id}" },
  size: {
    zh: "{sentences} 句 · {characters} 字",
    en: "{sentences} {sentences|sentence|sentences} · {characters} {characters|character|characters}",
  },
  loading: { zh: "已载入 {n} 句，共 {total} 句…", en: "{n} of {total} {total|sentence|sentences} loaded…" },
  undo: { zh: "撤销移除", en: "Undo" },
  removed: { zh: "已移除“{title}”", en: "Removed “{title}”" },
  restored: { zh: "已恢复“{title}”", en: "“{title}” is back" },
  view: { zh: "查看方式", en: "View" },
  gone: { zh: "没有这篇报告，可能已经移除", en: "There is no such report; it may have been removed" },
  context: { zh: "看上下文", en: "Context" },
  contextHide: { zh: "收起上下文", en: "Hide context" },
  notRead: { zh: "有 {count} 个文件没有读", en: "{count} {count|file was|files were} not read" },
  notReadShown: { zh: "列出 {n} 个，共 {count} 个", en: "{n} of {count} listed" },
} as const;

export const r = dictionary(reportWords);
