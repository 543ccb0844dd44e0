/**
 * Calendar arithmetic on ISO strings. No clock: everything is counted from the report's date.
 * @module
 */

export const pad = (n: number): string => String(n).padStart(2, "0");
export const yearOf = (iso: string | undefined): number | undefined =>
  iso ? Number(iso.slice(0, 4)) : undefined;
export const monthOf = (iso: string | undefined): number | undefined =>
  iso && iso.length >= 7 ? Number(iso.slice(5, 7)) : undefined;

export const month = (year: number, m: number): string => `${year}-${pad(m)}`;
export const day = (year: number, m: number, d: number): string => `${year}-${pad(m)}-${pad(d)}`;
export const months = (year: number, from: number, to: number): string =>
  `${month(year, from)}/${month(year, to)}`;

/** `iso` moved by whole days. */
export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The month `count` months away from that of `iso`. */
export function addMonths(iso: string, count: number): string {
  const index = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + count;
  return month(Math.floor(index / 12), (index % 12) + 1);
}

export const isMonth = (m: number): boolean => m >= 1 && m <= 12;
export const isDay = (d: number): boolean => d >= 1 && d <= 31;
