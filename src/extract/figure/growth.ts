/** How a figure has grown, as a name of its own: 进出口额增速. @module */
import { CHANGE_AT_END } from "./patterns.ts";
import type { Figure } from "./types.ts";

const growthOf = (indicator: string): string => `${indicator.replace(CHANGE_AT_END, "")}增速`;

/** What 比一季度 is said of: of what has grown its growth. */
export const paced = ({ indicator, change, quantity }: Figure, words: string): string =>
  /^[较比]/u.test(words) && (change !== undefined || quantity.direction !== undefined)
    ? growthOf(indicator)
    : indicator;

/** What percentage points are compared of: 增长12%，高于全国1.8个百分点 compares the growth. */
export const comparedIn = ({ indicator, change, quantity }: Figure): string =>
  !/(?:率|增速|增幅|比重|占比)$/u.test(indicator) &&
  (change !== undefined || (quantity.unit === "ratio" && quantity.direction !== undefined))
    ? growthOf(indicator)
    : indicator;
