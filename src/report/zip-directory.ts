/**
 * ZIP archives, read by their central directory with every promise checked: an archive may lie about sizes to blow up the
 * reader (a "bomb"), may be cut short, encrypted, or name members in GBK as Chinese Windows does. Names are data; nothing is
 * ever written to disk. Layout after PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16; ZIP64 is refused.
 * @module
 */
import { crc32, inflateRawSync } from "node:zlib";
import iconv from "iconv-lite";
import { InputError } from "../errors.ts";

export interface ZipLimits {
  /** Most members of one archive. */
  members: number;
  /** Most bytes of one member, unpacked. */
  memberBytes: number;
  /** Most bytes of all members that are read, unpacked. */
  totalBytes: number;
  /** Most bytes out per byte in, for members over a megabyte. */
  ratio: number;
}

export const defaultZipLimits: ZipLimits = {
  members: 20_000,
  memberBytes: 256 * 2 ** 20,
  totalBytes: 2 ** 30,
  ratio: 200,
};

export interface ZipMember {
  /** As named in the archive, `/`-separated. */
  name: string;
  size: number;
  packedSize: number;
  crc: number;
  method: number;
  encrypted: boolean;
  headerAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;

const corrupt = (where: string, what: string): InputError =>
  new InputError("INPUT_CORRUPT", `${where}: not a sound ZIP archive (${what})`, { where });

function findEnd(view: DataView, where: string): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new InputError("INPUT_TRUNCATED", `${where}: the archive has no end; the file was cut short`, {
    where,
  });
}

function memberName(bytes: Uint8Array, utf8: boolean): string {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let name: string;
  try {
    name = strict.decode(bytes);
  } catch (cause) {
    if (utf8) throw cause;
    name = iconv.decode(bytes, "gb18030");
  }
  return name.replaceAll("\\", "/");
}

/**
 * The members of an archive, folders left out.
 * @throws InputError INPUT_TRUNCATED, INPUT_CORRUPT, INPUT_TOO_LARGE
 */
export function readZipDirectory(
  bytes: Uint8Array,
  where: string,
  limits: ZipLimits = defaultZipLimits,
): ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view, where);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw corrupt(where, "ZIP64 is not read");
  if (at + size > end) throw corrupt(where, "its directory lies outside the file");
  if (count > limits.members) {
    throw new InputError(
      "INPUT_TOO_LARGE",
      `${where}: ${count} members, at most ${limits.members} are read`,
      { where },
    );
  }
  const members: ZipMember[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw corrupt(where, `entry ${i + 1} is broken`);
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const tail = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + 46 + nameLength + tail > end) throw corrupt(where, `entry ${i + 1} is cut`);
    let name: string;
    try {
      name = memberName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    } catch {
      throw corrupt(where, `the name of entry ${i + 1} is not UTF-8`);
    }
    const member: ZipMember = {
      name,
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 0x41) !== 0,
      headerAt: view.getUint32(at + 42, true),
    };
    if (!name.endsWith("/")) members.push(member);
    at += 46 + nameLength + tail;
  }
  return members;
}

/**
 * Unpacks one member, within the limits and against its checksum.
 * @throws InputError INPUT_ENCRYPTED, INPUT_TOO_LARGE, INPUT_TRUNCATED, INPUT_CORRUPT
 */
export function readZipMember(
  bytes: Uint8Array,
  member: ZipMember,
  where: string,
  limits: ZipLimits = defaultZipLimits,
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (member.encrypted) {
    throw new InputError("INPUT_ENCRYPTED", `${where}: is encrypted; unpack it with its password first`, {
      where,
    });
  }
  if (member.size > limits.memberBytes) {
    throw new InputError(
      "INPUT_TOO_LARGE",
      `${where}: ${member.size} bytes, at most ${limits.memberBytes} are read`,
      { where },
    );
  }
  if (member.size > 2 ** 20 && member.size > member.packedSize * limits.ratio) {
    const message = `${where}: unpacks to ${Math.round(member.size / Math.max(1, member.packedSize))} times its size; refused as a zip bomb`;
    throw new InputError("INPUT_TOO_LARGE", message, { where });
  }
  const at = member.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL)
    throw corrupt(where, "its header is missing");
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + member.packedSize > bytes.length) {
    throw new InputError("INPUT_TRUNCATED", `${where}: its data end before their stated size`, { where });
  }
  const packed = bytes.subarray(from, from + member.packedSize);
  const data = unpack(packed, member, where);
  if (data.length !== member.size || crc32(data) !== member.crc)
    throw corrupt(where, "its checksum does not fit");
  return data;
}

function unpack(packed: Uint8Array, member: ZipMember, where: string): Uint8Array {
  if (member.method === 0) return packed;
  if (member.method !== 8) throw corrupt(where, `compression method ${member.method} is not read`);
  try {
    // A member that unpacks to more than it declares stops here instead of filling the memory.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, member.size) });
  } catch (cause) {
    throw new InputError("INPUT_CORRUPT", `${where}: cannot be unpacked`, { where, cause });
  }
}
