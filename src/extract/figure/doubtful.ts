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

/** Why the words name no indicator; `undefined` where they may. */
export function doubtful(
  name: string,
  quantity: Pick<Quantity, "unit" | "kind" | "direction" | "basis">,
): string | undefined {
  const { unit, kind } = quantity;
  if (officialIndicator(nameIndicator(name, quantity).indicator)) return undefined;
  if (TRADING.test(name)) return "the trading of a share";
  const half =
    name.replace(/[^\p{Script=Han}]/gu, "").length < 2 ||
    name.length > LONGEST_NAME ||
    unbalanced(name) ||
    NEWS_FURNITURE.test(name) ||
    CLAUSE_HEAD.test(name) ||
    OPINION.test(name) ||
    NAME_ENDS_OPEN.test(name) ||
    NOTHING_NAMED.test(name) ||
    (kind === "rank" && RANKED_AT_END.test(name)) ||
    // 以增速高 is how, 对东盟进出口 is what.
    (unit === "ratio" && PREPOSED.test(name));
  return half ? "half a sentence in place of an indicator" : undefined;
}
