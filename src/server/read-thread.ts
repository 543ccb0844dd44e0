/**
 * Reads uploaded files in a thread, as `build` reads them, and tells each result to the parent.
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { type Failure, failureOf } from "../failure.ts";
import type { ReadingLimits } from "../limits.ts";
import type { Report } from "../model/report.ts";
import { readGiven } from "../report/files.ts";
import type { UnreadKind } from "../report/unread.ts";

export interface ReadOrder {
  files: readonly { name: string; bytes: Uint8Array }[];
  limits: ReadingLimits;
}
/** Of one file, member or row; `end` comes last. */
export type ReadNews =
  | { source: string; report: Report }
  | { source: string; failure: Failure }
  | { source: string; unread: UnreadKind }
  | "end";

const { files, limits } = workerData as ReadOrder;
const tell = (news: ReadNews): void => parentPort?.postMessage(news);
for await (const result of readGiven(files, { limits })) {
  if ("error" in result) tell({ source: result.source, failure: failureOf(result.error) });
  else tell(result);
}
tell("end");
