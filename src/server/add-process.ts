/**
 * Reads uploaded files as `build` reads them, and extracts what is wanted of them, in a process of its own: what models and
 * broken files take of memory ends with it.
 * @module
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Extraction } from "../extract/engine.ts";
import { type Failure, failureOf } from "../failure.ts";
import type { ReadingLimits } from "../limits.ts";
import type { Report } from "../model/report.ts";
import { defaultWorkers, openPool } from "../pipeline/pool.ts";
import { readGiven } from "../report/files.ts";
import type { UnreadKind } from "../report/unread.ts";

export interface AddOrder {
  files: readonly { name: string; path: string }[];
  limits: ReadingLimits;
}

/** What the parent decides by whether a report is wanted. */
export type Offered = Pick<Report, "id" | "sha256" | "date" | "source">;

/** Of one file, member or row; of those that were wanted what was made of them, or why nothing; `end` comes last. */
export type AddNews =
  | { source: string; failure: Failure }
  | { source: string; unread: UnreadKind }
  | { source: string; offered: Offered }
  | { stopped: { id: string; source: string; why: string } }
  | { made: { report: Report; extraction: Extraction } }
  | "end";

/** The answer to an offer. */
export interface AddAnswer {
  wanted: boolean;
}

const tell = (news: AddNews): Promise<void> =>
  new Promise((resolve) => void (process.send ? process.send(news, () => resolve()) : resolve()));

async function* wanted({ files, limits }: AddOrder): AsyncGenerator<Report> {
  const given = files.map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
  for await (const result of readGiven(given, { limits })) {
    const { source } = result;
    if ("error" in result) await tell({ source, failure: failureOf(result.error) });
    else if ("unread" in result) await tell({ source, unread: result.unread });
    else {
      const { id, sha256, date } = result.report;
      const answer = once(process, "message") as Promise<[AddAnswer]>;
      await tell({
        source,
        offered: { id, sha256, source: result.report.source, ...(date ? { date } : {}) },
      });
      if ((await answer)[0].wanted) yield result.report;
    }
  }
}

process.on("disconnect", () => process.exit(0));
const [order] = (await once(process, "message")) as [AddOrder];
// One processor stays with those who only ask.
const pool = openPool(Math.max(1, defaultWorkers() - 1));
for await (const outcome of pool.map("reports", wanted(order), { size: ({ text }) => text.length })) {
  const { item } = outcome;
  await tell(
    "value" in outcome
      ? { made: { report: item, extraction: outcome.value } }
      : { stopped: { id: item.id, source: item.source, why: outcome.error } },
  );
}
await pool.close();
await tell("end");
