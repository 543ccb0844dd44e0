/**
 * Small pieces of text, put together to pieces that are worth a write.
 * @module
 */

/** UTF-16 code units a chunk. */
const CHUNK = 1 << 16;

export function* chunked(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
