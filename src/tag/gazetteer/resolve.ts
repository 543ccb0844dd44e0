/**
 * Decides which division a name means. Context first (朝阳区 in a report on 长春 is 220104), then uniqueness; a name that
 * several places bear stays undecided rather than guessed.
 * @module
 */
import { isChineseCode, liesIn, outerCodes } from "./codes.ts";
import type { Division, ResolveContext } from "./types.ts";

/** How close a candidate is to a code: 4 itself, 3 inside or around it, 2 in the same prefecture, 1 in the same province, 0 elsewhere. */
function closeness(candidate: string, code: string): number {
  if (candidate === code) return 4;
  if (liesIn(candidate, code) || liesIn(code, candidate)) return 3;
  if (!isChineseCode(candidate) || !isChineseCode(code)) return 0;
  const around = outerCodes(code);
  const shared = [candidate, ...outerCodes(candidate)].find((c) => around.includes(c));
  if (shared === undefined) return 0;
  return shared.endsWith("0000") ? 1 : 2;
}

/** The single best by `score`, if it scores at all. */
function clearBest(candidates: readonly Division[], score: (d: Division) => number): Division | undefined {
  let best: Division | undefined;
  let top = 0;
  let ties = 0;
  for (const candidate of candidates) {
    const value = score(candidate);
    if (value > top) [best, top, ties] = [candidate, value, 1];
    else if (value === top) ties++;
  }
  return ties === 1 ? best : undefined;
}

const HIGH: ReadonlySet<string> = new Set(["country", "region", "province", "prefecture"]);

/** `candidates` highest level first, all of one name. */
export function choose(candidates: readonly Division[], context: ResolveContext): Division | undefined {
  if (candidates.length <= 1) return candidates[0];
  const { home, mentioned = [] } = context;
  // A city and its own seat of the same name (大理州, 大理市; 吉林省, 吉林市): the bare name means the outer one, unless the
  // report is about the inner one.
  const outer = candidates[0] as Division;
  if (home !== undefined) {
    const own = candidates.find((c) => c.code === home);
    if (own) return own;
  }
  if (HIGH.has(outer.level) && candidates.slice(1).every((c) => liesIn(c.code, outer.code))) return outer;
  if (home !== undefined) {
    const close = clearBest(candidates, (c) => closeness(c.code, home));
    if (close) return close;
  }
  const near = clearBest(candidates, (c) => Math.max(0, ...mentioned.map((m) => closeness(c.code, m) - 1)));
  if (near) return near;
  const top = candidates.filter((c) => c.level === outer.level);
  return HIGH.has(outer.level) && top.length === 1 ? outer : undefined;
}
