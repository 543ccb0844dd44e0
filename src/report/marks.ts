/**
 * Markdown's marks are layout, not text: `#`, `>`, list dashes, `**`, rules, pictures and the addresses of links are left
 * out of the runs of characters that make up a line.
 * @module
 */

import { trimRange } from "./lines.ts";
import type { Span } from "./offsets.ts";

export interface Marked {
  /** What is text, in order. */
  runs: Span[];
  /** Level of a `#` heading, 0 if it is none; a line all in bold is level 7. */
  level: number;
  /** A list item. */
  item: boolean;
}

const HEADING = /^(#{1,6})[ \u3000\t]+/;
const QUOTE = /^>[> ]*/;
const ITEM = /^[-*+][ \t]+/;
const RULE_LINE = /^(?:[-*_=#][ \t]?){3,}$/;
/** Longest text and address of a link that is looked for; keeps the search linear. */
const LINK_TEXT = 200;
const LINK_ADDRESS = 500;
const ADDRESS = /^(?:https?:|mailto:|\/|#|\.)/;

/** Reads the marks of the line (or part of a line) at `start..end`. */
export function readMarks(text: string, start: number, end: number): Marked {
  let from = start;
  const take = (pattern: RegExp): string => {
    const match = pattern.exec(text.slice(from, Math.min(end, from + 40)));
    if (match === null) return "";
    from += match[0].length;
    return match[1] ?? match[0];
  };
  if (end - start <= 200 && RULE_LINE.test(text.slice(start, end)))
    return { runs: [], level: 0, item: false };
  take(QUOTE);
  const item = take(ITEM) !== "";
  let level = take(HEADING).length;
  let to = end;
  if (level > 0) to = beforeClosingMarks(text, from, to);
  const body = text.slice(from, to);
  if (level === 0 && body.length > 4 && body.startsWith("**") && body.indexOf("**", 2) === body.length - 2)
    level = 7;
  return { runs: withoutInline(text, from, to, body), level, item };
}

/** `## Title ##`: the marks at the end count only after a space. */
function beforeClosingMarks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text[end - 1] === "#") end--;
  if (end === to || !/[ \t]/.test(text[end - 1] ?? "")) return to;
  return trimRange(text, from, end)[1];
}

interface Link {
  /** Position of `]`. */
  close: number;
  end: number;
  address: string;
}

/** The link whose `[` stands at `open`. */
function linkAt(body: string, open: number): Link | undefined {
  const close = body.slice(open, open + LINK_TEXT + 2).indexOf("](");
  if (close < 0) return undefined;
  const from = open + close + 2;
  const length = body.slice(from, from + LINK_ADDRESS + 1).indexOf(")");
  if (length < 0) return undefined;
  return { close: open + close, end: from + length + 1, address: body.slice(from, from + length) };
}

/** Ranges of `**`, of pictures, and of a link's brackets and address, in order. */
function inlineMarks(body: string): Span[] {
  const marks: Span[] = [];
  for (let i = 0; i < body.length; i++) {
    const char = body[i];
    if (char === "*" && body[i + 1] === "*") {
      marks.push({ start: i, end: i + 2 });
      i++;
    } else if (char === "!" && body[i + 1] === "[") {
      const picture = linkAt(body, i + 1);
      if (picture === undefined) continue;
      marks.push({ start: i, end: picture.end });
      i = picture.end - 1;
    } else if (char === "[") {
      const link = linkAt(body, i);
      if (link === undefined || !ADDRESS.test(link.address)) continue;
      marks.push({ start: i, end: i + 1 }, { start: link.close, end: link.end });
      i = link.end - 1;
    }
  }
  return marks;
}

function withoutInline(text: string, from: number, to: number, body: string): Span[] {
  const runs: Span[] = [];
  let at = 0;
  const add = (begin: number, stop: number): void => {
    const last = stop >= to;
    const [start, end] = trimRange(text, begin, stop);
    // Space between runs is kept as it stands; only the line's edges are trimmed.
    const run = { start: runs.length === 0 ? start : begin, end: last ? end : stop };
    if (start < end && run.start < run.end) runs.push(run);
  };
  for (const mark of inlineMarks(body)) {
    add(from + at, from + mark.start);
    at = mark.end;
  }
  add(from + at, to);
  return runs;
}

/** `**核心提示** text…`: a bold opening that is followed by text is a heading of its own. Returns where the text begins. */
export function boldLead(text: string, start: number, end: number): number | undefined {
  if (!text.startsWith("**", start)) return undefined;
  const close = text.indexOf("**", start + 2);
  if (close < 0 || close - start > 22 || close + 2 >= end) return undefined;
  const inner = text.slice(start + 2, close);
  const next = text[close + 2] as string;
  if (/[。！？，,；：:]/u.test(inner) || !/[\s\u3000]/u.test(next)) return undefined;
  return close + 2;
}
