/**
 * Folders as they were before segments (format 1): a file of claims for each report, and a manifest that lists them.
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredReport } from "../../src/workspace/contract.ts";

export function writeOldFolder(path: string, reports: readonly StoredReport[]): void {
  for (const part of ["claims", "reports"]) mkdirSync(join(path, part), { recursive: true });
  for (const { entry, claims, dropped, report } of reports) {
    if (report) writeFileSync(join(path, "reports", `${entry.key}.json`), JSON.stringify(report));
    writeFileSync(
      join(path, "claims", `${entry.key}.jsonl`),
      [{ dropped }, ...claims].map((line) => `${JSON.stringify(line)}\n`).join(""),
    );
  }
  writeFileSync(
    join(path, "manifest.json"),
    JSON.stringify({ format: 1, reports: reports.map(({ entry }) => entry) }),
  );
}
