/**
 * Zip archives whose bytes depend on their content only.
 * @module
 */
import { Zip, ZipDeflate, type Zippable, zipSync } from "fflate";
import { UsageError } from "../errors.ts";
import { chunked } from "./pieces.ts";

/** The earliest time that a zip entry can bear. Local, because fflate writes local time: the same bytes in every zone. */
export const EPOCH: Date = new Date(1980, 0, 1);

/** Packs files in the order of the map. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[name] = [bytes, { mtime: EPOCH, level: 6 }];
  return zipSync(entries);
}

/** What a zip without the extension for more can tell the place and the size of (APPNOTE 6.3, 4.4.1.4), bytes. */
const MOST_BYTES = 0xffff_ffff;

/**
 * Packs texts one after another, in their order, holding none of them.
 * @param options.mostBytes Of the archive, and of each text
 * @param options.instead What to do where that is too little
 * @throws UsageError EXPORT_TOO_BIG
 */
export function* zipTexts(
  files: Iterable<readonly [name: string, pieces: Iterable<string>]>,
  { mostBytes = MOST_BYTES, instead }: { mostBytes?: number; instead: string },
): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const checkSize = (bytes: number, what: string): void => {
    if (bytes > mostBytes)
      throw new UsageError("EXPORT_TOO_BIG", `a ${what} cannot hold so much: ${instead}`);
  };
  let bytes = 0;
  function* taken(): Generator<Uint8Array> {
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) {
      bytes += chunk.length;
      checkSize(bytes, "zip archive");
      yield chunk;
    }
  }
  for (const [name, pieces] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = EPOCH;
    zip.add(file);
    for (const piece of chunked(pieces)) {
      file.push(encoder.encode(piece));
      checkSize(file.size, "member of a zip archive");
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
