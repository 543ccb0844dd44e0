/** Readers and writers take turns, and what was read is not kept. */
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { Turns } from "../../../src/store/embedded/turns.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

test("an answer that nobody holds any more is let go, though no writer comes", async () => {
  const turns = new Turns();
  const answers: WeakRef<object>[] = [];
  for (let i = 0; i < 5; i++) {
    await turns.shared(() => {
      const answer = { rows: [i] };
      answers.push(new WeakRef(answer));
      return Promise.resolve(answer);
    });
  }
  // A weak reference holds on until the turn in which it was made is over.
  await sleep(0);
  collect();
  expect(answers.filter((answer) => answer.deref() !== undefined)).toEqual([]);
});

test("a writer waits for the readers before it, and the readers behind it for the writer", async () => {
  const turns = new Turns();
  const order: string[] = [];
  const step = (name: string, ms: number) => async (): Promise<void> => {
    order.push(`${name} begins`);
    await sleep(ms);
    order.push(`${name} ends`);
  };
  await Promise.all([
    turns.shared(step("first", 20)),
    turns.shared(step("second", 5)),
    turns.exclusive(step("writer", 5)),
    turns.shared(step("third", 0)),
  ]);
  expect(order).toEqual([
    "first begins",
    "second begins",
    "second ends",
    "first ends",
    "writer begins",
    "writer ends",
    "third begins",
    "third ends",
  ]);
});
