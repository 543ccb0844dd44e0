/**
 * Numbers as features: few steps, so that each is seen often.
 * @module
 */

export const bucket = (n: number): string =>
  n <= 4 ? String(n) : n <= 6 ? "6" : n <= 9 ? "9" : n <= 13 ? "13" : n <= 20 ? "20" : n <= 30 ? "30" : "99";
export const tenth = (share: number): string => String(Math.round(share * 10));
