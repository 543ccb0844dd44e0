/**
 * The line below a title that says when and where a text was published: `2024-05-08 某某日报`, `来源：某某网 发布时间：2024-05-08 10:20
 * 浏览次数：120`. It is read token by token: every token must be a date, a time, an outlet, a labelled value or a counter.
 * @module
 */
import { alternatives } from "../lexicon.ts";

export interface HeaderLine {
  /** As printed, if the line gives one: `2024-05-08`, `2024年5月8日`. */
  date?: string;
  /** The outlet or body that it was taken from. */
  outlet?: string;
}

const LONGEST = 160;
const DATE =
  /^[[(（【]?(?<date>\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?)(?:T?\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?$/u;
const TIME = /^\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?[分秒]?$/u;
const WEEKDAY = /^(?:星期|周)[一二三四五六日天]$/u;
const OUTLET =
  /^[\p{Script=Han}A-Za-z·]{2,14}(?:日报|晚报|晨报|早报|商报|时报|青年报|周报|都市报|导报|经济报|报社?|新闻网|新闻|新华社|通讯社|在线|网|客户端|融媒体?(?:中心)?|频道|电视台|广播电视台|发布|公众号)$/u;
/** A label with what it gives; the counters' values say nothing of the text. */
const LABELLED = new RegExp(`^(?<label>${alternatives("header-labels")})(?:[:：](?<value>\\S*)|$)`, "u");
const VALUE = /^[\p{Script=Han}A-Za-z0-9·（）()〔〕[\]【】_./-]{1,30}$/u;
const SIZE = /^(?:[[\]【】大中小特超]{1,6}|次|[[(（【]?\d{1,9}[\])）】]?次?|[+-]|T)$/u;
/** 【打印】【关闭】, [大 中 小] */
const BUTTONS =
  /^(?:[【[（(]?(?:打印|关闭|收藏|分享|下载|纠错|返回|大|中|小|字号|字体|打印本页|关闭窗口|我要纠错|加入收藏)[】\]）)]?){1,6}$/u;

/** A date and its time apart, and a gap before a label that is run together with what stands before it. */
function withGaps(text: string): string {
  return text
    .replace(/(?<=\d)(?=(?:来源|作者|编辑|责任编辑|浏览|点击|字号|字体|打印|发布|访问)[:：])/gu, " ")
    .replace(/(?<=[:：])\s{1,3}(?=\S)/gu, "");
}

/** What a line below a title says of its publication, or `undefined` if it is something else. */
export function parseHeaderLine(line: string): HeaderLine | undefined {
  const text = line.trim();
  if (text.length < 6 || text.length > LONGEST || /[。；！？]/u.test(text)) return undefined;
  const found: HeaderLine = {};
  let label = "";
  let labels = 0;
  for (const token of withGaps(text)
    .split(/[\s|｜丨\u3000\u00a0]+/u)
    .filter((t) => /[^/／]/u.test(t))) {
    // 【字体：大 中 小】 opens before its label.
    const marked = LABELLED.exec(token) ?? LABELLED.exec(token.replace(/^[【[（(]/u, ""));
    if (marked) {
      label = marked.groups?.["label"] ?? "";
      labels++;
    }
    const value = marked ? (marked.groups?.["value"] ?? "") : token;
    if (value === "") continue;
    const date = DATE.exec(value)?.groups?.["date"];
    if (date !== undefined) found.date ??= date;
    else if (/来源|稿源|出处|机构|单位|机关|部门/u.test(label) && VALUE.test(value)) {
      found.outlet ??= value;
      label = "";
    } else if (OUTLET.test(value) && value.length <= 16) found.outlet ??= value;
    else if (
      !(
        BUTTONS.test(value) ||
        TIME.test(value) ||
        WEEKDAY.test(value) ||
        SIZE.test(value) ||
        (label !== "" && VALUE.test(value))
      )
    )
      return undefined;
  }
  return found.date === undefined && !(labels > 0 && found.outlet !== undefined) ? undefined : found;
}
