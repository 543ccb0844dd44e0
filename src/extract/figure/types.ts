/**
 * A figure in the making, and the clause it stands in.
 * @module
 */
import type { Quantity } from "../quantity/index.ts";
import type { DocSentence } from "../types.ts";

export interface Figure {
  sentence: DocSentence;
  quantity: Quantity;
  /** Where the clause starts whose words name the figure. */
  clauseStart: number;
  indicator: string;
  /** Range of the words that state it. */
  start: number;
  end: number;
  /** What the sentence counted last: the owner of 总投资, 占比 … behind it. */
  countable?: string;
  /** The figure that this one is a change of, when it has no name of its own. */
  base?: Figure;
  change?: number;
  basis?: string;
  period?: string;
  /** What told the period: the words before in its sentence, the passage's heading, a sentence before, the report's date. */
  timed: "sentence" | "passage" | "before" | "report" | "nothing";
  /** So many sentences ago the period was named, where it was before its own; 0: in a heading. */
  carried?: number;
  observationKind: "actual" | "target";
}
