/**
 * The thread that reads documents for `reading.ts`, one after another.
 * @module
 */
import { parentPort } from "node:worker_threads";
import { failureOf } from "../failure.ts";
import { readReport } from "./read.ts";
import type { ReadAnswer, ReadRequest } from "./reading.ts";

async function answer({ bytes, options, limits }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { report: await readReport(bytes, options, limits) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

parentPort?.on("message", async (request: ReadRequest) => parentPort?.postMessage(await answer(request)));
