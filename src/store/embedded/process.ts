/**
 * The parent's end of a reader process: start it, ask it, end it.
 * @module
 */
import type { ChildProcess } from "node:child_process";
import { QueryError, StoreError } from "../../errors.ts";
import { startProcess } from "../../process.ts";
import type { QueryResult } from "../contract.ts";
import { openWritten, removeWritten } from "../written.ts";
import { openError, queryError } from "./errors.ts";
import type { QueryRequest, ReaderMessage, ReaderOptions } from "./protocol.ts";
import { removeSpill } from "./spill.ts";

/** `ended`: by us, for another query's sake; `memory`: it used too much; `crashed`: the database took it down. */
type Why = "ended" | "memory" | "crashed";

/** The process ended with questions open; `asked` says how many it had then. */
export class ReaderGone extends Error {
  readonly why: Why;
  readonly asked: number;
  constructor(why: Why, asked: number) {
    super("the reader process ended");
    this.why = why;
    this.asked = asked;
  }
}

interface Pending {
  resolve(result: QueryResult): void;
  reject(error: Error): void;
}

export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  readonly #ended: Promise<void>;
  /** Until we or it say otherwise, an end is a crash. */
  #why: Why = "crashed";
  #nextId = 1;
  #gone = false;
  #yields = false;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.once("exit", () => {
        this.#gone = true;
        const gone = new ReaderGone(this.#why, this.#pending.size);
        for (const { reject } of this.#pending.values()) reject(gone);
        this.#pending.clear();
        if (child.pid !== undefined) {
          removeSpill(child.pid);
          removeWritten(child.pid);
        }
        resolve();
      });
    });
  }

  /** It lives, and nobody waits to write. */
  get takes(): boolean {
    return !this.#gone && !this.#yields;
  }

  /** @throws StoreError when the file cannot be opened */
  static async start(options: ReaderOptions): Promise<ReaderProcess> {
    const child = startProcess("./reader", import.meta.url, [JSON.stringify(options)]);
    const reader = new ReaderProcess(child);
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", () =>
        reject(new StoreError("STORE_LOST", `the process that reads ${options.file} did not start`)),
      );
      child.on("message", (message: ReaderMessage) => {
        if (message.kind === "ready") resolve();
        else if (message.kind === "unopened") reject(openError(message.message, options.file));
        else reader.#take(message);
      });
    });
    // An open store must not keep a program from ending; a running query does, through its timer.
    child.unref();
    child.channel?.unref();
    return reader;
  }

  /** @throws ReaderGone when the process ends before the answer; QueryError when the database refuses */
  ask(question: Omit<QueryRequest, "id">): Promise<QueryResult> {
    return new Promise((resolve, reject) => {
      if (this.#gone) {
        reject(new ReaderGone("ended", 0));
        return;
      }
      const id = this.#nextId++;
      this.#pending.set(id, { resolve, reject });
      this.#child.send({ id, ...question } satisfies QueryRequest, (error) => {
        // A process that is ending closes its channel first; its exit rejects what is pending.
        if (error && !isChannelError(error)) {
          this.#pending.delete(id);
          reject(error);
        }
      });
    });
  }

  #take(message: ReaderMessage): void {
    if (message.kind === "memory") {
      this.#why = "memory";
      return;
    }
    if (message.kind === "yield") {
      this.#yields = true;
      this.#endWhenIdle();
      return;
    }
    if (message.kind !== "rows" && message.kind !== "failed" && message.kind !== "refused") return;
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind === "failed") pending?.reject(queryError(message.message, message.gqlStatus));
    else if (message.kind === "refused") pending?.reject(new QueryError(message.code, message.message));
    else {
      const { kind: _, id: __, laidDown, ...result } = message;
      try {
        // What nobody waits for any more goes with the process's other files.
        pending?.resolve(laidDown ? { ...result, written: openWritten(laidDown) } : result);
      } catch (error) {
        pending?.reject(error as Error);
      }
    }
    this.#endWhenIdle();
  }

  #endWhenIdle(): void {
    if (this.#yields && this.#pending.size === 0) void this.close();
  }

  /** Ends it in good order: what it wrote is on disk. */
  async close(): Promise<void> {
    if (this.#gone) return;
    this.#why = "ended";
    this.#child.ref();
    if (this.#child.connected) this.#child.send("close", () => undefined);
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), CLOSE_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  /** Ends it now, whatever it does. */
  async kill(): Promise<void> {
    if (this.#gone) return;
    this.#why = "ended";
    this.#child.ref();
    this.#child.kill("SIGKILL");
    await this.#ended;
  }
}

const CLOSE_MS = 30_000;

const isChannelError = (error: Error): boolean =>
  ["ERR_IPC_CHANNEL_CLOSED", "EPIPE", "ECONNRESET"].includes((error as NodeJS.ErrnoException).code ?? "");
