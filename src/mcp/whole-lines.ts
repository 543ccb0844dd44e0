/**
 * Lets through whole lines only, and none that is longer than a message may be: who reads behind it holds one message at a time,
 * whatever a client sends.
 * @module
 */
import { Transform, type TransformCallback } from "node:stream";

const NEWLINE = 0x0a;

/** @param most Bytes of a line; of a longer one nothing comes through, and `tooLong` is called once. */
export function wholeLines(most: number, tooLong: () => void): Transform {
  let parts: Buffer[] = [];
  let bytes = 0;
  let isSkipping = false;
  const take = (part: Buffer): void => {
    if (isSkipping || part.length === 0) return;
    bytes += part.length;
    parts.push(part);
    if (bytes <= most) return;
    isSkipping = true;
    parts = [];
    tooLong();
  };
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        take(chunk.subarray(from, end));
        if (!isSkipping) this.push(Buffer.concat([...parts, chunk.subarray(end, end + 1)]));
        parts = [];
        bytes = 0;
        isSkipping = false;
        from = end + 1;
      }
      take(chunk.subarray(from));
      done();
    },
  });
}
