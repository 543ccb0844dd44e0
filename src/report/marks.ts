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
const CLOSING = /[ \t]+#+$/;
/** `**`, and pictures and link addresses, whose parts are bounded so that the search stays linear. */
const INLINE =
  /\*\*|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)|\[(?=[^\]\n]{1,200}\]\([^)\n]{1,500}\))|\]\((?:https?:|mailto:|\/|#|\.)[^)\n]{0,500}\)/g;

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
  if (level > 0) to -= CLOSING.exec(text.slice(Math.max(from, end - 20), end))?.[0].length ?? 0;
  const body = text.slice(from, to);
  if (level === 0 && body.length > 4 && body.startsWith("**") && body.indexOf("**", 2) === body.length - 2)
    level = 7;
  return { runs: withoutInline(text, from, to, body), level, item };
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
  for (const match of body.matchAll(INLINE)) {
    add(from + at, from + match.index);
    at = match.index + match[0].length;
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
