/**
 * Years as addresses write them.
 * @module
 */

/** Both inclusive. */
export interface YearRange {
  from: number;
  to: number;
}

export const inRange = (year: number, { from, to }: YearRange): boolean => year >= from && year <= to;

/** `2021..2024`, `2023`, `..2022`, `2024..` → bounds, both inclusive; `undefined` for what is none. */
export function yearRange(text: string): YearRange | undefined {
  const match = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(text);
  if (!match || (!match[1] && !match[3])) return undefined;
  const from = match[1] ? Number(match[1]) : Number.NEGATIVE_INFINITY;
  const to = match[3] ? Number(match[3]) : match[2] ? Number.POSITIVE_INFINITY : from;
  return from <= to ? { from, to } : undefined;
}
