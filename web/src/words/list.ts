/** Words of lists, facets, pages of rows, downloads. @module */
import { dictionary } from "../lib/words.ts";

export const listWords = {
  range: { zh: "第 {from}–{to} 项，共 {total} 项", en: "{from}–{to} of {total}" },
  none: { zh: "共 0 项", en: "0 items" },
  valuesLeft: {
    zh: "另有 {count} 个没有列出；缩小范围后再看",
    en: "{count} more are not listed; narrow the list first",
  },
  hidden: {
    zh: "另有 {count} 项只凭较低置信度的关系符合条件，未列出",
    en: "{count} more match by less sure relations alone and are not listed",
  },
  of: { zh: "（全部 {all} 项）", en: "(of {all} in all)" },
  previous: { zh: "上一页", en: "Previous" },
  next: { zh: "下一页", en: "Next" },
  first: { zh: "第一页", en: "First" },
  last: { zh: "最后一页", en: "Last" },
  pages: { zh: "翻页", en: "Turn pages" },
  filter: { zh: "在列表中筛选名称", en: "Filter by name" },
  narrow: { zh: "筛选", en: "Filters" },
  chosen: { zh: "已选条件", en: "Chosen" },
  remove: { zh: "去掉条件：{name} {value}", en: "Take out: {name} {value}" },
  clear: { zh: "清除全部", en: "Clear all" },
  moreValues: { zh: "另有 {count} 个选项", en: "{count} more choices" },
  fewerValues: { zh: "收起", en: "Fewer" },
  name: { zh: "名称", en: "Name" },
  covered: { zh: "{count}/{total} 有", en: "{count} of {total}" },
  sortBy: { zh: "按{column}排序", en: "Sort by {column}" },
  sort: { zh: "排序", en: "Sort" },
  down: { zh: "{column}，降序", en: "{column}, descending" },
  up: { zh: "{column}，升序", en: "{column}, ascending" },
  usual: { zh: "默认", en: "as usual" },
  others: { zh: "等 {total} 个", en: "of {total}" },
  differs: { zh: "报告说法不一：{all}", en: "reports differ: {all}" },
  stages: { zh: "各处所述：{all}", en: "told: {all}" },
  check: { zh: "请核对原文", en: "check the text" },
  sentence: { zh: "原文", en: "Sentence" },
  data: { zh: "此页数据", en: "Data" },
  dataHint: { zh: "符合条件的全部 {total} 项", en: "all {total} that match" },
  min: { zh: "不少于（亿元）", en: "At least (100 million yuan)" },
  emptyAll: { zh: "还没有报告，先添加：", en: "There are no reports yet; add some first:" },
  emptyFiltered: { zh: "没有符合条件的内容，去掉一个条件：", en: "Nothing matches. Take one out:" },
  emptyUnread: {
    zh: "从现有报告中没有读出这类内容。不代表报告里没有：读法还不完全。",
    en: "Nothing of this kind was read from the reports. That does not mean they hold none: reading is incomplete.",
  },
  toReports: { zh: "添加报告", en: "Add reports" },
  text: { zh: "名称", en: "name" },
} as const;

export const l = dictionary(listWords);
