/**
 * When a column's numbers hold, and when a project ends: the times of headers, captions and cells.
 * @module
 */

const pad = (month: string): string => month.padStart(2, "0");
const isMonth = (month: string | undefined): month is string =>
  month !== undefined && Number(month) >= 1 && Number(month) <= 12;

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)\s?年?/u;
const DAY_TIME = String.raw`((?:19|20)\d{2})\s?(?:年|[.．/／-])?\s?(?:(\d{1,2})(?!\d)\s?月?)?`;
const SPAN = new RegExp(
  `^(?:计划)?${DAY_TIME}(?:\\d{1,2}日)?\\s?(?:[-—–－~～至到]{1,3})\\s?${DAY_TIME}`,
  "u",
);
const ONE = new RegExp(`^(?:计划|预计|拟|力争|约)?(?:于)?${DAY_TIME}(底|末|年底)?`, "u");

/** `2026` of 2024-2026, `2026-12` of 2024.3—2026.12; `single`: the cell names the end alone (竣工时间). */
export function completionOf(text: string, single: boolean): string | undefined {
  const bare = text.replace(/\s/gu, "");
  const span = SPAN.exec(bare);
  if (span !== null) {
    const [, first = "", , last = "", month] = span;
    if (Number(last) < Number(first)) return undefined;
    return isMonth(month) ? `${last}-${pad(month)}` : last;
  }
  if (!single) return undefined;
  const one = ONE.exec(bare);
  if (one === null || one[1] === undefined) return undefined;
  return isMonth(one[2]) ? `${one[1]}-${pad(one[2])}` : one[1];
}

/** Months within a year that a header names: 1-6月, 上半年, 前三季度, 6月. */
function monthsOf(text: string): [string, string] | undefined {
  const span = /(?<!\d)(\d{1,2})\s?(?:月)?\s?[-—–－~～至]{1,2}\s?(\d{1,2})\s?月/u.exec(text);
  if (isMonth(span?.[1]) && isMonth(span?.[2])) return [pad(span[1]), pad(span[2])];
  if (/上半年/u.test(text)) return ["01", "06"];
  if (/下半年/u.test(text)) return ["07", "12"];
  if (/前三季度|1\s?[-—–至]\s?3\s?季度/u.test(text)) return ["01", "09"];
  const quarter = /(?:第?([一二三四1-4])季度)/u.exec(text)?.[1];
  if (quarter !== undefined) {
    const index = "一二三四".includes(quarter) ? "一二三四".indexOf(quarter) : Number(quarter) - 1;
    return [pad(String(index * 3 + 1)), pad(String(index * 3 + 3))];
  }
  const one = /(?<!\d)(\d{1,2})\s?月/u.exec(text)?.[1];
  return isMonth(one) ? [pad(one), pad(one)] : undefined;
}

/** The year whose months up to one were last over when a report of some day came out. */
function lastYear(date: string, lastMonth: string): string {
  const [year = "", month = ""] = date.split("-");
  return lastMonth <= month ? year : String(Number(year) - 1);
}

/**
 * ISO period of a column: its own year and months, else those of what stands over it, nearest last; months of no year are those before
 * the report's date. A span of years (2020—2024年) in what stands over gives none. `null`: months of a year that nothing tells.
 */
export function periodOf(header: string, over: readonly string[], date?: string): string | undefined | null {
  const texts = [header, ...over.toReversed()];
  let months: [string, string] | undefined;
  for (const text of texts) {
    if (/(?:19|20)\d{2}\s?年?\s?[-—–－~～至]{1,2}\s?(?:19|20)\d{2}/u.test(text)) return undefined;
    const year = YEAR.exec(text)?.[1];
    const without = text.replace(YEAR, "");
    months ??= monthsOf(without);
    if (year === undefined) continue;
    if (months === undefined) return year;
    return isoMonths(year, months);
  }
  if (months === undefined) return undefined;
  return date === undefined ? null : isoMonths(lastYear(date, months[1]), months);
}

const isoMonths = (year: string, [first, last]: [string, string]): string =>
  first === last ? `${year}-${first}` : `${year}-${first}/${year}-${last}`;

/** A header that is a time and nothing else: 2024年, 1-6月, 2024年末. */
export function isTime(head: string): boolean {
  return (
    /^(?:(?:19|20)\d{2}\s?年?)?(?:底|末|全年|上半年|下半年|前三季度|[一二三四1-4]季度|\d{1,2}(?:[-—–~至]\d{1,2})?月(?:份|末|累计)?)?(?:实际|完成|实绩|累计)?$/u.test(
      head.replace(/\s/gu, ""),
    ) && head !== ""
  );
}
