/**
 * What a quantity takes from its neighbours: 3至5亿元 and 3%-5% are ranges, 3.5个和3个百分点 two percentage points, 10和12公里 two
 * lengths. Weak candidates (a number that counts only beside another) are dropped here.
 * @module
 */
import { tidy } from "./chars.ts";
import type { Numeral } from "./numeral.ts";
import type { Quantity } from "./types.ts";

export interface Candidate extends Quantity {
  /** Counts only when a neighbour gives it a unit. */
  weak: boolean;
  numeral: Numeral;
  numberEnd: number;
  /** A qualifier stands before it. */
  led: boolean;
}

const RANGE = new Set([..."至到-~～—–－"]);
export const LIST: ReadonlySet<string> = new Set([..."、和与及"]);
const FROM = new Set([..."从由自"]);

/** Whether two neighbours are the ends of one range, and its lower end in the unit of the upper. */
function lowerEnd(text: string, low: Candidate, high: Candidate): number | undefined {
  if (high.led || FROM.has(text.charAt(low.start - 1)) || low.high !== undefined || high.high !== undefined)
    return undefined;
  const plain = low.kind === "plain";
  if (!plain && low.unit !== high.unit) return undefined;
  const factor =
    high.kind === "ratio" || high.kind === "pp" ? tidy(high.value / (high.numeral.value || 1)) : 1;
  const shared =
    plain && low.numeral.scale === 1 && low.numeral.value < high.numeral.value / high.numeral.scale;
  const value = plain ? tidy(low.value * factor * (shared ? high.numeral.scale : 1)) : low.value;
  return value < high.value ? value : undefined;
}

function inherit(from: Candidate, to: Candidate): void {
  const factor =
    from.kind === "ratio" || from.kind === "pp" ? tidy(from.value / (from.numeral.value || 1)) : 1;
  to.value = tidy(to.value * factor);
  to.unit = from.unit;
  to.kind = from.kind;
  to.weak = false;
  if (from.currency) to.currency = from.currency;
  if (from.classifier) to.classifier = from.classifier;
  else delete to.classifier;
}

/** Joins ranges, shares units, drops what stayed weak, and strips what only the scanner needs. */
export function combine(text: string, candidates: readonly Candidate[]): Quantity[] {
  const kept: Candidate[] = [];
  for (const current of candidates) {
    const last = kept.at(-1);
    const link = last && current.start === last.end + 1 ? text.charAt(last.end) : "";
    if (
      last &&
      current.kind !== "plain" &&
      RANGE.has(link) &&
      last.kind !== "rank" &&
      last.kind !== "ordinal"
    ) {
      const low = lowerEnd(text, last, current);
      if (low !== undefined) {
        current.high = current.value;
        current.value = low;
        current.start = last.start;
        current.numberStart = last.numberStart;
        if (last.led && last.qualifier) current.qualifier = last.qualifier;
        current.led = last.led;
        kept[kept.length - 1] = current;
        continue;
      }
    }
    if (
      current.kind === "pp" ||
      (current.kind !== "plain" && current.kind !== "rank" && current.kind !== "ordinal")
    ) {
      for (let k = kept.length - 1, right = current; k >= 0; k--) {
        const left = kept[k];
        if (!left || right.start !== left.end + 1 || !LIST.has(text.charAt(left.end))) break;
        const open = left.kind === "plain" || (current.kind === "pp" && left.classifier === "个");
        if (!open || (left.kind === "plain" && isListMark(text, left))) break;
        inherit(current, left);
        right = left;
      }
    }
    // 第四十六条、四十八条
    if (
      last?.kind === "ordinal" &&
      LIST.has(link) &&
      current.classifier &&
      current.classifier === last.classifier
    ) {
      current.kind = "ordinal";
      current.unit = current.classifier;
    }
    kept.push(current);
  }
  return kept.flatMap(({ weak, numeral: _n, numberEnd: _e, led: _l, ...quantity }) =>
    weak ? [] : [quantity],
  );
}

/** 1、 at the head of a clause numbers a list. */
function isListMark(text: string, candidate: Candidate): boolean {
  return (
    text[candidate.end] === "、" &&
    (candidate.start === 0 || "。；：\n （(".includes(text.charAt(candidate.start - 1)))
  );
}
