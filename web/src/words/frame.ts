/** Words of the frame around all pages, and of states that every page may be in. @module */
import { dictionary } from "../lib/words.ts";

export const frameWords = {
  home: { zh: "首页", en: "Home" },
  people: { zh: "人物", en: "People" },
  places: { zh: "地方", en: "Places" },
  organisations: { zh: "企业机构", en: "Organisations" },
  projects: { zh: "项目", en: "Projects" },
  figures: { zh: "数据", en: "Figures" },
  reports: { zh: "报告", en: "Reports" },
  more: { zh: "更多", en: "More" },
  lists: { zh: "其他列表", en: "Other lists" },
  tools: { zh: "工具", en: "Tools" },
  search: { zh: "搜索", en: "Search" },
  offline: {
    zh: "连接不上服务。页面上的内容还在；服务恢复后会自动继续。",
    en: "The server does not answer. What is on the page stays; it goes on by itself when the server is back.",
  },
  back: { zh: "已重新连接", en: "Connected again" },
  missing: { zh: "没有这个页面", en: "There is no such page" },
  missingHint: {
    zh: "地址可能写错了，或内容已经移除。搜索一下：",
    en: "The address may be wrong, or the thing is gone. Search for it:",
  },
  gone: { zh: "此实体已不在图谱中", en: "This thing is no longer in the graph" },
  toHome: { zh: "回到首页", en: "Go to the start page" },
  loading: { zh: "正在载入…", en: "Loading…" },
  failed: { zh: "没能载入", en: "This could not be loaded" },
  retry: { zh: "重试", en: "Try again" },
  copyError: { zh: "复制错误信息", en: "Copy the error" },
  copied: { zh: "已复制", en: "Copied" },
  copyLink: { zh: "复制链接", en: "Copy link" },
  keys: { zh: "键盘操作", en: "Keyboard" },
  keysOn: { zh: "单键快捷键已开启", en: "Single-key shortcuts are on" },
  keysOff: { zh: "单键快捷键已关闭", en: "Single-key shortcuts are off" },
  turnOff: { zh: "关闭单键快捷键", en: "Turn single-key shortcuts off" },
  turnOn: { zh: "开启单键快捷键", en: "Turn single-key shortcuts on" },
  keySearch: { zh: "搜索", en: "search" },
  keyHelp: { zh: "这份说明", en: "this help" },
  keyRows: { zh: "下一行、上一行", en: "next row, previous row" },
  keyOpen: { zh: "打开", en: "open" },
  keySentences: { zh: "展开原文句子", en: "show the sentences" },
  keyEscape: { zh: "关闭", en: "close" },
  close: { zh: "关闭", en: "Close" },
} as const;

export const f = dictionary(frameWords);
