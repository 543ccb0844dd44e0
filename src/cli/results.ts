/**
 * What `build`, `load` and their like tell of the inputs: failures on stderr, the rest as JSON.
 * @module
 */
import type { BuildResult } from "../pipeline/build.ts";
import type { SyncResult } from "../store/contract.ts";
import { complain, note } from "./io.ts";

/** Names what failed, each with its place, and why rules worked alone; some failure makes exit 1. */
export function report(result: BuildResult): void {
  if (result.withoutTagger !== undefined)
    note(`reportgraph: ${result.withoutTagger}: working with rules alone, which find less`);
  for (const { source, error } of result.failed)
    complain(error.message.startsWith(source) ? error.message : `${source}: ${error.message}`);
  if (result.failed.length > 0) process.exitCode = 1;
}

export const asJson = (result: BuildResult, changes: SyncResult): object => ({
  reports: { added: result.added, changed: result.changed, unchanged: result.unchanged },
  failed: result.failed.map(({ source, error }) => ({
    source,
    code: "code" in error ? error.code : "INTERNAL",
    message: error.message,
  })),
  changes,
});
