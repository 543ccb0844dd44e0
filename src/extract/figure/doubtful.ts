/**
 * What the words by a number must not be to name it: half a sentence, a share's trading, a technical specification, an
 * earlier value. Such a figure is left out, and `check` says so: a wrong line in a table costs more than a missing one.
 * @module
 */
import { nameIndicator, officialIndicator } from "../../indicators.ts";
import type { Quantity } from "../quantity/index.ts";
import {
  CLAUSE_HEAD,
  NAME_ENDS_OPEN,
  NEWS_FURNITURE,
  NOTHING_NAMED,
  OPINION,
  PREPOSED,
  RANKED_AT_END,
  TRADING,
} from "./patterns.ts";

/** Longest name that is believed; what is longer is a sentence. In characters. */
const LONGEST_NAME = 34;

const PAIRS: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["《", "》"],
  ["（", "）"],
  ["【", "】"],
];
// 十四五”期间投资 has lost its opening mark with the time before it, and is whole.
const unbalanced = (name: string): boolean =>
  PAIRS.some(([open, close]) => name.split(open).length > name.split(close).length);

/** What speaks against the words' being the name of an indicator, by kind; nothing against an official one. */
export function doubtsOf(
  name: string,
  quantity: Pick<Quantity, "unit" | "kind" | "direction" | "basis">,
): string[] {
  const { unit, kind } = quantity;
  if (officialIndicator(nameIndicator(name, quantity).indicator)) return [];
  const tests: Record<string, boolean> = {
    trading: TRADING.test(name),
    short: name.replace(/[^\p{Script=Han}]/gu, "").length < 2,
    long: name.length > LONGEST_NAME,
    unbalanced: unbalanced(name),
    furniture: NEWS_FURNITURE.test(name),
    head: CLAUSE_HEAD.test(name),
    opinion: OPINION.test(name),
    open: NAME_ENDS_OPEN.test(name),
    nothing: NOTHING_NAMED.test(name),
    ranked: kind === "rank" && RANKED_AT_END.test(name),
    // 以增速高 is how, 对东盟进出口 is what.
    preposed: unit === "ratio" && PREPOSED.test(name),
  };
  return Object.keys(tests).filter((doubt) => tests[doubt]);
}
