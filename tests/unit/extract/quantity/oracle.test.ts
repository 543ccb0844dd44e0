/**
 * Money and plain numbers against an independent implementation. Differences are allowed only where the table says why.
 */
import * as Recognizers from "@microsoft/recognizers-text-suite";
import { describe, expect, it } from "vitest";
import { scanQuantities } from "../../../../src/extract/quantity/index.ts";
import { amount, corpus } from "./corpus.ts";

interface Row {
  value: string;
  say: string[];
  differs?: Record<string, string>;
}
const table = corpus<Row[]>("money");
const culture = Recognizers.Culture.Chinese;
const round = (n: number): number => Number(n.toPrecision(12));

interface Result {
  resolution?: Record<string, string> | null;
}

/** What the oracle says, in the form of the table; several results are joined with a bar. */
function oracle(text: string, unit: string | undefined): string {
  const number = (r: Result): number => Number(r.resolution?.["value"]?.replace("%", ""));
  if (unit === undefined)
    return Recognizers.recognizeNumber(text, culture)
      .map((r: Result) => String(round(number(r))))
      .join("|");
  if (unit === "ratio") {
    const percent: Result[] = Recognizers.recognizePercentage(text, culture);
    if (percent.length > 0) return percent.map((r) => `${round(number(r) / 100)} ratio`).join("|");
    return Recognizers.recognizeNumber(text, culture)
      .map((r: Result) => `${round(number(r))} ratio`)
      .join("|");
  }
  return Recognizers.recognizeCurrency(text, culture)
    .map((r: Result) => `${round(number(r))} ${r.resolution?.["isoCurrency"]}`)
    .join("|");
}

const rows = table.flatMap((row) => row.say.map((text) => [text, row] as const));

describe("money and numbers", () => {
  it("has at least 300 phrases", () => {
    expect(new Set(rows.map(([text]) => text)).size).toBeGreaterThanOrEqual(300);
  });

  it.each(rows)("%s is what the table says", (text, row) => {
    expect(scanQuantities(text).map(amount)).toEqual([row.value]);
  });

  it.each(rows)("%s is what the oracle says, or the table says why not", (text, row) => {
    const theirs = oracle(text, row.value.split(" ")[1]);
    if (row.differs?.[text] === undefined) expect(theirs).toBe(row.value);
    else expect(theirs).not.toBe(row.value);
  });
});
