/**
 * Change: 同比增长30%, 下降3.2个百分点, 增长1.6倍. What stands directly before the amount says its direction, what stands before
 * that its basis. 增长到, 提高至 state a level and are no change.
 * @module
 */
import { allMatches } from "../../matches.ts";
import { BASIS, FALL, RISE } from "./patterns.ts";
import type { Quantity } from "./types.ts";

/** Longest text looked at before an amount, in characters. */
const WINDOW = 10;
const BREAKS = /[，。；：、！？,;]/g;

/** Sets `direction` and `basis` of a quantity from the words before it. */
export function attachChange(text: string, quantity: Quantity, floor: number): void {
  const from = Math.max(floor, quantity.start - WINDOW);
  const lead = text.slice(from, quantity.start);
  const last = lead.charCodeAt(lead.length - 1);
  if (!ENDINGS.has(last)) return;
  const up = RISE.exec(lead);
  const match = up ?? FALL.exec(lead);
  if (!match) return;
  // 不少, 减少 end in 少; 多 and 少 alone are changes only after 比.
  if (/^[多少]/.test(match[0]) && !/比[^，。；]{1,8}$/.test(lead.slice(0, match.index))) return;
  quantity.direction = up && quantity.value >= 0 ? 1 : -1;
  quantity.changeStart = from + match.index;
  if (quantity.kind === "multiple" && up) {
    quantity.kind = "ratio";
    quantity.unit = "ratio";
  }
  const before = text.slice(Math.max(0, quantity.changeStart - 2 * WINDOW), quantity.changeStart);
  let clause = 0;
  BREAKS.lastIndex = 0;
  for (let found = BREAKS.exec(before); found; found = BREAKS.exec(before)) clause = found.index + 1;
  let basis: string | undefined;
  for (const found of allMatches(before.slice(clause), BASIS)) basis = found[0];
  if (basis) quantity.basis = basis;
}

const ENDINGS = new Set(
  [..."长加高升涨大增幅率度速多降少低滑落短缩减窄跌了达为约近超到"].map((c) => c.charCodeAt(0)),
);
