/** What a burst of requests left in the heap is collected when nobody asks for a while. */
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BURST, collectAtRest, REST_MS } from "../../../src/server/rest.ts";

let collected: number;
let server: EventEmitter;
let end: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  collected = 0;
  server = new EventEmitter();
  end = collectAtRest(server, () => {
    collected += 1;
  });
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

const ask = (times: number): void => {
  for (let i = 0; i < times; i += 1) server.emit("request");
};

it("once, at rest, and again after the next burst", () => {
  ask(BURST);
  vi.advanceTimersByTime(REST_MS - 1);
  ask(1);
  vi.advanceTimersByTime(REST_MS - 1);
  expect(collected).toBe(0);
  vi.advanceTimersByTime(1);
  expect(collected).toBe(1);
  vi.advanceTimersByTime(10 * REST_MS);
  expect(collected).toBe(1);
  ask(BURST);
  vi.advanceTimersByTime(REST_MS);
  expect(collected).toBe(2);
});

it("not after a few requests, however many rests", () => {
  for (let i = 0; i < 10; i += 1) {
    ask(BURST / 10);
    vi.advanceTimersByTime(REST_MS);
  }
  expect(collected).toBe(0);
});

it("by the engine itself, when nothing else is given", () => {
  collectAtRest(server);
  ask(BURST);
  expect(() => vi.advanceTimersByTime(REST_MS)).not.toThrow();
});
