/**
 * Folders of format 1, in which the manifest held all entries and each report had two files. They are read as they are;
 * the first write brings them into format 2 (`disk.ts`), whole or, when it is killed, with the rest at the next.
 * @module
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { Claim } from "../model/claim.ts";
import type { Report } from "../model/report.ts";
import { parseJson, parseLines, type ReportEntry, type StoredReport } from "./contract.ts";

export class LegacyReports {
  readonly entries: ReadonlyMap<string, ReportEntry>;
  readonly #folder: string;

  constructor(folder: string, entries: readonly ReportEntry[]) {
    this.#folder = folder;
    this.entries = new Map(
      entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => [entry.id, entry]),
    );
  }

  /** @throws InputError WORKSPACE_DAMAGED */
  read(id: string): StoredReport | undefined {
    const entry = this.entries.get(id);
    if (!entry) return undefined;
    const claims = join(this.#folder, "claims", `${entry.key}.jsonl`);
    const text = join(this.#folder, "reports", `${entry.key}.json`);
    if (!existsSync(claims))
      throw new InputError(
        "WORKSPACE_DAMAGED",
        `${claims} is missing. Build ${entry.path ?? entry.source} again.`,
        { where: entry.source },
      );
    const [head, ...rest] = parseLines<unknown>(claims);
    return {
      entry,
      ...(existsSync(text) ? { report: parseJson<Report>(text, readFileSync(text, "utf8")) } : {}),
      dropped: (head as Pick<StoredReport, "dropped">).dropped,
      claims: rest as Claim[],
    };
  }

  /** Removes the files, once nothing reads them any more. */
  discard(): void {
    for (const { key } of this.entries.values()) {
      rmSync(join(this.#folder, "claims", `${key}.jsonl`), { force: true });
      rmSync(join(this.#folder, "reports", `${key}.json`), { force: true });
    }
  }
}
