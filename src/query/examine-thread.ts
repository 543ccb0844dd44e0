/**
 * Examines queries, one at a time.
 * @module
 */
import { parentPort } from "node:worker_threads";
import { type Examined, examine, type Question } from "./examine.ts";

export type ThreadAnswer = { examined: Examined } | { failed: string };
/** What a thread says before its answer: it is up, and it begins with a question. */
export type ThreadSign = "ready" | "begun";

const say = (message: ThreadAnswer | ThreadSign): void => parentPort?.postMessage(message);

parentPort?.on("message", async (question: Question) => {
  say("begun");
  let answer: ThreadAnswer;
  try {
    answer = { examined: await examine(question) };
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) };
  }
  say(answer);
});
// The parser is loaded before the clock runs for the first question.
await examine({ cypher: "MATCH (n) RETURN n", rows: 1, embedded: true });
say("ready");
