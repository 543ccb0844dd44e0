/**
 * Finds every quantity of a text in one pass: numeral, unit, qualifier; then what neighbours tell (`neighbours.ts`).
 * @module
 */
import { acceptsUnit } from "./accept.ts";
import { attachChange } from "./change.ts";
import { ARABIC, BIG, DIGIT, isLatin, kindAt, OTHER, SMALL, tidy, VAGUE, valueAt, ZERO } from "./chars.ts";
import { dateEnd, isCode, isIdentifier } from "./exclude.ts";
import { type Candidate, combine } from "./neighbours.ts";
import { type Numeral, readNumeral } from "./numeral.ts";
import { MONEY_NOUN_AFTER, MONEY_NOUN_BEFORE, RANK_BEFORE } from "./patterns.ts";
import { readDoubling, readHalf } from "./special.ts";
import type { Qualifier, Quantity } from "./types.ts";
import { idiomEnd, qualifierAfter, qualifierBefore, signBefore, type Unit, unitAt } from "./units.ts";

/** Durations, of which 内 is the limit and 多 or 半 a surplus: 18小时内, 三年多, 两年半. */
const DURATIONS = new Set([
  "年",
  "个月",
  "天",
  "小时",
  "个小时",
  "分钟",
  "周",
  "个工作日",
  "工作日",
  "秒",
  "星期",
  "个星期",
]);
const CONTINUOUS = new Set([...DURATIONS, "公里", "米", "岁", "倍", "元", "斤", "亩", "里", "吨", "千米"]);
const CONNECTORS = "至到-~～—–－、和与及";

/** Ends the numeral in a fraction: 三分之二, 百分之五, 百分百. */
function readFraction(text: string, numeral: Numeral): { value: number; end: number } | undefined {
  if (!text.startsWith("分", numeral.end)) return undefined;
  if (text.startsWith("分百", numeral.end) && numeral.value === 100)
    return { value: 1, end: numeral.end + 2 };
  if (!text.startsWith("分之", numeral.end)) return undefined;
  const upper = readNumeral(text, numeral.end + 2);
  if ("skipTo" in upper) return undefined;
  return { value: tidy(upper.value / numeral.value), end: upper.end };
}

/** 1/3: digits, slash, digits, a proper fraction that no further digit or slash touches. */
function readSlash(
  text: string,
  start: number,
  numeral: Numeral,
): { value: number; end: number } | undefined {
  if (
    text[numeral.end] !== "/" ||
    numeral.length > 1 ||
    text[start - 1] === "/" ||
    kindAt(text, numeral.end + 1) !== ARABIC
  )
    return undefined;
  const lower = readNumeral(text, numeral.end + 1);
  if ("skipTo" in lower || lower.value > 10 || lower.value <= numeral.value || numeral.value === 0)
    return undefined;
  if (text[lower.end] === "/" || text[lower.end] === "年" || text[lower.end] === "月") return undefined;
  return { value: tidy(numeral.value / lower.value), end: lower.end };
}

interface Measured {
  unit: Unit;
  word: string;
  start: number;
  end: number;
  qualifier?: Qualifier;
  /** Half a unit more: 两年半. */
  half: boolean;
}

/** The unit behind the numeral, with what may stand between (余, 多, 来) and behind (半, 多). */
function readUnit(text: string, numeral: Numeral, qualified: boolean): Measured | undefined {
  let at = numeral.end;
  let qualifier: Qualifier | undefined;
  const c = text[at];
  if (c === " " && !numeral.chinese) at++;
  else if (!numeral.qualifier && (c === "余" || c === "多" || (c === "来" && numeral.positional))) {
    qualifier = c === "来" ? "~" : ">";
    at++;
  }
  const inner = text[at + 1];
  if (text[at] === "个" && (inner === "半" || inner === "多")) {
    const found =
      unitAt(text, at + 2) ??
      (text[at + 2] === "月" ? { unit: MONTH, end: at + 3, word: "个月" } : undefined);
    if (found && (found.word === "个月" || DURATIONS.has(found.word))) {
      const surplus = inner === "多" ? ">" : qualifier;
      return { ...found, start: at, half: inner === "半", ...(surplus ? { qualifier: surplus } : {}) };
    }
  }
  const found = unitAt(text, at);
  if (!found) return undefined;
  const context = {
    text,
    unitStart: at,
    unitEnd: found.end,
    word: found.word,
    qualified: qualified || qualifier !== undefined,
  };
  if (!acceptsUnit(numeral, found.unit, context)) return undefined;
  let { end } = found;
  let half = false;
  if (CONTINUOUS.has(found.word)) {
    const next = text[end];
    const after = text.charAt(end + 1);
    if (next === "半" && !"径导年月".includes(after || "。")) {
      half = true;
      end++;
    } else if (next === "多" && !"式样元种数次家个方渠维年条项名位".includes(after || "。")) {
      qualifier ??= ">";
      end++;
    }
  }
  return { unit: found.unit, word: found.word, start: at, end, half, ...(qualifier ? { qualifier } : {}) };
}
const MONTH: Unit = { unit: "个月", factor: 1, kind: "measure" };

/** `/年`, `/立方米`, `/h` behind a unit. */
function readPer(text: string, end: number): { per: string; end: number } | undefined {
  if (text[end] !== "/") return undefined;
  const found = unitAt(text, end + 1);
  if (found) return { per: found.word, end: found.end };
  let p = end + 1;
  while (isLatin(text, p) && p - end <= 4) p++;
  return p > end + 1 && !isLatin(text, p) ? { per: text.slice(end + 1, p), end: p } : undefined;
}

const moneyNoun = (text: string, start: number, end: number): boolean => {
  MONEY_NOUN_AFTER.lastIndex = end;
  return MONEY_NOUN_AFTER.test(text) || MONEY_NOUN_BEFORE.test(text.slice(Math.max(0, start - 12), start));
};

/** Reads what starts at the numeral at `i` into `found`; gives where to go on. */
function readAt(text: string, i: number, found: Candidate[]): number {
  const numeral = readNumeral(text, i);
  if ("skipTo" in numeral) return numeral.skipTo;
  const ordinal = text[i - 1] === "第";
  let start = i;
  let sign = 1;
  const previous = found.at(-1);
  if (!numeral.chinese && (text[i - 1] === "-" || text[i - 1] === "−" || text[i - 1] === "负")) {
    const touches = previous?.end === i - 1 || kindAt(text, i - 2) !== OTHER || isLatin(text, i - 2);
    if (!touches && !"%#)）".includes(text.charAt(i - 2) || "。")) {
      sign = -1;
      start--;
    }
  }
  const money = signBefore(text, start);
  const lead = qualifierBefore(text, money?.start ?? start);
  const bareQualified = numeral.bare && !lead && (text[start - 1] === "上" || text[start - 1] === "成");
  const qualified = lead !== undefined || bareQualified;

  const fraction = readFraction(text, numeral) ?? (numeral.chinese ? undefined : readSlash(text, i, numeral));
  const measured = fraction ? undefined : readUnit(text, numeral, qualified);
  if (!fraction) {
    const skip = measured ? undefined : dateEnd(text, i, numeral.end, numeral.value);
    if (skip !== undefined) return skip;
    if (
      measured?.word === "年" &&
      !numeral.chinese &&
      numeral.end - i === 4 &&
      numeral.value >= 1900 &&
      numeral.value <= 2100
    )
      return measured.end;
    if (text[numeral.end] === "点" || text.startsWith("年代", numeral.end)) return numeral.end + 1;
    if (!ordinal && isCode(text, i, numeral.end, measured !== undefined || money !== undefined))
      return numeral.end;
  }

  let end = fraction?.end ?? measured?.end ?? numeral.end;
  const base: Candidate = {
    start: lead?.start ?? money?.start ?? start,
    end,
    text: "",
    numberStart: start,
    value: sign * (fraction?.value ?? numeral.value),
    unit: "",
    kind: "plain",
    weak: false,
    numeral,
    numberEnd: numeral.end,
    led: lead !== undefined,
  };
  const qualifier =
    lead?.qualifier ?? (bareQualified ? ">=" : undefined) ?? measured?.qualifier ?? numeral.qualifier;
  if (bareQualified) base.start = start - 1;
  if (qualifier) base.qualifier = qualifier;
  if (numeral.chinese) base.chinese = true;
  if (numeral.vague) base.vague = true;
  if (numeral.high !== undefined) base.high = numeral.high;

  if (fraction) {
    base.kind = "ratio";
    base.unit = "ratio";
    delete base.high;
  } else if (measured) {
    const { unit, word } = measured;
    const per = readPer(text, end);
    base.kind = unit.kind;
    base.unit = unit.unit;
    base.value = tidy((base.value + (measured.half ? 0.5 : 0)) * unit.factor);
    if (base.high !== undefined) base.high = tidy(base.high * unit.factor);
    if (unit.kind === "money") base.currency = unit.unit;
    if (unit.classifier) base.classifier = word;
    if (per) {
      base.perUnit = per.per;
      base.unit = `${unit.kind === "count" && unit.unit === "count" ? word : unit.unit}/${per.per}`;
      end = per.end;
    }
    if (unit.kind === "measure" && text[start - 1] === "前" && DURATIONS.has(word)) return end;
    if (
      DURATIONS.has(word) &&
      text[end] === "内" &&
      !"容部资销外地涵在".includes(text.charAt(end + 1) || "。")
    ) {
      base.qualifier ??= "<=";
      end++;
    }
  } else if (money) {
    base.kind = "money";
    base.unit = money.code;
    base.currency = money.code;
  } else if (numeral.scale > 1 && !ordinal && moneyNoun(text, base.start, end)) {
    base.kind = "money";
    base.unit = "CNY";
    base.currency = "CNY";
  }
  const trail = qualifierAfter(text, end);
  if (trail && !(trail.qualifier === "~" && base.kind === "plain" && numeral.chinese)) {
    base.qualifier ??= trail.qualifier;
    end = trail.end;
  }
  base.end = end;
  if (ordinal || (text[start - 1] === "前" && (measured?.word === "名" || measured?.word === "位"))) {
    return readRank(text, base, start - 1, ordinal, found);
  }
  if (
    base.kind === "count" &&
    numeral.chinese &&
    numeral.length === 1 &&
    base.classifier === "期" &&
    !/[分为共]/.test(text.charAt(start - 1))
  )
    base.kind = "ordinal";
  if (base.kind === "plain") {
    const connected = CONNECTORS.includes(text.charAt(end) || "。");
    const next = kindAt(text, end + 1) !== OTHER;
    const loose = numeral.chinese
      ? numeral.length < 2 || numeral.bare || !numeral.positional || numeral.high !== undefined
      : isIdentifier(text, i, numeral.end) ||
        (!numeral.formatted && numeral.value >= 1900 && numeral.value <= 2100 && numeral.end - i === 4);
    if (loose && !(connected && next)) return end;
    base.weak = loose || (connected && next);
    if (
      measured === undefined &&
      (text[numeral.end] === "多" || text[numeral.end] === "余") &&
      !base.qualifier
    )
      base.qualifier = ">";
  }
  found.push(base);
  return end;
}

/** 第三位, 第5名, 全省第三, 前10名: a rank; 第三届: an ordinal; 第一 alone is a word. */
function readRank(
  text: string,
  base: Candidate,
  start: number,
  ordinal: boolean,
  found: Candidate[],
): number {
  base.start = start;
  const place = base.classifier === "位" || base.classifier === "名";
  const ranked = place || RANK_BEFORE.test(text.slice(Math.max(0, start - 10), start));
  if (!base.classifier && !ranked) return base.end;
  if (base.classifier || base.unit === "") {
    base.kind = ranked && (place || !base.classifier) ? "rank" : "ordinal";
    base.unit = base.kind === "rank" ? "位" : (base.classifier ?? "");
    if (!ordinal) base.qualifier = "<=";
    found.push(base);
  }
  return base.end;
}

/**
 * All quantities of a text, in order, without overlap. Works on `Sentence.norm`; both widths of punctuation are understood.
 * Times of day, dates and years are no quantities (see `scanTimes`).
 */
export function scanQuantities(text: string): Quantity[] {
  const found: Candidate[] = [];
  let i = 0;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind === OTHER) {
      i++;
      continue;
    }
    const idiom = kind === ARABIC ? undefined : idiomEnd(text, i);
    if (idiom !== undefined) i = Math.max(idiom, i + 1);
    else if (kind === ARABIC || kind === DIGIT || kind === SMALL || kind === BIG) i = readAt(text, i, found);
    else if (kind === VAGUE && text[i] !== "半" && text[i] !== "翻") i = readAt(text, i, found);
    else if (kind === VAGUE) i = (valueAt(text, i) === 0.5 ? readHalf : readDoubling)(text, i, found);
    else if (kind === ZERO) i++;
    else i++;
  }
  const quantities = combine(text, found);
  let floor = 0;
  for (const quantity of quantities) {
    quantity.text = text.slice(quantity.start, quantity.end);
    if (
      quantity.kind === "ratio" ||
      quantity.kind === "pp" ||
      quantity.kind === "multiple" ||
      quantity.kind === "money" ||
      quantity.kind === "count" ||
      quantity.kind === "measure"
    )
      attachChange(text, quantity, floor);
    floor = quantity.end;
  }
  return quantities;
}
