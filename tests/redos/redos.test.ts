/**
 * Reports come from anywhere: no pattern that reads them may be made to run for minutes. Every regular expression of the
 * stages that read is checked, written or constructed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/paths.ts";
import { verdict } from "./attack.ts";
import { constructedDuring, distinct, literalsOf, type Pattern, sourceFiles } from "./patterns.ts";

const FOLDERS = ["src/extract", "src/tag", "src/report", "src/resolve"];

const written = [...FOLDERS.flatMap(sourceFiles), "src/lexicon.ts", "src/indicators.ts"].flatMap(literalsOf);
const constructed = await constructedDuring("constructed", async () => {
  const { extract, openExtractTools, readReport, reportFromText } = await import("../../src/index.ts");
  const tools = await openExtractTools();
  for (const name of ["anshan-2022-12-investment.txt", "anshan-2025-01-results.txt"]) {
    const report = await readReport(readFileSync(join(packageRoot, "data", "reports", name)), {
      source: name,
    });
    await extract(report, tools);
  }
  await extract(
    reportFromText("某市发展和改革委员会（以下简称市发改委）负责人表示，该项目由甲公司投资建设。", {
      id: "x",
      source: "x",
    }),
    tools,
  );
  await tools.tagger?.close();
});
// `d` (indices of groups) and `g` change nothing of how a match is sought, and recheck does not know `d`.
const all = distinct(
  [...written, ...constructed].map((p) => ({ ...p, flags: p.flags.replace(/[dg]/g, "") })),
);

describe("patterns", () => {
  it("are found, literals and constructed ones", () => {
    expect(written.length).toBeGreaterThan(150);
    expect(constructed.length).toBeGreaterThan(10);
  });

  it.each([
    ["exponential", "^(a+)+$", ""],
    ["polynomial, found by proof", "[一二三]+局$", "u"],
    ["polynomial, found by trial", "(?<=，)?投[^。；]*资[^。；]*(?!x)产$", "u"],
  ])(
    "a vulnerable one is told: %s",
    async (_, source, flags) => {
      expect((await verdict(source, flags)).safe).toBe(false);
    },
    120_000,
  );

  it.concurrent.each(all.map((p): [string, Pattern] => [`${p.where} /${p.source.slice(0, 80)}/`, p]))(
    "%s",
    async (_, { source, flags }) => {
      const { safe, because } = await verdict(source, flags);
      expect(safe, `/${source}/${flags} ${because}`).toBe(true);
    },
    600_000,
  );
});
