/**
 * Append-only files of gzip members, one member a report: `zcat` shows JSON Lines. Each member says its own length in its
 * header (an extra field, RFC 1952), so the members are found without unpacking them.
 *
 * What is appended counts once something names it; a tail that nothing names was left by a process that was killed, and is
 * cut when the next one writes.
 * @module
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { InputError } from "../errors.ts";
import { makeFolder } from "../files.ts";

/** `segment:offset:length` */
export type Place = string;

const MOST_BYTES = 64 * 1024 * 1024;
const NAME = /^(\d{6})\.jsonl\.gz$/;
/** gzip's own header, then the length of the extra field (8) and the field: its name, the length of its value (4), the value. */
const HEADER = 20;
const FIELD = [0x52, 0x47];
const EXTRA_FLAG = 4;

/** The member that holds a text. */
export function memberOf(text: string): Buffer {
  const plain = gzipSync(text, { level: 6 });
  const member = Buffer.alloc(plain.length + HEADER - 10);
  plain.copy(member, 0, 0, 10);
  member[3] = EXTRA_FLAG;
  // Neither the time nor the system that packed it.
  member.fill(0, 4, 8);
  member[9] = 255;
  member.writeUInt16LE(8, 10);
  member.set(FIELD, 12);
  member.writeUInt16LE(4, 14);
  member.writeUInt32LE(member.length, 16);
  plain.copy(member, HEADER, 10);
  return member;
}

/** Length of the member that begins with these bytes; undefined when none does. */
function lengthOf(head: Buffer): number | undefined {
  if (head.length < HEADER || head[0] !== 0x1f || head[1] !== 0x8b || head[3] !== EXTRA_FLAG)
    return undefined;
  return head[12] === FIELD[0] && head[13] === FIELD[1] ? head.readUInt32LE(16) : undefined;
}

export interface Tail {
  segment: number;
  bytes: number;
}

export class Segments {
  readonly #folder: string;
  #tail: Tail | undefined;
  readonly #unsynced = new Set<number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(segment: number): string {
    return join(this.#folder, `${String(segment).padStart(6, "0")}.jsonl.gz`);
  }

  /** Numbers of the files, ascending. */
  list(): number[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  }

  /** Bytes of all files. */
  size(): number {
    return this.list().reduce((sum, segment) => sum + statSync(this.#path(segment)).size, 0);
  }

  /** Appends a member. It is safe after {@link sync}. */
  append(text: string): Place {
    return this.copy(memberOf(text));
  }

  /** Appends a member as it is. */
  copy(member: Buffer): Place {
    let tail = this.tail();
    if (tail.bytes > 0 && tail.bytes + member.length > MOST_BYTES) tail = this.startNew();
    makeFolder(this.#folder);
    writeFileSync(this.#path(tail.segment), member, { flag: "a" });
    this.#unsynced.add(tail.segment);
    const place = `${tail.segment}:${tail.bytes}:${member.length}`;
    this.#tail = { segment: tail.segment, bytes: tail.bytes + member.length };
    return place;
  }

  startNew(): Tail {
    this.#tail = { segment: this.tail().segment + 1, bytes: 0 };
    return this.#tail;
  }

  /** Where the next member goes. */
  tail(): Tail {
    if (!this.#tail) {
      const segment = this.list().at(-1) ?? 1;
      const path = this.#path(segment);
      this.#tail = { segment, bytes: existsSync(path) ? statSync(path).size : 0 };
    }
    return this.#tail;
  }

  sync(): void {
    for (const segment of this.#unsynced) {
      const fd = openSync(this.#path(segment), "r+");
      try {
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
    }
    this.#unsynced.clear();
  }

  /** Cuts off whatever lies behind a tail, and removes files before the first that is named. */
  cut(tail: Tail, first = 1): void {
    for (const segment of this.list())
      if (segment > tail.segment || segment < first || (segment === tail.segment && tail.bytes === 0))
        rmSync(this.#path(segment), { force: true });
    const path = this.#path(tail.segment);
    if (existsSync(path) && statSync(path).size > tail.bytes) truncateSync(path, tail.bytes);
    this.#tail = tail;
  }

  /** @throws InputError WORKSPACE_DAMAGED */
  read(place: Place): string {
    return this.#unpack(this.bytes(place), place);
  }

  /** The member as it lies there. @throws InputError WORKSPACE_DAMAGED */
  bytes(place: Place): Buffer {
    const [segment = 0, at = 0, length = 0] = place.split(":").map(Number);
    const path = this.#path(segment);
    if (!existsSync(path)) throw damaged(path);
    return readAt(path, at, length);
  }

  #unpack(member: Buffer, place: Place): string {
    const path = this.#path(Number(place.split(":")[0]));
    try {
      if (lengthOf(member) !== member.length) throw damaged(path);
      return gunzipSync(member).toString("utf8");
    } catch (cause) {
      throw cause instanceof InputError ? cause : damaged(path, cause);
    }
  }

  /** All members in their order. A last one that is cut short ends them: it was never named. */
  *members(): Generator<{ place: Place; text: string }> {
    const segments = this.list();
    for (const segment of segments) {
      const path = this.#path(segment);
      const { size } = statSync(path);
      for (let at = 0; at < size; ) {
        const length = lengthOf(readAt(path, at, Math.min(HEADER, size - at)));
        const isTorn = length === undefined || at + length > size;
        if (isTorn && segment === segments.at(-1)) {
          this.#tail = { segment, bytes: at };
          return;
        }
        if (isTorn) throw damaged(path);
        const place = `${segment}:${at}:${length}`;
        yield { place, text: this.#unpack(readAt(path, at, length), place) };
        at += length;
      }
    }
  }
}

const damaged = (path: string, cause?: unknown): InputError =>
  new InputError(
    "WORKSPACE_DAMAGED",
    `${path} is damaged. Put it back from a copy of the folder, or move the folder away and build again from your files; uploaded reports and judgements on names are only in it.`,
    { cause, where: path },
  );

function readAt(path: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const fd = openSync(path, "r");
  try {
    const read = readSync(fd, bytes, 0, length, at);
    if (read < length) throw damaged(path);
  } finally {
    closeSync(fd);
  }
  return bytes;
}
