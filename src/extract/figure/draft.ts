/**
 * From what a figure is measured in and called to the claim about it. Running text and the rows of tables both come here, so
 * that the same indicator has the same name in both.
 * @module
 */

import { nameIndicator } from "../../indicators.ts";
import type { EntityRef } from "../../model/claim.ts";
import type { Quantity } from "../quantity/index.ts";
import type { Draft, Mention } from "../types.ts";

export interface Measured {
  /** The words that name it: of the clause, or of the row's label. */
  words: string;
  quantity: Pick<Quantity, "value" | "high" | "unit" | "qualifier" | "direction" | "basis" | "vague">;
  subject: Mention | EntityRef | "city";
  kind: "actual" | "target";
  /** ISO year, date or interval. */
  period?: string | undefined;
  /** Growth as a fraction that stands beside it, and what it is measured against. */
  change?: number | undefined;
  basis?: string | undefined;
  /** Range of the words that state it, and those words. */
  start: number;
  end: number;
  original: string;
}

const TURNED: Partial<Record<NonNullable<Quantity["qualifier"]>, NonNullable<Quantity["qualifier"]>>> = {
  ">": "<",
  ">=": "<=",
  "<": ">",
  "<=": ">=",
  "~<": "~>",
  "~>": "~<",
};

/** The claim of a figure, with the indicator's one name, its range where it has one, and the sign of a fall. */
export function observationDraft(m: Measured): Extract<Draft, { kind: "observation" }> {
  const { quantity, period, change, basis } = m;
  const { indicator, measure, sign } = nameIndicator(m.words, quantity);
  const ends = [quantity.value, quantity.high ?? quantity.value].map((v) => sign * v);
  const said = quantity.qualifier ?? (quantity.vague ? "~" : undefined);
  // 下降超14% is less than -0.14.
  const qualifier = said === undefined || sign > 0 ? said : (TURNED[said] ?? said);
  return {
    kind: "observation",
    subject: m.subject,
    indicator,
    value: sign * quantity.value,
    ...(quantity.high === undefined ? {} : { valueLow: Math.min(...ends), valueHigh: Math.max(...ends) }),
    unit: quantity.unit,
    observationKind: m.kind,
    original: m.original,
    start: m.start,
    end: m.end,
    ...(measure === undefined ? {} : { measure }),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(period === undefined ? {} : { period }),
    ...(change === undefined ? {} : { change }),
    ...(basis === undefined ? {} : { basis }),
  };
}
