/**
 * The hierarchy is in the codes: 210303001 lies in 210303, in 210300, in 210000.
 * @module
 */
import type { Division, DivisionLevel } from "./types.ts";

const RANK: Readonly<Record<DivisionLevel, number>> = {
  country: 0,
  region: 1,
  province: 2,
  prefecture: 3,
  county: 4,
  street: 5,
};

/** Level of a Chinese division by its code. */
export function levelOf(code: string): DivisionLevel {
  if (code.length > 6) return "street";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}

/** Orders by level, then by code. */
export function byRank(a: Division, b: Division): number {
  return RANK[a.level] - RANK[b.level] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

export function isChineseCode(code: string): boolean {
  return code.length >= 6 && code >= "1" && code < "A";
}

/** The digits that all divisions inside `code` begin with: 2203 for 220300. */
export function prefixOf(code: string): string {
  if (code.length !== 6) return code;
  return code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;
}

/** Codes around `code`, nearest first; some may not exist (cities without districts, counties under a province). */
export function outerCodes(code: string): string[] {
  if (!isChineseCode(code)) return [];
  const around = [code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return [...new Set(around)].filter((c) => c !== code);
}

/** Whether `inner` lies inside `outer`; a division does not lie inside itself. */
export function liesIn(inner: string, outer: string): boolean {
  if (outer === "CN") return isChineseCode(inner);
  return inner !== outer && outerCodes(inner).includes(outer);
}
