/**
 * One extraction thread: takes reports, answers with what was extracted.
 * @module
 */
import { parentPort } from "node:worker_threads";
import { extract, openExtractTools } from "../extract/extract.ts";
import type { Report } from "../model/report.ts";

const tools = openExtractTools();
let turn: Promise<void> = Promise.resolve();

parentPort?.on("message", ({ id, report }: { id: number; report: Report }) => {
  // One report after another: the tagger is not shared within a thread.
  turn = turn.then(async () => {
    try {
      parentPort?.postMessage({ id, extraction: await extract(report, await tools) });
    } catch (error) {
      parentPort?.postMessage({ id, error: (error as Error).stack ?? String(error) });
    }
  });
});
