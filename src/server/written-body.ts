/**
 * An answer whose rows lie in a file, sent as its client takes it. What clients leave lying is counted: beyond a limit the
 * one with most of it is given up.
 * @module
 */
import type { WrittenRows } from "../store/contract.ts";

/** Answers that are being taken. */
export class HeldAnswers {
  readonly #most: number;
  readonly #held = new Set<HeldAnswer>();

  /** @param most Bytes in files that wait for clients, all together. */
  constructor(most: number) {
    this.#most = most;
  }

  add(answer: HeldAnswer): void {
    this.#held.add(answer);
    let bytes = 0;
    for (const { left } of this.#held) bytes += left;
    for (const one of [...this.#held].sort((a, b) => b.left - a.left)) {
      if (bytes <= this.#most) return;
      bytes -= one.left;
      one.giveUp();
    }
  }

  has(answer: HeldAnswer): boolean {
    return this.#held.has(answer);
  }

  remove(answer: HeldAnswer): void {
    this.#held.delete(answer);
  }
}

interface HeldAnswer {
  /** Bytes that its client has not taken. */
  left: number;
  giveUp(): void;
}

/** The same bytes as `{...body, rows}` in JSON, where `rows` is the second of its keys. */
export function writtenBody<T extends { columns: unknown }>(
  { columns, ...rest }: T,
  rows: WrittenRows,
  answers: HeldAnswers,
): ReadableStream<Uint8Array> {
  const head = Buffer.from(`{"columns":${JSON.stringify(columns)},"rows":[`);
  const tail = Buffer.from(`],${JSON.stringify(rest).slice(1)}`);
  const parts = piecesOf(head, rows, tail);
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const held: HeldAnswer = {
    left: rows.bytes,
    giveUp() {
      end();
      controller.error(new Error("too many answers were not taken"));
    },
  };
  const end = (): void => {
    answers.remove(held);
    rows.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
        answers.add(held);
      },
      async pull() {
        try {
          const { value, done } = await parts.next();
          if (!answers.has(held)) return;
          if (done) {
            end();
            controller.close();
            return;
          }
          held.left -= Math.min(held.left, value.length);
          controller.enqueue(value);
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}

async function* piecesOf(
  head: Uint8Array,
  rows: WrittenRows,
  tail: Uint8Array,
): AsyncGenerator<Uint8Array, undefined> {
  yield head;
  for (let piece = await rows.next(); piece; piece = await rows.next()) yield piece;
  yield tail;
  return undefined;
}
