/** Runs `tests/corpus/figures.yaml` through the whole engine with the real tagger. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { extract, openExtractTools } from "../../../../src/extract/extract.ts";
import type { ObservationClaim } from "../../../../src/model/claim.ts";
import { reportFromText } from "../../../../src/report/read.ts";

interface Row {
  text: string;
  date?: string;
  gives: string[];
  not?: string[];
}

const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());
const rows = parse(readFileSync("tests/corpus/figures.yaml", "utf8")) as Row[];

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
const value = ({ value: v, valueLow, valueHigh }: ObservationClaim, wanted: string): boolean => {
  const [low, high] = wanted.split("~").map(Number);
  if (high === undefined || low === undefined) return near(v, Number(wanted));
  return valueLow !== undefined && valueHigh !== undefined && near(valueLow, low) && near(valueHigh, high);
};
const begins = (text: string, wanted: string): boolean =>
  wanted.endsWith("*") ? text.startsWith(wanted.slice(0, -1)) : text === wanted;

/** Whether a claim is what a line of the table says; `*` stands for anything. */
function matches(claim: ObservationClaim, line: string): boolean {
  const [name = "", number = "", unit = "", kind = "", period = ""] = line.split(" ");
  return (
    (name.startsWith("~") ? claim.indicator.includes(name.slice(1)) : claim.indicator === name) &&
    (number === "*" || value(claim, number)) &&
    begins(claim.unit, unit) &&
    begins(claim.observationKind, kind) &&
    begins(claim.period ?? "-", period)
  );
}

describe("figures of short texts", () => {
  it.each(rows)("$text", async ({ text, date, gives, not = [] }) => {
    const report = reportFromText(text, { id: "x", source: "x.txt", ...(date ? { date } : {}) });
    const { claims } = await extract(report, tools);
    const figures = claims.filter((c) => c.kind === "observation");
    const told = figures
      .map((f) => `${f.indicator} ${f.value} ${f.unit} ${f.observationKind} ${f.period ?? "-"}`)
      .join("\n");
    for (const line of gives)
      expect(
        figures.filter((f) => matches(f, line)),
        `${line}\nin\n${told}`,
      ).not.toEqual([]);
    for (const line of not)
      expect(
        figures.filter((f) => matches(f, line)),
        line,
      ).toEqual([]);
  });
});
