/**
 * ZIP archives with every promise checked: an archive may lie about sizes or let its members overlap to blow up the reader
 * (a "bomb"), may be cut short, encrypted, or name members in GBK as Chinese Windows does. Names are data; nothing is ever
 * written to disk. The container is read by `yauzl`; checksums, overlaps, names and limits are ours.
 * @module
 */
import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import iconv from "iconv-lite";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { InputError } from "../errors.ts";
import { megabytes, type ReadingLimits } from "../limits.ts";

export interface ZipMember {
  /** As named in the archive, `/`-separated. */
  name: string;
  /** Bytes, unpacked, as the archive states them. */
  size: number;
  /** A link, whose content is where it leads. */
  isLink: boolean;
  entry: Entry;
}

export type ZipSource = { file: string | Buffer } | { bytes: Uint8Array };

const corrupt = (where: string, what: string, cause?: unknown): InputError =>
  new InputError("INPUT_CORRUPT", `${where}: not a sound ZIP archive (${what})`, { where, cause });

const tooLarge = (where: string, what: string): InputError =>
  new InputError("INPUT_TOO_LARGE", `${where}: ${what}`, { where });

/** What the container's reader found wrong, as one of our errors. Errors of the file system pass. */
function asInputError(where: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || "syscall" in cause || cause instanceof InputError) return cause;
  if (/end of central directory|unexpected EOF|expected more|out of bounds/iu.test(cause.message)) {
    return new InputError("INPUT_TRUNCATED", `${where}: the archive has no end; the file was cut short`, {
      where,
      cause,
    });
  }
  return corrupt(where, cause.message, cause);
}

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/** UTF-8 where the archive says so or the bytes are; else GB18030, which Chinese Windows writes. */
function memberName(entry: Entry): string {
  const bytes = entry.fileNameRaw;
  let name: string;
  if (entry.extraFields.some((field) => field.id === UNICODE_PATH)) {
    name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, bytes, entry.extraFields, false);
  } else {
    try {
      name = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (cause) {
      if ((entry.generalPurposeBitFlag & UTF8_FLAG) !== 0) throw cause;
      name = iconv.decode(bytes, "gb18030");
    }
  }
  // Some programs write `./a.txt` for `a.txt`.
  return name.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}

function checkOverlaps(entries: readonly Entry[], where: string): void {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) throw corrupt(where, "its members overlap, as those of a zip bomb");
    end = start + 30 + entry.compressedSize;
  }
}

/** Systems whose archives keep the kinds of files: Unix and macOS. */
const WITH_KINDS: ReadonlySet<number> = new Set([3, 19]);
const isLink = ({ versionMadeBy, externalFileAttributes }: Entry): boolean =>
  WITH_KINDS.has(versionMadeBy >>> 8) && externalFileAttributes >>> 28 === 0o12;

const MEMBER = Buffer.from("PK\u0001\u0002", "latin1");

/** The number of members has 16 bits: some programs begin again at 0, and only the first few of 65,540 would be read. */
function checkCount(zip: ZipFile, bytesAt: (at: number, length: number) => Buffer, where: string): void {
  // Where the next member would stand; the package's types call it a boolean.
  const end = zip.readEntryCursor as unknown as number;
  if (bytesAt(end, MEMBER.length).equals(MEMBER))
    throw corrupt(where, `it says that it has ${zip.entryCount} members, and has more; unpack it`);
}

export class ZipArchive {
  /** Files of the archive in its order, folders left out. */
  readonly members: readonly ZipMember[];
  readonly #zip: ZipFile;
  readonly #limits: ReadingLimits;
  #unpacked = 0;

  constructor(zip: ZipFile, members: readonly ZipMember[], limits: ReadingLimits) {
    this.#zip = zip;
    this.members = members;
    this.#limits = limits;
  }

  /**
   * Unpacks one member, within the limits and against its checksum.
   * @throws InputError INPUT_ENCRYPTED, INPUT_TOO_LARGE, INPUT_TRUNCATED, INPUT_CORRUPT
   */
  async read(member: ZipMember, where: string): Promise<Uint8Array> {
    const { entry, size } = member;
    const { documentBytes, archiveRatio, archiveUnpackedBytes } = this.#limits;
    if (entry.isEncrypted()) {
      throw new InputError("INPUT_ENCRYPTED", `${where}: is encrypted; unpack it with its password first`, {
        where,
      });
    }
    if (size > documentBytes)
      throw tooLarge(where, `${megabytes(size)}, at most ${megabytes(documentBytes)} are read`);
    if (size > 2 ** 20 && size > entry.compressedSize * archiveRatio) {
      const times = Math.round(size / Math.max(1, entry.compressedSize));
      throw tooLarge(where, `unpacks to ${times} times its size; refused as a zip bomb`);
    }
    if (this.#unpacked + size > archiveUnpackedBytes) {
      throw tooLarge(
        where,
        `the archive unpacks to more than ${megabytes(archiveUnpackedBytes)}; this member was not read`,
      );
    }
    this.#unpacked += size;
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw corrupt(where, `compression method ${entry.compressionMethod} is not read`);
    const data = await this.#unpack(entry, where);
    if (data.length !== size || crc32(data) !== entry.crc32)
      throw corrupt(where, "its checksum does not fit");
    return data;
  }

  close(): void {
    this.#zip.close();
  }

  async #unpack(entry: Entry, where: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    try {
      // A member that unpacks to more than it declares is stopped by the container's reader.
      const stream = await this.#zip.openReadStreamPromise(entry);
      for await (const chunk of stream) chunks.push(chunk as Buffer);
    } catch (cause) {
      const error = asInputError(where, cause);
      if (error instanceof InputError && error.code === "INPUT_CORRUPT")
        throw new InputError("INPUT_CORRUPT", `${where}: cannot be unpacked`, { where, cause });
      throw error;
    }
    return Buffer.concat(chunks);
  }
}

/**
 * Opens an archive and reads its directory; `close` it at the end.
 * @throws InputError INPUT_TRUNCATED, INPUT_CORRUPT, INPUT_TOO_LARGE; errors of the file system as they are
 */
export async function openZip(source: ZipSource, where: string, limits: ReadingLimits): Promise<ZipArchive> {
  const { zip, bytesAt } = await opened(source).catch((cause: unknown) => {
    throw asInputError(where, cause);
  });
  try {
    if (zip.entryCount > limits.archiveMembers)
      throw tooLarge(where, `${zip.entryCount} members, at most ${limits.archiveMembers} are read`);
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    checkCount(zip, bytesAt, where);
    checkOverlaps(entries, where);
    const members = entries.flatMap((entry): ZipMember[] => {
      const name = named(entry, where);
      if (name.endsWith("/")) return [];
      return [{ name, size: entry.uncompressedSize, isLink: isLink(entry), entry }];
    });
    return new ZipArchive(zip, members, limits);
  } catch (cause) {
    zip.close();
    throw asInputError(where, cause);
  }
}

/** The container, and bytes of it; fewer where it ends. */
interface Opened {
  zip: ZipFile;
  bytesAt(at: number, length: number): Buffer;
}

async function opened(source: ZipSource): Promise<Opened> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
  if ("bytes" in source) {
    const { buffer, byteOffset, byteLength } = source.bytes;
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    const zip = await yauzl.fromBufferPromise(bytes, options);
    return { zip, bytesAt: (at, length) => bytes.subarray(at, at + length) };
  }
  const fd = openSync(source.file, "r");
  try {
    const zip = await yauzl.fromFdPromise(fd, options);
    const bytesAt = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(fd, bytes, 0, length, at));
    };
    return { zip, bytesAt };
  } catch (cause) {
    // What could not be opened nobody closes.
    closeSync(fd);
    throw cause;
  }
}

function named(entry: Entry, where: string): string {
  try {
    return memberName(entry);
  } catch (cause) {
    throw corrupt(where, "the name of a member is not UTF-8", cause);
  }
}
