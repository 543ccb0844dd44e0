/**
 * From files to the workspace: reads, extracts what is new or changed, keeps what is not. The store is synchronised
 * afterwards by the caller.
 * @module
 */
import type { InputError } from "../errors.ts";
import type { Report } from "../model/report.ts";
import { readInputs } from "../report/files.ts";
import type { Workspace } from "../workspace/contract.ts";
import { contentKey, toStored } from "./ingest.ts";
import { openPool } from "./pool.ts";

export interface BuildOptions {
  /** ISO date for reports that do not tell theirs. */
  date?: string;
  workers: number;
  onProgress?: (done: number) => void;
}

export interface BuildResult {
  added: string[];
  changed: string[];
  unchanged: string[];
  failed: { source: string; error: Error }[];
}

export async function build(workspace: Workspace, inputs: readonly string[], options: BuildOptions): Promise<BuildResult> {
  const result: BuildResult = { added: [], changed: [], unchanged: [], failed: [] };
  const seen = new Map<string, string>();
  let done = 0;
  const step = (): void => options.onProgress?.(++done);

  async function* fresh(): AsyncGenerator<Report> {
    for await (const input of readInputs([...inputs], options.date === undefined ? {} : { date: options.date })) {
      if ("error" in input) {
        result.failed.push({ source: input.source, error: input.error as InputError });
        step();
        continue;
      }
      const { report } = input;
      seen.set(report.id, report.source);
      if (workspace.entry(report.id) && workspace.has(contentKey(report))) {
        result.unchanged.push(report.id);
        step();
        continue;
      }
      yield report;
    }
  }

  const pool = openPool(options.workers);
  try {
    for await (const item of pool.extractAll(fresh())) {
      if ("error" in item) result.failed.push({ source: item.report.source, error: item.error });
      else {
        (workspace.entry(item.report.id) ? result.changed : result.added).push(item.report.id);
        workspace.put(toStored(item.report, item.extraction));
      }
      step();
    }
  } finally {
    await pool.close();
  }
  for (const list of [result.added, result.changed, result.unchanged]) list.sort();
  workspace.commit();
  return result;
}
