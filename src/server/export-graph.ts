/**
 * A graph as a file for download, in every format of `src/export/formats.ts`. It is written by a thread, so that other
 * requests are answered meanwhile; what would be a folder on disk is one archive here.
 * @module
 */
import type { Worker } from "node:worker_threads";
import { exportFormats, type FormatName, formatOf } from "../export/index.ts";
import { errorOf } from "../failure.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import type { GraphTaker } from "../store/contract.ts";
import { startThread } from "../thread.ts";
import type { ExportAnswer, ExportOrder } from "./export-thread.ts";
import { ProblemError } from "./problem.ts";

export const EXPORT_FORMATS: readonly [FormatName, ...FormatName[]] = Object.keys(exportFormats) as [
  FormatName,
  ...FormatName[],
];

/** Items that are handed over at a time: a few milliseconds. */
const HANDED = 1_000;
/** Milliseconds that a thread has to end by itself. */
const END_MS = 2_000;
const ZIP = "application/zip";

export interface Export {
  response: Response;
  /** When the file is written, or nobody wants it any more. */
  finished: Promise<void>;
}

/** Answers of a thread one after another; the next is asked for when it is wanted. */
class Answers {
  readonly #thread: Worker;
  readonly #ready: ExportAnswer[] = [];
  #wanting: ((answer: ExportAnswer) => void) | undefined;

  constructor(thread: Worker) {
    this.#thread = thread;
    thread.on("message", (answer: ExportAnswer) => this.#take(answer));
    thread.on("error", ({ message }: Error) => this.#take({ failure: { message } }));
    thread.on("exit", (code) => this.#take({ failure: { message: `the export stopped with ${code}` } }));
  }

  order(order: ExportOrder): void {
    this.#thread.postMessage(order);
  }

  next(): Promise<ExportAnswer> {
    const answer = this.#ready.shift();
    return answer ? Promise.resolve(answer) : new Promise((resolve) => (this.#wanting = resolve));
  }

  #take(answer: ExportAnswer): void {
    if (!this.#wanting) this.#ready.push(answer);
    else {
      this.#wanting(answer);
      this.#wanting = undefined;
    }
  }
}

type HandingOver = (taker: GraphTaker) => void | Promise<void>;

/** Where the graph comes from: a workspace's folder, without what is less sure than `least`, or what hands it over. */
export type ExportFrom = { folder: string; least?: number } | HandingOver;

/** Gives the thread the items in portions. */
async function handOver(from: HandingOver, answers: Answers): Promise<void> {
  let nodes: GraphNode[] = [];
  let edges: GraphEdge[] = [];
  const flush = (): void => {
    if (nodes.length > 0) answers.order({ nodes });
    if (edges.length > 0) answers.order({ edges });
    nodes = [];
    edges = [];
  };
  await from({
    begin: () => {
      nodes = [];
      edges = [];
      answers.order({ anew: true });
    },
    node: (node) => {
      if (nodes.push(node) === HANDED) flush();
    },
    edge: (edge) => {
      if (edges.push(edge) === HANDED) flush();
    },
  });
  flush();
}

/**
 * Starts the export and answers when its first bytes are there.
 * @param stallMs How long a client may take for a piece before the export is given up, milliseconds
 * @throws SchemaError when the format cannot hold the graph
 */
export async function exportFile(from: ExportFrom, name: FormatName, stallMs: number): Promise<Export> {
  const format = formatOf(name);
  const thread = startThread("./export-thread", import.meta.url);
  const answers = new Answers(thread);
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let patience: NodeJS.Timeout | undefined;
  const end = (): void => {
    clearTimeout(patience);
    // It removes its file; where it is too busy to hear it, the temporary folder keeps it.
    answers.order({ end: true });
    setTimeout(() => void thread.terminate(), END_MS).unref();
    finish();
  };
  try {
    if (typeof from === "function") await handOver(from, answers);
    else answers.order(from);
  } catch (error) {
    end();
    throw error;
  }
  answers.order({ format: name });
  let answer = await answers.next();
  if ("failure" in answer) {
    end();
    throw errorOf(answer.failure);
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(patience);
        if ("bytes" in answer) {
          controller.enqueue(answer.bytes);
          answers.order({ more: true });
          answer = await answers.next();
          patience = setTimeout(() => {
            controller.error(new ProblemError(408, "CLIENT_SLOW", "The export was not taken in time."));
            end();
          }, stallMs);
          return;
        }
        end();
        if ("failure" in answer) controller.error(errorOf(answer.failure));
        else controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
  const type = format.shape === "folder" ? ZIP : format.mediaType;
  const headers = {
    "content-type": format.shape === "text" ? `${type}; charset=utf-8` : type,
    "content-disposition": `attachment; filename="reportgraph-${name}${format.extension}"`,
  };
  return { response: new Response(body, { headers }), finished };
}
