/**
 * 半年, 一半, 过半; 翻番, 翻两番: amounts without a numeral of their own.
 * @module
 */
import { kindAt, OTHER, valueAt } from "./chars.ts";
import type { Candidate } from "./neighbours.ts";
import { readNumeral } from "./numeral.ts";
import { DOUBLING, HALF_UNIT } from "./patterns.ts";
import { qualifierAfter, qualifierBefore } from "./units.ts";

const NO_NUMERAL = {
  end: 0,
  value: 0,
  chinese: true,
  bare: false,
  length: 1,
  scale: 1,
  positional: false,
  formatted: false,
  vague: false,
};

function candidate(
  start: number,
  end: number,
  value: number,
  unit: string,
  kind: Candidate["kind"],
  text: string,
): Candidate {
  const lead = qualifierBefore(text, start);
  const trail = qualifierAfter(text, end);
  const qualifier = lead?.qualifier ?? trail?.qualifier;
  return {
    start: lead?.start ?? start,
    end: trail?.end ?? end,
    text: "",
    numberStart: start,
    value,
    unit,
    kind,
    chinese: true,
    weak: false,
    numeral: NO_NUMERAL,
    numberEnd: end,
    led: lead !== undefined,
    ...(qualifier ? { qualifier } : {}),
  };
}

/** 半年, 半个月, 半小时; 半导体 and 上半年 are none. */
export function readHalf(text: string, i: number, found: Candidate[]): number {
  if ("上下前后大多夜".includes(text.charAt(i - 1) || "。")) return i + 1;
  HALF_UNIT.lastIndex = i;
  const match = HALF_UNIT.exec(text);
  if (!match) return i + 1;
  const half = candidate(
    i,
    i + match[0].length,
    0.5,
    match[1] === "月" ? "个月" : (match[1] ?? ""),
    "measure",
    text,
  );
  half.start = Math.max(half.start, found.at(-1)?.end ?? 0);
  found.push(half);
  return half.end;
}

/** 翻番, 翻一番: to twice; 翻两番: to four times. */
export function readDoubling(text: string, i: number, found: Candidate[]): number {
  DOUBLING.lastIndex = i;
  const match = DOUBLING.exec(text);
  if (!match) return i + 1;
  const at = i + match[0].length - 2;
  let times = 1;
  if (match[1]) {
    const numeral = kindAt(text, at) === OTHER ? undefined : readNumeral(text, at);
    times = numeral && !("skipTo" in numeral) ? numeral.value : valueAt(text, at);
  }
  const doubled = candidate(i, i + match[0].length, 2 ** times, "倍", "multiple", text);
  doubled.start = Math.max(doubled.start, found.at(-1)?.end ?? 0);
  found.push(doubled);
  return doubled.end;
}
