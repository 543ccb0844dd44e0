/**
 * Zip archives whose bytes depend on their content only.
 * @module
 */
import { type Zippable, zipSync } from "fflate";

/** The earliest time that a zip entry can bear. Local, because fflate writes local time: the same bytes in every zone. */
const EPOCH: Date = new Date(1980, 0, 1);

/** Packs files in the order of the map. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[name] = [bytes, { mtime: EPOCH, level: 6 }];
  return zipSync(entries);
}

/** Signatures and offsets of a zip's records (APPNOTE 6.3, 4.3). */
const END = { signature: 0x06054b50, bytes: 22, count: 10, directory: 16 } as const;
const ENTRY = { bytes: 46, time: 12, name: 28, extra: 30, comment: 32, file: 42 } as const;
const FILE_TIME = 10;
/** 1980-01-01 00:00, as two 16-bit fields: time, then date. */
const EPOCH_FIELDS = 0x0021_0000;

/** The same archive without the times at which it was made. Changes the bytes in place. */
export function withoutTime(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - END.bytes;
  while (end >= 0 && view.getUint32(end, true) !== END.signature) end -= 1;
  if (end < 0) throw new Error("not a zip archive");
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.count, true); left > 0; left -= 1) {
    view.setUint32(at + ENTRY.time, EPOCH_FIELDS, true);
    view.setUint32(view.getUint32(at + ENTRY.file, true) + FILE_TIME, EPOCH_FIELDS, true);
    at +=
      ENTRY.bytes +
      [ENTRY.name, ENTRY.extra, ENTRY.comment].reduce(
        (sum, field) => sum + view.getUint16(at + field, true),
        0,
      );
  }
  return archive;
}
