/** Words of the search box and the search page. @module */
import { dictionary } from "../lib/words.ts";

export const searchWords = {
  placeholder: { zh: "搜索名称、职务或原文", en: "Search names, posts or text" },
  label: { zh: "搜索名称、别名、拼音、职务或原文", en: "Search names, aliases, pinyin, posts or text" },
  names: { zh: "名称", en: "Names" },
  posts: { zh: "职务", en: "Posts" },
  quotes: { zh: "引语", en: "Quotes" },
  text: { zh: "原文", en: "Text" },
  title: { zh: "搜索", en: "Search" },
  hits: { zh: "“{q}” 的结果", en: "Results for “{q}”" },
  none: {
    zh: "没有找到“{q}”。名称、职务、引语和原文都找过了。",
    en: "Nothing found for “{q}” in names, posts, quotes or text.",
  },
  ask: {
    zh: "输入名称、拼音首字母、职务，或报告里的几个字。",
    en: "Type a name, pinyin initials, a post, or words from a report.",
  },
  all: { zh: "全部 {total} 项", en: "All {total}" },
  allOf: { zh: "“{q}” 的全部 {total} 项结果", en: "All {total} results for “{q}”" },
  everything: { zh: "全部", en: "Everything" },
  count: { zh: "找到 {count} 项", en: "{count} found" },
  alias: { zh: "又名 {alias}", en: "also {alias}" },
  relations: { zh: "{count} 个关系", en: "{count} {count|relation|relations}" },
  where: { zh: "在哪里找", en: "Where to look" },
} as const;

export const sw = dictionary(searchWords);
