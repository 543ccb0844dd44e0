/**
 * What each piece is: body, heading, caption, byline, credit, running head. Decided from how the piece is written and how
 * it stands between the others, never from what it is about. Titles are told from headings in `articles.ts`.
 * @module
 */

import { alternation, lexiconTable } from "../lexicon.ts";
import type { SentenceKind } from "../model/report.ts";
import { parseCredit } from "./bylines.ts";
import { isFurniture, isPageMark, isTrail } from "./furniture.ts";
import { parseHeaderLine } from "./header-line.ts";
import type { Piece } from "./pieces.ts";

export interface Block extends Piece {
  role: SentenceKind;
  /** Continues the body block before it (which may stand several pieces earlier). */
  joins: boolean;
}

const CLOSERS = new Set("”’\"'」』）)]】》 \t\u3000\u00a0");
const FINAL = /[。！？!?…；;：:]$/u;
const NUMBERED =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[章节篇条部分]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d))/u;
const COLUMN_NAME =
  /^\S{0,8}(?:时讯|快讯|简讯|要闻|资讯|动态|专版|专刊|特刊|副刊|周刊|看点|视点|短波)(?:[ \u3000]+[A-Z][A-Z ]{1,30})$/u;
const DATE_LINE =
  /^(?:发布时间[:：])?\[?\s{0,20}\d{4}[-/年.]\s?\d{1,2}[-/月.]\s?\d{1,2}日?[\s\d:：时分秒]{0,20}\]?$/u;
const CAPTION_LEAD = /^(?:图为|图[①②③④⑤⑥\d一二三四五六][:：为]|[▲△▼▽↑↓])/u;
const OPENER = /^(?:近日|日前|目前|同时|此外|今年|去年|据悉|据了解|据介绍|为此|其中|在[^，。]{2,12}[，,])/u;

const UNITS = alternation([
  "年",
  "月",
  "日",
  "万",
  "亿",
  "元",
  "个百分点",
  ...lexiconTable("units").map(([unit = ""]) => unit),
]);
const ENDS_IN_NUMBER = /[\d０-９]$/u;
const BEGINS_WITH_UNIT = new RegExp(`^(?:${UNITS})`, "u");
const BEGINS_WITH_AMOUNT = new RegExp(`^\\d[\\d.]{0,12}\\s?(?!年|月|日)(?:${UNITS})`, "u");
/** What documents are called, at the end of a title that may be long. */
export const DOCUMENTS = "公报|报告|方案|规划|纲要|通知|意见|计划|清单|办法|公告|决定";
const DOCUMENT = new RegExp(`(?:${DOCUMENTS})$`, "u");
const DOCUMENT_TITLE_LENGTH = 80;
/** A part of the site, as it stands in a line of its own over the way to the page. */
const SITE_PART_LENGTH = 8;

/** ——2026年1月27日在某省第十四届人民代表大会第五次会议上 */
const SUBTITLE = /^[—－-]{1,2}.{4,60}(?:会|会议|大会)上$/u;

const HEADING_LENGTH = 34;
/** With a clause comma and a reporter's line below it. */
const HEADLINE_LENGTH = 24;
const CAPTION_LENGTH = 100;
/** No page breaks so long a line: what stands below it is not its end. */
const LONGEST_LINE = 10_000;
/** A body block must be at least this long (of characters) for its open end to count as a cut. */
const CUT_LENGTH = 16;

/** Columns that a text takes in a fixed-width font. */
export function visualWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2e80 ? 1 : 2;
  return width;
}

/**
 * The width at which the lines of a file were broken by a program, or 0 when lines are paragraphs: at least two lines that
 * are followed directly by another, most of them equally wide, and most of those without an end.
 */
export function wrapWidth(pieces: readonly Piece[]): number {
  const lines: { width: number; ended: boolean }[] = [];
  for (let i = 1; i < pieces.length; i++) {
    const { text } = pieces[i - 1] as Piece;
    if (pieces[i]?.blankBefore === 0) lines.push({ width: visualWidth(text), ended: isEnded(text) });
  }
  if (lines.length < 2) return 0;
  lines.sort((a, b) => a.width - b.width);
  const width = lines[Math.floor(lines.length * 0.9)]?.width ?? 0;
  const full = lines.filter((line) => line.width >= width * 0.88);
  const broken = full.filter((line) => !line.ended).length;
  const isWrapped = full.length >= 2 && full.length * 2 >= lines.length && broken * 2 > full.length;
  return isWrapped && width >= 16 && width <= 160 ? width : 0;
}

/** Ends as a sentence or clause does, closing quotes and brackets aside. */
export function isEnded(text: string): boolean {
  let end = text.length;
  while (end > 0 && CLOSERS.has(text[end - 1] as string)) end--;
  return FINAL.test(text.slice(Math.max(0, end - 1), end));
}

/** The last quotation of `text` is still open. */
export function quoteOpen(text: string): boolean {
  const tail = text.slice(-600);
  return tail.lastIndexOf("“") > tail.lastIndexOf("”");
}

/** Closes a quotation that was opened before. */
function closesQuote(text: string): boolean {
  const close = text.indexOf("”");
  const open = text.indexOf("“");
  return close >= 0 && (open < 0 || close < open);
}

function balanced(text: string): boolean {
  for (const [open, close] of ["“”", "（）", "()", "《》", "【】"]) {
    if (text.split(open as string).length !== text.split(close as string).length) return false;
  }
  return true;
}

/**
 * Reads like a heading. A clause comma is for headlines only (`clauses`): within a text, a short line with one is a
 * sentence that the column broke off.
 */
function headingLike(piece: Piece, clauses: boolean): boolean {
  const { text } = piece;
  if (piece.level > 0) return true;
  const longest = clauses && DOCUMENT.test(text) ? DOCUMENT_TITLE_LENGTH : HEADING_LENGTH;
  if (text.length < 2 || text.length > longest || isEnded(text) || !balanced(text)) return false;
  if (/[。；;]/u.test(text) || /[，,、]$/u.test(text) || /^[，,。、；：！？”）)]/u.test(text)) return false;
  if (/^[\d\s.,%:/-]+$/u.test(text)) return false;
  if (OPENER.test(text)) return false;
  return clauses ? text.split(/[，,]/u).length <= 3 : !/[，,]/u.test(text);
}

/** `进,每半个月…`: a block that begins with the rest of a word shows that the line above it was broken off. */
function goesOnBelow(next: Piece | undefined): boolean {
  return next !== undefined && next.kind === undefined && /^.?[，,、；;）)”]/u.test(next.text);
}

/** A number whose unit stands in the line below, or growth whose amount stands on the next page. */
function cutsNumber(piece: Piece, next: Piece | undefined, overPage: boolean): boolean {
  if (next === undefined || next.kind !== undefined) return false;
  return overPage
    ? BEGINS_WITH_AMOUNT.test(next.text)
    : next.blankBefore === 0 && ENDS_IN_NUMBER.test(piece.text) && BEGINS_WITH_UNIT.test(next.text);
}

/** What stands over the way to the page, a word a line, leads to other pages. */
function siteParts(pieces: readonly Piece[], known: readonly (SentenceKind | undefined)[]): Set<number> {
  const trail = pieces.findIndex((piece, i) => known[i] === "running-head" && isTrail(piece.text));
  const above = pieces.slice(0, Math.max(0, trail));
  const isPart = (i: number): boolean =>
    known[i] !== undefined || (pieces[i]?.text.length ?? 0) <= SITE_PART_LENGTH;
  return above.every((_, i) => isPart(i))
    ? new Set(above.flatMap((_, i) => (known[i] === undefined ? [i] : [])))
    : new Set();
}

function ownRole(piece: Piece): SentenceKind | undefined {
  if (piece.kind !== undefined) return piece.kind;
  const { text } = piece;
  if (piece.level > 0) return isFurniture(text) ? "running-head" : "heading";
  if (isFurniture(text) || (text.length <= 48 && (COLUMN_NAME.test(text) || DATE_LINE.test(text))))
    return "running-head";
  if (parseHeaderLine(text) !== undefined) return "running-head";
  const credit = parseCredit(text);
  if (credit !== undefined) return credit.kind;
  return CAPTION_LEAD.test(text) && text.length <= CAPTION_LENGTH ? "caption" : undefined;
}

/** A picture's caption stands directly before its credit, in the same line or the next block. */
function isCaption(
  pieces: readonly Piece[],
  roles: readonly (SentenceKind | undefined)[],
  i: number,
): boolean {
  const piece = pieces[i] as Piece;
  if (roles[i + 1] !== "credit" || piece.blankBefore < 0 || piece.level > 0) return false;
  // A caption is a sentence or a few words; a clause without an end is body that the picture broke off.
  if (!isEnded(piece.text) && /[，,；;]/u.test(piece.text)) return false;
  return piece.text.length <= CAPTION_LENGTH && !NUMBERED.test(piece.text);
}

/** Gives each piece its role and says which body pieces belong together. */
export function assignRoles(pieces: readonly Piece[]): Block[] {
  const own = pieces.map(ownRole);
  const parts = siteParts(pieces, own);
  const known = own.map((role, i) => (parts.has(i) ? "running-head" : role));
  // Lines that stand by themselves, a date or a reporter's name, say nothing of where a program broke the text.
  const width = wrapWidth(pieces.filter(({ text }, i) => known[i] === undefined && !SUBTITLE.test(text)));
  const blocks: Block[] = [];
  /** Text of the paragraph that is being read, and whether something else came between. */
  let open = "";
  let interrupted = false;
  pieces.forEach((piece, i) => {
    let role = known[i] ?? (isCaption(pieces, known, i) ? "caption" : undefined);
    const previous = pieces[i - 1];
    const follows = !interrupted && previous !== undefined && piece.blankBefore === 0;
    const fullLine = width > 0 && follows && visualWidth(previous.text) >= width * 0.88;
    const mid =
      goesOnBelow(piece) ||
      BEGINS_WITH_AMOUNT.test(piece.text) ||
      (follows && ENDS_IN_NUMBER.test(open) && BEGINS_WITH_UNIT.test(piece.text));
    const cut = (open.length >= CUT_LENGTH || (open !== "" && mid)) && !isEnded(open);
    const canJoin = open !== "" && !piece.indented && !piece.item && !NUMBERED.test(piece.text);
    if (role === undefined) {
      const narrow = width === 0 || visualWidth(piece.text) < width * 0.8;
      const goesOn = cut && (follows || (quoteOpen(open) && closesQuote(piece.text)));
      const numbered = NUMBERED.test(piece.text);
      // A clause that the end of a page follows was cut by it.
      const cutByPage = pieces[i + 1]?.kind === "running-head" && isPageMark(pieces[i + 1]?.text ?? "");
      const headline =
        (open === "" && !cutByPage) || (known[i + 1] === "byline" && piece.text.length <= HEADLINE_LENGTH);
      if (
        narrow &&
        piece.blankBefore >= 0 &&
        !goesOn &&
        (!fullLine || numbered) &&
        headingLike(piece, headline) &&
        !goesOnBelow(pieces[i + 1]) &&
        !cutsNumber(piece, pieces[i + (cutByPage ? 2 : 1)], cutByPage)
      )
        role = "heading";
    }
    role ??= "body";
    let joins = false;
    if (role === "body") {
      const sameLine = piece.blankBefore < 0 && !interrupted;
      const quoted = quoteOpen(open) && closesQuote(piece.text);
      const plausible = !interrupted || !OPENER.test(piece.text);
      const below = open.length < LONGEST_LINE && (fullLine || quoted || (cut && plausible));
      joins = canJoin && (sameLine ? !isEnded(open) : below);
      open = joins ? open.slice(-1200) + piece.text : piece.text;
      interrupted = false;
    } else if (open !== "") {
      interrupted = true;
    }
    blocks.push({ ...piece, role, joins });
  });
  return blocks;
}
