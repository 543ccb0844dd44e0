/**
 * Examines queries, one at a time.
 * @module
 */
import { parentPort } from "node:worker_threads";
import { type Examined, examine, type Question } from "./examine.ts";

export type ThreadAnswer = { examined: Examined } | { failed: string };

parentPort?.on("message", async (question: Question) => {
  let answer: ThreadAnswer;
  try {
    answer = { examined: await examine(question) };
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
// The parser is loaded before the clock runs for the first question.
await examine({ cypher: "MATCH (n) RETURN n", rows: 1, embedded: true });
parentPort?.postMessage("ready");
