/**
 * Fair use: a token bucket for each client address and a gate for what is expensive. Both keep bounded memory.
 * @module
 */
import type { Context, MiddlewareHandler } from "hono";
import { ProblemError, problemResponse } from "./problem.ts";

const MAX_CLIENTS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

export interface RateOptions {
  burst: number;
  perSecond: number;
  /** Milliseconds. */
  now: () => number;
  clientOf: (context: Context) => string;
}

/** 429 `RATE` with `Retry-After` when a client's bucket is empty. */
export function rateLimit({ burst, perSecond, now, clientOf }: RateOptions): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  return async (context, next) => {
    const client = clientOf(context);
    const time = now();
    const bucket = buckets.get(client) ?? { tokens: burst, at: time };
    // A clock that was set back gives nothing and takes nothing.
    const passed = Math.max(0, time - bucket.at);
    bucket.tokens = Math.min(burst, bucket.tokens + (passed / 1000) * perSecond);
    bucket.at = time;
    // Re-inserting keeps the map in order of last use, so that the longest idle client is the one forgotten.
    buckets.delete(client);
    buckets.set(client, bucket);
    if (buckets.size > MAX_CLIENTS) buckets.delete(buckets.keys().next().value as string);
    if (bucket.tokens < 1) {
      const seconds = Math.ceil((1 - bucket.tokens) / perSecond);
      return problemResponse(429, "RATE", "Too many requests; wait a moment.", {
        headers: { "retry-after": String(seconds) },
      });
    }
    bucket.tokens -= 1;
    return next();
  };
}

/** Lets `width` tasks run at a time; others wait in order, at most `queueMs` milliseconds. */
export class Gate {
  readonly #width: number;
  readonly #queueMs: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  constructor(width: number, queueMs: number) {
    this.#width = width;
    this.#queueMs = queueMs;
  }
  /** @throws ProblemError 503 `BUSY` when no place came free in time. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#width) await this.#wait();
    else this.#running += 1;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(
          new ProblemError(503, "BUSY", "Other queries are running; try again.", { "retry-after": "5" }),
        );
      }, this.#queueMs);
      this.#waiting.push(enter);
    });
  }
}
