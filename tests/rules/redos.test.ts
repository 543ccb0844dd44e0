/**
 * Reports come from anywhere: no pattern that reads them may be made to run for minutes. Every regular expression of the
 * stages that read is checked, written or constructed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "recheck";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/paths.ts";
import { constructedDuring, distinct, literalsOf, type Pattern, sourceFiles } from "./patterns.ts";

const FOLDERS = ["src/extract", "src/tag", "src/report", "src/resolve"];
/** Milliseconds for one pattern. */
const PATIENCE = 30_000;

const written = FOLDERS.flatMap(sourceFiles).flatMap(literalsOf);
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

  it("a vulnerable one would be told", async () => {
    expect((await check("^(a+)+$", "", { timeout: PATIENCE })).status).toBe("vulnerable");
  });

  it.concurrent.each(all.map((p): [string, Pattern] => [`${p.where} /${p.source.slice(0, 80)}/`, p]))(
    "%s",
    async (_, { source, flags }) => {
      const { status } = await check(source, flags, { timeout: PATIENCE });
      expect(status, `/${source}/${flags}`).toBe("safe");
    },
    2 * PATIENCE,
  );
});
