/**
 * Builds the graph of a workspace on disk in a thread of its own and tells it to its parent.
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { failureOf } from "../failure.ts";
import { openWorkspace } from "../workspace/workspace.ts";
import type { BuildAnswer } from "./build-answer.ts";
import { builtView } from "./built-view.ts";

function answer(): BuildAnswer {
  try {
    return { built: builtView(openWorkspace(workerData as string)) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

parentPort?.postMessage(answer());
