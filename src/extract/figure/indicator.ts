/**
 * The words of the report that name what a number measures: what stands before it in its clause, and, for things counted or
 * measured, the noun behind it.
 * @module
 */
import type { Quantity } from "../quantity/index.ts";
import type { DocSentence, Mention } from "../types.ts";
import { BOUNDARY, LEADING, TRAILING } from "./patterns.ts";

/** Longest text taken from behind a number. */
const BEHIND = 26;
/** Longest name of a figure; a longer one keeps its end, which holds the head noun. */
const LONGEST = 40;
const NAMES = new Set<Mention["type"]>(["Project", "Company", "Institution", "Agency", "Event"]);

/** Start of the clause of a position, not before `floor`. */
export function clauseStart(norm: string, position: number, floor: number): number {
  let i = position;
  while (i > floor && !BOUNDARY.test(norm.charAt(i - 1))) i--;
  return i;
}

/** Drops words of function and times at the head, and verbs of being and reaching at the end. */
export function trim(words: string): string {
  let rest = words.replace(LEADING, "").trimEnd();
  for (let shorter = rest.replace(TRAILING, ""); shorter !== rest; shorter = rest.replace(TRAILING, ""))
    rest = shorter.trimEnd();
  return rest.trim();
}

/** What a time leaves at the head of a clause: 年底前, 期间, 来. */
const AFTER_TIME = /^(?:底|末|前|内|以来|期间|来|间|的|中|，|,|、| )+/;
const LINKS = /^[\s、和与及并于在到自从至]*$/;

/** The words before the number from `from`, without leading times and places and without examples (甲、乙等). */
export function wordsBefore(sentence: DocSentence, from: number, to: number): string {
  const { norm, times, mentions } = sentence;
  let start = from;
  let timed = false;
  for (const time of times) {
    if (
      time.start < start ||
      time.end > to ||
      !LINKS.test(norm.slice(start, time.start).replace(LEADING, ""))
    )
      continue;
    start = time.end;
    timed = true;
  }
  if (timed) start += AFTER_TIME.exec(norm.slice(start, to))?.[0].length ?? 0;
  const place = mentions.find((m) => m.type === "Place" && m.start === start && m.end < to);
  if (place) start = place.end;
  const words = norm.slice(start, to);
  const etc = words.lastIndexOf("等");
  if (etc >= 0 && etc === words.length - 1) return "";
  const named = mentions.find((m) => NAMES.has(m.type) && m.start >= start && m.end <= start + etc);
  if (named && etc >= 0) {
    const verb = norm.slice(start, named.start);
    return trim(`${verb.length <= 4 ? verb : ""}${words.slice(etc + 1)}`);
  }
  const trimmed = trim(words);
  // An opening quotation mark whose partner is elsewhere is no part of the name.
  return trimmed.startsWith("“") && !trimmed.includes("”") ? trim(trimmed.slice(1)) : trimmed;
}

/** The noun behind the number, up to the next clause or figure. */
export function wordsBehind(sentence: DocSentence, q: Quantity, ceiling: number): string {
  const { norm } = sentence;
  if (/[、和与及或]/.test(norm.charAt(q.end))) return "";
  const limit = Math.min(norm.length, q.end + BEHIND, ceiling);
  let end = q.end;
  while (end < limit && !BOUNDARY.test(norm.charAt(end)) && norm[end] !== "、") end++;
  // 8个涉及甲、乙等领域的项目: what is counted stands behind the clause that tells of it.
  if (norm[end] === "、" && /^(?:涉及|涵盖|来自|聚焦|包含|总投资|投资)/u.test(norm.slice(q.end, q.end + 4))) {
    const counted = /的(?<head>\p{Script=Han}{2,16})/u.exec(
      norm.slice(end, end + 50).split(/[，。；]/u)[0] ?? "",
    );
    if (counted?.groups) return counted.groups["head"] ?? "";
  }
  return norm
    .slice(q.end, end)
    .replace(/^[\s的左右”]+/, "")
    .replace(/(?:和|与|及|以及|并|，)$/, "");
}

export function shorten(name: string): string {
  return name.length > LONGEST ? name.slice(-LONGEST) : name;
}

/**
 * 甲、乙产量分别增长3%和5%: one name for each amount. The items share the end of the last when that is longer than the others.
 */
export function distribute(words: string, count: number): string[] | undefined {
  const items = words.split(/[、和与]/).filter((item) => item !== "");
  if (items.length !== count) return undefined;
  const last = items.at(-1) ?? "";
  return items.map((item, i) => {
    const shared = last.slice(item.length);
    return i === items.length - 1 || shared === "" || shared.length < 2 ? item : `${item}${shared}`;
  });
}
