/**
 * Asks threads whether a query may run, with limits of time and memory: a text of some hundred characters can keep a parser
 * busy for minutes. A thread that is late is ended and another takes its place; the program goes on answering.
 * @module
 */
import type { Worker } from "node:worker_threads";
import { QueryError } from "../errors.ts";
import { limitsHere } from "../limits.ts";
import { startThread } from "../thread.ts";
import { workClock } from "../work-clock.ts";
import type { Examined, Question } from "./examine.ts";
import type { ThreadAnswer, ThreadSign } from "./examine-thread.ts";

/** Two, so that one hostile query does not hold up all others; more would leave the machine nothing. */
const THREADS = 2;
/** Answers that are kept: programs ask the same few queries again and again. */
const KEPT = 200;
const KEPT_CHARACTERS = 4_000;
const MB = 1024 * 1024;

type Outcome = { examined: Examined } | { refused: string };

/** The text to run, and whether it only explains. */
export type Reading = Pick<Examined, "text" | "explained">;

/**
 * Lets pass what only reads. @param rows Rows that the caller takes at most.
 * @throws QueryError QUERY_REFUSED (it writes, or takes too long to understand), QUERY_SYNTAX
 */
export async function readingOf(cypher: string, rows: number, embedded: boolean): Promise<Reading> {
  const outcome = await kept({ cypher, rows, embedded });
  if ("refused" in outcome) throw new QueryError("QUERY_REFUSED", `query refused: ${outcome.refused}`);
  const { verdict, text, explained } = outcome.examined;
  if (verdict.ok) return { text, explained };
  const word = verdict.code === "QUERY_REFUSED" ? "refused" : "not understood";
  throw new QueryError(
    verdict.code,
    `query ${word} at line ${verdict.line}, column ${verdict.column}: ${verdict.reason}`,
  );
}

const memory = new Map<string, Outcome>();

async function kept(question: Question): Promise<Outcome> {
  const key = `${question.rows} ${question.embedded} ${question.cypher}`;
  const before = memory.get(key);
  if (before) {
    // Re-inserting keeps the map in order of last use.
    memory.delete(key);
    memory.set(key, before);
    return before;
  }
  const outcome = await ask(question);
  // Not a refusal for the time it took: the machine may have been busy.
  if ("examined" in outcome && key.length <= KEPT_CHARACTERS) memory.set(key, outcome);
  if (memory.size > KEPT) memory.delete(memory.keys().next().value as string);
  return outcome;
}

interface Waiting {
  question: Question;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

const waiting: Waiting[] = [];
const idle: Worker[] = [];
let threads = 0;

function ask(question: Question): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    waiting.push({ question, resolve, reject });
    void next();
  });
}

async function next(): Promise<void> {
  if (waiting.length === 0) return;
  const free = idle.pop();
  if (!free && threads >= THREADS) return;
  const task = waiting.shift() as Waiting;
  if (!free) threads += 1;
  let thread: Worker | undefined;
  try {
    thread = free ?? (await started());
    thread.ref();
    task.resolve(await answerOf(thread, task.question));
    // An idle thread must not keep a program from ending.
    thread.unref();
    idle.push(thread);
  } catch (error) {
    threads -= 1;
    void thread?.terminate();
    if (error instanceof Stopped) task.resolve({ refused: error.message });
    else task.reject(error as Error);
  }
  void next();
}

/** The question cannot be answered within the limits. */
class Stopped extends Error {}

function started(): Promise<Worker> {
  const { queryParseBytes } = limitsHere();
  const thread = startThread("./examine-thread", import.meta.url, undefined, {
    maxOldGenerationSizeMb: Math.ceil(queryParseBytes / MB),
  });
  return new Promise((resolve, reject) => {
    thread.once("error", reject);
    thread.once("message", () => {
      // What still comes from a thread that is being ended belongs to nobody.
      thread.off("error", reject).on("error", () => undefined);
      resolve(thread);
    });
  });
}

function answerOf(thread: Worker, question: Question): Promise<Outcome> {
  const { queryParseMs } = limitsHere();
  return new Promise((resolve, reject) => {
    const late = (): void => {
      end();
      reject(new Stopped(`it was not understood within ${queryParseMs} ms: write it in a simpler way`));
    };
    let stop = (): void => undefined;
    const end = (): void => {
      stop();
      thread.off("message", taken).off("error", failed);
    };
    const taken = (answer: ThreadAnswer | ThreadSign): void => {
      // Not while it waits in line: the time is that of the understanding.
      if (answer === "begun") stop = workClock(queryParseMs, late);
      if (typeof answer === "string") return;
      end();
      if ("examined" in answer) resolve(answer);
      else reject(new Error(answer.failed));
    };
    const failed = (error: unknown): void => {
      end();
      reject(new Stopped(`it takes too much memory to understand (${(error as Error).message})`));
    };
    thread.on("message", taken).once("error", failed);
    thread.postMessage(question);
  });
}
