/**
 * Finds every quantity of a text in one pass: numeral, unit, qualifier; then what neighbours tell (`neighbours.ts`).
 * @module
 */
import { attachChange } from "./change.ts";
import { ARABIC, BIG, DIGIT, isLatin, kindAt, OTHER, SMALL, tidy, VAGUE, valueAt, ZERO } from "./chars.ts";
import { dateEnd, isCode, isIdentifier } from "./exclude.ts";
import { DURATIONS, readFraction, readPer, readSlash, readUnit } from "./measure.ts";
import { type Candidate, combine, LIST } from "./neighbours.ts";
import { type Numeral, readNumeral } from "./numeral.ts";
import { MONEY_NOUN_AFTER, MONEY_NOUN_BEFORE, PEOPLE_AFTER, RANK_BEFORE } from "./patterns.ts";
import { readDoubling, readHalf } from "./special.ts";
import type { Quantity } from "./types.ts";
import { idiomEnd, qualifierAfter, qualifierBefore, signBefore, unitAt } from "./units.ts";

const CONNECTORS = "至到-~～—–－、和与及";

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
    // 减负10亿元: a burden, no sign.
    const burden = text[i - 1] === "负" && "减担肩背欠自抱".includes(text.charAt(i - 2) || "。");
    if (!touches && !burden && !"%#)）".includes(text.charAt(i - 2) || "。")) {
      sign = -1;
      start--;
    }
  }
  const floor = previous?.end ?? 0;
  // 30日币50: the word is the unit of the number before.
  const currency = signBefore(text, start);
  const money = currency && currency.start >= floor ? currency : undefined;
  const word = qualifierBefore(text, money?.start ?? start);
  const lead = word && word.start >= floor ? word : undefined;
  const bareQualified =
    numeral.bare && !lead && start > floor && (text[start - 1] === "上" || text[start - 1] === "成");
  const qualified = lead !== undefined || bareQualified;

  const fraction = readFraction(text, numeral) ?? (numeral.chinese ? undefined : readSlash(text, i, numeral));
  const measured = fraction ? undefined : readUnit(text, numeral, qualified, ordinal);
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
    // 港币3.93亿元: 元 is of the currency before the number.
    const called = unit.kind === "money" && word === "元" ? (money?.code ?? unit.unit) : unit.unit;
    base.unit = called;
    base.value = tidy((base.value + (measured.half ? 0.5 : 0)) * unit.factor);
    if (base.high !== undefined) base.high = tidy(base.high * unit.factor);
    if (unit.kind === "money") base.currency = called;
    if (unit.classifier) base.classifier = word;
    if (per) {
      base.perUnit = per.per;
      base.unit = `${unit.kind === "count" && unit.unit === "count" ? word : called}/${per.per}`;
      end = per.end;
    }
    const each = !per && unit.kind === "money" ? eachBefore(text, base.start) : undefined;
    if (each) {
      base.perUnit = each;
      base.unit = `${called}/${each}`;
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
  if (
    base.kind === "plain" &&
    numeral.scale >= 1e4 &&
    !ordinal &&
    PEOPLE_AFTER.test(text.slice(end, end + 4))
  ) {
    base.kind = "count";
    base.unit = "count";
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
  if (isPhase(base, numeral, text.charAt(start - 1))) {
    base.kind = "ordinal";
    base.unit = base.classifier ?? "";
  }
  if (base.kind === "plain") {
    const connected = CONNECTORS.includes(text.charAt(end) || "。");
    const next = kindAt(text, end + 1) !== OTHER;
    const loose = numeral.chinese
      ? numeral.length < 2 || numeral.bare || !numeral.positional || numeral.high !== undefined
      : (!numeral.formatted && !numeral.positional && isIdentifier(text, i, numeral.end)) ||
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

/** 每平方米 directly before a sum of money makes it a price; 每年 does not. */
function eachBefore(text: string, i: number): string | undefined {
  const at = text.lastIndexOf("每", i);
  if (at < 0 || i - at > 5) return undefined;
  const found = unitAt(text, at + 1);
  return found?.end === i && !DURATIONS.has(found.word) && found.unit.kind === "measure"
    ? found.word
    : undefined;
}

/** 二期 is the second phase, 二十届 the twentieth term; 分两期, 共三届 count them. */
const isPhase = (base: Candidate, numeral: Numeral, before: string): boolean =>
  numeral.chinese &&
  (base.classifier === "届" || (base.classifier === "期" && numeral.length === 1)) &&
  !/[分为共]/.test(before);

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
  // 全国第一批: the word goes on, so it is no rank.
  if (!base.classifier && (!ranked || /[\p{Script=Han}]/u.test(text.charAt(base.end)))) return base.end;
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
  let last: Quantity | undefined;
  for (const quantity of quantities) {
    quantity.text = text.slice(quantity.start, quantity.end);
    if (quantity.kind !== "plain" && quantity.kind !== "rank" && quantity.kind !== "ordinal") {
      attachChange(text, quantity, last?.end ?? 0);
      // 分别增长17.6%和9.4%: one word of change for both.
      const listed = last && quantity.start === last.end + 1 && LIST.has(text.charAt(last.end));
      if (listed && last?.direction && quantity.direction === undefined && quantity.unit === last.unit) {
        quantity.direction = last.direction;
        if (last.basis) quantity.basis = last.basis;
        if (last.changeStart !== undefined) quantity.changeStart = last.changeStart;
      }
    }
    last = quantity;
  }
  return quantities;
}
