/**
 * What figures in a row share: 改造甲100个、乙200套 (the verb before them), 3个甲、5个乙提质升级 (what is said behind the last).
 * Each gets it, for none can be read without.
 * @module
 */

import type { Token } from "../../tag/lac/index.ts";
import type { Quantity } from "../quantity/index.ts";
import type { DocSentence } from "../types.ts";
import { clauseStart, wordsBehind } from "./indicator.ts";
import { LIGHT_VERB, OWN_VERB, SHARED_VERB } from "./patterns.ts";
import type { Figure } from "./types.ts";

const COUNTED: ReadonlySet<Quantity["kind"]> = new Set(["count", "measure"]);
const isVerb = ({ tag }: Token): boolean => tag === "v" || tag === "vn";

/** What may stand before the verb of a clause: a time, a place, an adverb. */
const AHEAD: ReadonlySet<string> = new Set(["TIME", "t", "LOC", "ns", "d", "ad", "w"]);

/** The verbs that open the words from `from` on, as far as they stand side by side: 建设改造. */
function openingVerb({ norm, tokens }: DocSentence, from: number, to: number): string {
  const inside = tokens.filter((t) => t.start >= from && t.end < to);
  const first = inside.findIndex((t) => !AHEAD.has(t.tag));
  const stop = inside.findIndex((t, i) => i >= first && t.tag !== "v");
  const verbs = first < 0 ? [] : inside.slice(first, stop < 0 ? inside.length : stop);
  const verb = verbs.map((t) => norm.slice(t.start, t.end)).join("");
  const told = verb.replace(/^拟(?!定)/u, "");
  return told.length > 1 && !LIGHT_VERB.test(told) ? told : "";
}

/** 新增 of 乙750个 in 新增甲110个、乙750个: a verb that the figure before shares with this one. */
export function sharedVerb(sentence: DocSentence, q: Quantity, here: Figure | undefined): string {
  if (!here || !COUNTED.has(q.kind) || !COUNTED.has(here.quantity.kind) || q.direction !== undefined)
    return "";
  const { norm, tokens } = sentence;
  const between = norm.slice(here.quantity.end, q.start);
  // 新建10家甲、30家乙: the things counted stand between; a comma or a verb of its own ends it.
  if (between.length > 30 || !/[、和及]/u.test(between) || /[，。；：]/u.test(between)) return "";
  const at = here.quantity.end + Math.max(...["、", "和", "及"].map((mark) => between.lastIndexOf(mark))) + 1;
  const own = norm.slice(at, q.start);
  const next = tokens.find((t) => t.start >= (own === "" ? q.end : at));
  if (OWN_VERB.test(own) || OWN_VERB.test(norm.slice(q.end, q.end + 4))) return "";
  const from = clauseStart(norm, here.quantity.start, 0);
  const words = norm.slice(from, here.quantity.start);
  const listed = SHARED_VERB.exec(here.indicator)?.[0] ?? SHARED_VERB.exec(`${words}〇〇`)?.[0];
  if (listed !== undefined) return listed;
  if (next?.tag === "v") return "";
  // 改造甲30个、新建乙5个、丙8个: the nearest verb.
  const item = from + words.lastIndexOf("、") + 1;
  return openingVerb(sentence, item, here.quantity.start) || openingVerb(sentence, from, here.quantity.start);
}

/** The last of the figures that go on from `index` with 、 or 和 between what they count. */
function lastOfRow(sentence: DocSentence, list: readonly Quantity[], index: number): number {
  let k = index;
  for (; k + 1 < list.length; k++) {
    const [q, next] = [list[k], list[k + 1]] as [Quantity, Quantity];
    const between = sentence.norm.slice(q.end, next.start);
    if (!COUNTED.has(next.kind) || next.direction !== undefined) break;
    if (!/^[^，。；：！？（）]{2,24}[、和与及]$/u.test(between)) break;
    if (sentence.tokens.some((t) => t.tag === "v" && t.start >= q.end && t.end <= next.start)) break;
  }
  return k;
}

/**
 * What is said behind the last figure of a row and holds for this one, too: 3个甲、5个乙提质升级; 2个国家级、3个省级医疗中心.
 * @param own the words behind this one
 * @param before the words before it
 */
export function sharedTail(
  sentence: DocSentence,
  list: readonly Quantity[],
  index: number,
  own: string,
  before: string,
): string {
  const q = list[index] as Quantity;
  const last = lastOfRow(sentence, list, index);
  if (last === index || !COUNTED.has(q.kind)) return "";
  const tail = list[last] as Quantity;
  const behind = wordsBehind(sentence, tail, list[last + 1]?.start ?? sentence.norm.length);
  // 2个国家级、3个省级医疗中心
  if (/(?:级|类|型)$/u.test(own))
    return /^.{1,5}(?:级|类|型)(?<noun>.{2,12})$/u.exec(behind)?.groups?.["noun"] ?? "";
  const start = sentence.norm.indexOf(behind, tail.end);
  const inside = sentence.tokens.filter((t) => t.start >= start && t.end <= start + behind.length);
  if (start < 0 || inside.length < 2) return "";
  if (before === "") {
    const verb = inside.find((t, i) => i > 0 && t.tag === "v" && t.end - t.start > 1);
    return verb ? sentence.norm.slice(verb.start, start + behind.length) : "";
  }
  if (!LIGHT_VERB.test(before)) return "";
  const other = inside.findLastIndex((t) => !isVerb(t));
  const first = inside[other + 1];
  return first && other >= 0 ? sentence.norm.slice(first.start, start + behind.length) : "";
}
