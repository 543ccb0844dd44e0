/**
 * Lines that belong to the page and not to its text: buttons, ways through the site, page numbers, the publisher's footer.
 * A line is furniture as a whole or not at all; nothing is taken out of a sentence.
 * @module
 */
import { alternation, lexiconTable } from "../lexicon.ts";

const kinds = new Map(lexiconTable("page-furniture").map(([text = "", kind = ""]) => [text, kind]));
const words = (kind: string): string[] => [...kinds].flatMap(([word, own]) => (own === kind ? [word] : []));

/** Numbers of pages, as books, Word and printers write them: - 5 -, — 5 —, 第 3 页 共 9 页, 3/9, Page 3 of 9, ·5·. */
const PAGE_MARK =
  /^(?:第?\s?[0-9A-Z]{1,4}\s?版|[-—–－·•~～]{1,2}\s?[\d０-９]{1,4}\s?[-—–－·•~～]{1,2}|\d{1,3}|\d{1,4}\s?[/／]\s?\d{1,4}|第\s?[\d０-９一二三四五六七八九十百]{1,5}\s?页(?:\s?[，,/／]?\s?[（(]?共\s?[\d０-９一二三四五六七八九十百]{1,5}\s?页[)）]?)?|共\s?\d{1,4}\s?页\s?[，,]?\s?第\s?\d{1,4}\s?页|[Pp]age\s\d{1,4}(?:\sof\s\d{1,4})?)$/u;
const PLACE_LINE = /^(?:您?(?:现在)?(?:的|当前)?(?:所在)?(?:的)?位置|当前位置|导航)\s?(?:[:：]|是)/u;
/** 首页 > 新闻中心 > 要闻 */
const TRAIL = /^\S{0,12}(?:首页|主页|Home)\s{0,3}(?:>>?|›|»|→|\/|&gt;|＞|》|-)\s{0,3}\S/u;
const FOOTER =
  /版权所有|copyright|©|ICP备|ICP证|公网安备|网站标识码|技术支持[:：]|备案(?:号|编号)|网站地图|建议使用.{0,20}浏览器|未经.{0,12}授权.{0,12}(?:转载|使用)|违法和不良信息举报|新闻信息服务许可|举报电话|(?:主办|承办|运维|维护)(?:单位)?[:：]/iu;
const RIGHTS = /版权|copyright|©|ICP|未经|举报/iu;
/** 发文机关：某市人民政府办公室: what a page of a government tells of a document. */
const FIELD = new RegExp(`^(?:${alternation(words("field"))})\\s?[:：]\\s?\\S.{0,60}$`, "u");
/** 第03版：经济 */
const NEWSPAPER_PAGE = /^第?\s?[0-9A-Z]{1,4}\s?版\s?[:：·]?\s?\S{0,10}$/u;
const LONGEST = 240;
const SEPARATORS = /[\s|｜丨>＞›»·•【】[\]（）()「」<>＜/／:：,，、]+/u;

export function isPageMark(line: string): boolean {
  return line.length <= 24 && PAGE_MARK.test(line);
}

function isWordsOnly(line: string): boolean {
  if (line.length > 120) return false;
  const tokens = line.split(SEPARATORS).filter((token) => token !== "");
  if (tokens.length === 0) return line.length <= 4 && /^[【】[\]（）()|｜\s>]+$/u.test(line);
  const found = tokens.map((token) => kinds.get(token));
  if (found.every((kind) => kind === "button")) return true;
  const known = found.filter((kind) => kind !== undefined).length;
  // A row of the site's parts, of which not every one is in the list.
  return tokens.length >= 3 && known * 2 > tokens.length && tokens.every((token) => token.length <= 8);
}

/** Is a trimmed line the way through the site to this page? */
export const isTrail = (line: string): boolean =>
  line.length <= 80 && !/[。！？]$/u.test(line) && (PLACE_LINE.test(line) || TRAIL.test(line));

/** How a line begins that tells where a text was printed before: （原载《某报》2023年9月7日第1版）. */
export const REPRINT: string = "[（(]\\s?(?:原载|原刊|转载自|摘自)";
const REPRINTED = new RegExp(`^${REPRINT}[^（()）]{2,60}[)）]$`, "u");

/** Is a trimmed line furniture of the page? */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (isPageMark(line) || REPRINTED.test(line) || NEWSPAPER_PAGE.test(line)) return true;
  const ended = /[。！？]$/u.test(line);
  if (isTrail(line) || (!ended && (PLACE_LINE.test(line) || FIELD.test(line)))) return true;
  if (
    FOOTER.test(line) &&
    (!ended || RIGHTS.test(line)) &&
    !/[。！？]./u.test(line) &&
    !/(?:，.*){3}/u.test(line)
  )
    return true;
  return isWordsOnly(line);
}
