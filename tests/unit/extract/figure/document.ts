/**
 * Figures of a text, without tagger or names: what the family gives by itself.
 * @module
 */
import { figuresOf } from "../../../../src/extract/figure/figures.ts";
import type { Figure } from "../../../../src/extract/figure/types.ts";
import { buildFrame } from "../../../../src/extract/frame.ts";
import { scanQuantities } from "../../../../src/extract/quantity/index.ts";
import { scanTimes } from "../../../../src/extract/time/index.ts";
import type { Doc } from "../../../../src/extract/types.ts";
import { reportFromText } from "../../../../src/report/read.ts";

export function figures(text: string, date = "2024-03-15"): Figure[] {
  const report = reportFromText(text, { id: "test", source: "test.txt", date });
  const doc = {
    report,
    date,
    home: undefined,
    sentences: report.sentences.map((sentence) => ({
      sentence,
      norm: sentence.norm,
      tokens: [],
      quantities: scanQuantities(sentence.norm),
      times: scanTimes(sentence.norm, { date }),
      passage: {},
      mentions: [],
      frame: buildFrame("", [], [], []),
    })),
  } as unknown as Doc;
  return [...figuresOf(doc).values()].flat();
}

/** `indicator=value unit` and, where there is any, `@period`, change and `target`. */
export function lines(text: string, date?: string): string[] {
  return figures(text, date).map(
    (f) =>
      `${f.indicator}=${f.quantity.value} ${f.quantity.unit}${f.change === undefined ? "" : ` ${f.change > 0 ? "+" : ""}${f.change}`}${f.observationKind === "target" ? " target" : ""}`,
  );
}
