/**
 * Paragraphs and their sentences. A paragraph is put together from runs of the original, so each sentence knows for every
 * character where it stands. Sentences end at 。！？ and …, not at ；, and never inside a quotation or bracket.
 * @module
 */
import type { Segment, Sentence } from "../model/report.ts";
import type { Placed } from "./articles.ts";
import { isSpaceAt } from "./lines.ts";
import { normalize } from "./norm.ts";
import { numberSpaces } from "./number-spaces.ts";
import type { Span } from "./offsets.ts";

interface Paragraph {
  blocks: Placed[];
  runs: Span[];
}

/** A quotation longer than this is taken for one whose closing mark was lost. */
const QUOTE_LIMIT = 600;
/**
 * A sentence longer than this many characters is none: a table without its lines, or marks that were lost. It is cut at its
 * weaker marks, so that the time to read a text grows with its length and not with that of its longest sentence.
 */
const LONGEST = 1_500;
/** Where such a run is cut, the best first. */
const WEAKER = ["；", "，", "、", " "];

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "「": "」",
  "『": "』",
  "（": "）",
  "《": "》",
  "【": "】",
  "[": "]",
};
const CLOSERS = new Set(Object.values(PAIRS));
const CAPTION_SENTENCE = /^图为.{1,58}[。]?$/u;

/** Body blocks that continue one another in one paragraph; every other block alone. */
function paragraphs(blocks: readonly Placed[], text: string): Paragraph[] {
  const list: Paragraph[] = [];
  let open: Paragraph | undefined;
  for (const block of blocks) {
    if (
      open !== undefined &&
      block.role === "body" &&
      block.joins &&
      open.blocks[0]?.article === block.article
    ) {
      open.runs.push(...bridge(open.runs.at(-1) as Span, block.runs[0] as Span, text), ...block.runs);
      open.blocks.push(block);
      continue;
    }
    const paragraph: Paragraph = { blocks: [block], runs: [...block.runs] };
    list.push(paragraph);
    if (block.role === "body") open = paragraph;
  }
  return list;
}

/** Between two Latin words a space of the layout is a space of the text; between hanzi it is none. */
function bridge(before: Span, after: Span, text: string): Span[] {
  const latin = /[A-Za-z,]/;
  if (!latin.test(text[before.end - 1] ?? "") || !/[A-Za-z]/.test(text[after.start] ?? "")) return [];
  const gap = text.slice(before.end, Math.min(after.start, before.end + 40)).search(/[ \t\u00a0]/u);
  return gap < 0 ? [] : [{ start: before.end + gap, end: before.end + gap + 1 }];
}

interface Clean {
  text: string;
  segments: Segment[];
}

/** Puts runs together; of several white spaces in a row the first stays. */
function clean(runs: readonly Span[], text: string): Clean {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let at = 0;
  let spaceBefore = false;
  const add = (start: number, end: number): void => {
    if (start >= end) return;
    const last = segments.at(-1);
    if (last !== undefined && last.start + last.length === start) last.length += end - start;
    else segments.push({ at, start, length: end - start });
    parts.push(text.slice(start, end));
    at += end - start;
  };
  for (const run of runs) {
    let from = run.start;
    for (let i = run.start; i < run.end; i++) {
      const space = isSpaceAt(text, i);
      if (space && spaceBefore) {
        add(from, i);
        from = i + 1;
      }
      spaceBefore = space;
    }
    add(from, run.end);
  }
  return without({ text: parts.join(""), segments });
}

/** Takes the spaces beside numbers out; the segments tell where they were. */
function without({ text, segments }: Clean): Clean {
  const gaps = numberSpaces(text);
  if (gaps.length === 0) return { text, segments };
  const kept = [-1, ...gaps].map((gap, i) => ({ start: gap + 1, end: gaps[i] ?? text.length }));
  let at = 0;
  let from = 0;
  const moved = kept.flatMap(({ start, end }) => {
    while ((segments[from + 1]?.at ?? Number.POSITIVE_INFINITY) <= start) from++;
    const own = slice(segments, start, end, from).map((s) => ({ ...s, at: s.at + at }));
    at += end - start;
    return own;
  });
  return { text: kept.map(({ start, end }) => text.slice(start, end)).join(""), segments: moved };
}

/** For each opening mark that is closed within the limit, where its closing mark stands. */
function matchPairs(norm: string): Map<number, number> {
  const matched = new Map<number, number>();
  const stack: { at: number; close: string }[] = [];
  for (let i = 0; i < norm.length; i++) {
    const char = norm[i] as string;
    const close = PAIRS[char];
    if (close !== undefined) {
      stack.push({ at: i, close });
      // Unclosed marks must not make the search for a partner long.
      if (stack.length > 32) stack.shift();
    } else if (CLOSERS.has(char)) {
      const partner = stack.findLastIndex((open) => open.close === char);
      if (partner < 0) continue;
      const opening = stack[partner] as { at: number };
      if (i - opening.at <= QUOTE_LIMIT) matched.set(opening.at, i);
      stack.length = partner;
    }
  }
  return matched;
}

const isTerminator = (char: string | undefined): boolean =>
  char === "。" || char === "！" || char === "？" || char === "…";

/** End of the terminator that begins at `at`, or -1. `...` counts, a single full stop does not. */
function terminatorEnd(norm: string, at: number): number {
  let end = at;
  while (isTerminator(norm[end])) end++;
  if (end > at) return end;
  while (norm[end] === ".") end++;
  return end - at >= 3 ? end : -1;
}

/** `他说：“……。”` ends with its quotation; `“……。”他说` goes on after it. */
function quoteEndsSentence(norm: string, open: number, close: number): boolean {
  if (!isTerminator(norm[close - 1])) return false;
  let before = open - 1;
  while (norm[before] === " ") before--;
  return norm[before] === "：" && !/[，。；、！？：”’）]/u.test(norm[close + 1] ?? "。");
}

/** Ends of the sentences of a paragraph in its normal form, the last one being its length. */
export function splitSentences(norm: string): number[] {
  const ends: number[] = [];
  const pairs = matchPairs(norm);
  let i = 0;
  while (i < norm.length) {
    const close = pairs.get(i);
    if (close !== undefined) {
      if (norm[i] === "“" && quoteEndsSentence(norm, i, close)) ends.push(close + 1);
      i = close + 1;
      continue;
    }
    let end = terminatorEnd(norm, i);
    if (end < 0) {
      i++;
      continue;
    }
    while (CLOSERS.has(norm[end] ?? "") || isTerminator(norm[end])) end++;
    i = end;
    if (!/[，、；：]/u.test(norm[end] ?? "")) ends.push(end);
  }
  if (ends.at(-1) !== norm.length) ends.push(norm.length);
  return ends;
}

/** Adds ends where a sentence is longer than any real one. */
export function cutLong(norm: string, ends: readonly number[]): number[] {
  const all: number[] = [];
  let from = 0;
  for (const end of ends) {
    while (end - from > LONGEST) {
      const reach = norm.slice(from, from + LONGEST);
      const mark = WEAKER.map((c) => reach.lastIndexOf(c)).find((at) => at >= LONGEST / 3);
      const last = reach.charCodeAt(LONGEST - 1);
      // Never between the halves of a surrogate pair.
      from += mark === undefined ? LONGEST - (last >= 0xd800 && last < 0xdc00 ? 1 : 0) : mark + 1;
      all.push(from);
    }
    all.push(end);
    from = end;
  }
  return all;
}

type Range = Pick<Span, "start" | "end">;

const passages = (ends: readonly number[]): Range[] =>
  ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));

/** A passage cut where it is longer than any real sentence. */
const piecesOf = (norm: string, { start, end }: Range): Range[] =>
  passages(cutLong(norm.slice(start, end), [end - start])).map((piece) => ({
    start: start + piece.start,
    end: start + piece.end,
  }));

/** Cuts segments to a range; `from` is a segment that does not lie behind `start`, so that a long paragraph stays linear. */
function slice(segments: readonly Segment[], start: number, end: number, from: number): Segment[] {
  const out: Segment[] = [];
  for (let i = from; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (segment.at >= end) break;
    const first = Math.max(start, segment.at);
    const last = Math.min(end, segment.at + segment.length);
    if (first < last)
      out.push({ at: first - start, start: segment.start + first - segment.at, length: last - first });
  }
  return out;
}

export interface SentencesRead {
  /** In the order in which they begin. */
  sentences: Sentence[];
  /** Lengths of the passages that were left out, in characters. */
  leftOut: number[];
}

/**
 * All sentences of a report. A passage of more than `passage` characters in which none ends is no language (pictures and
 * programs written as letters, dumps of numbers, one word over and over) and is left out.
 */
export function readSentences(blocks: readonly Placed[], text: string, passage: number): SentencesRead {
  const sentences: Sentence[] = [];
  const leftOut: number[] = [];
  paragraphs(blocks, text).forEach((paragraph, number) => {
    const block = paragraph.blocks[0] as Placed;
    const whole = clean(paragraph.runs, text);
    const norm = normalize(whole.text);
    const isProse = block.role === "body" || block.role === "caption";
    const ranges = passages(isProse ? splitSentences(norm) : [norm.length]).flatMap((range) => {
      const length = range.end - range.start;
      if (length > passage) leftOut.push(length);
      return length > passage ? [] : block.role === "row" ? [range] : piecesOf(norm, range);
    });
    let reached = 0;
    for (let { start, end } of ranges) {
      while (start < end && norm[start] === " ") start++;
      while (end > start && norm[end - 1] === " ") end--;
      const segments = slice(whole.segments, start, end, reached);
      while (reached + 1 < whole.segments.length && (whole.segments[reached + 1] as Segment).at <= end)
        reached++;
      const [first, last] = [segments[0], segments.at(-1)];
      if (first === undefined || last === undefined) continue;
      const own = paragraph.blocks.findLast((b) => b.start <= first.start) ?? block;
      const sentence = whole.text.slice(start, end);
      sentences.push({
        index: 0,
        kind: block.role === "body" && CAPTION_SENTENCE.test(sentence) ? "caption" : block.role,
        article: own.article,
        section: own.section,
        paragraph: number,
        text: sentence,
        norm: norm.slice(start, end),
        start: first.start,
        end: last.start + last.length,
        segments,
      });
    }
  });
  sentences.sort((a, b) => a.start - b.start);
  for (const [index, sentence] of sentences.entries()) sentence.index = index;
  return { sentences, leftOut };
}
