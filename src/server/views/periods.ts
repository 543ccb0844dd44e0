/**
 * First and last day of the periods that the graph writes: `2024`, `2024-06`, `2024-06-18`, `2024-01/2024-10`, `../2025`.
 * @module
 */

/** ISO days, both inclusive; an open end is missing. */
export interface Span {
  first?: string;
  last?: string;
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function lastDay(year: number, month: number): string {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function edge(text: string, end: "first" | "last"): string | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [, year = "", month, day] = match;
  if (day !== undefined) return text;
  if (end === "first") return `${year}-${month ?? "01"}-01`;
  return lastDay(Number(year), Number(month ?? "12"));
}

/** @returns `undefined` for what is no period */
export function spanOf(period: string): Span | undefined {
  const [from = "", to] = period.split("/");
  const first = from === ".." ? undefined : edge(from, "first");
  const end = to ?? from;
  const last = end === ".." ? undefined : edge(end, "last");
  if (first === undefined && last === undefined) return undefined;
  if ((from !== ".." && first === undefined) || (end !== ".." && last === undefined)) return undefined;
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}

/** Whether `inner` lies in `outer`, an open end reaching as far as can be. */
export function spanWithin(inner: Span, outer: Span): boolean {
  const low = "0000";
  const high = "9999";
  return (inner.first ?? low) >= (outer.first ?? low) && (inner.last ?? high) <= (outer.last ?? high);
}
