/**
 * From bytes to text without ever guessing silently: a byte order mark decides, else strict UTF-8, else UTF-16 that shows
 * itself by its NULs, else GB18030 whose characters look like Chinese. What fits none of them is an error with the byte
 * where reading failed. A few malformed bytes do not lose a text: each place becomes U+FFFD and is told. A file that ends in
 * the middle of a character was cut short and is an error.
 * @module
 */
import iconv from "iconv-lite";
import { InputError } from "../errors.ts";
import { type ByteScan, MOST_PLACES, scanGb18030, scanUtf8 } from "./byte-scan.ts";

/** Text of a file, without its byte order mark. Offsets of a report count in this text. */
export interface Decoded {
  text: string;
  /** `utf-8`, `utf-16le`, `utf-16be` or `gb18030`. */
  encoding: string;
  /** What was damaged, a sentence; see `Report.notes`. */
  notes?: string[];
}

/** What stands where bytes made no character. */
const DAMAGED = "\ufffd";
/** So many damaged places a text may have, and then one in as many characters. */
const FEW = 3;
const ONE_IN = 50;

const BOMS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: "utf-32le" },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: "utf-32be" },
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: "gb18030" },
];

/** Share of a GB18030 text's two-byte characters that must lie in the everyday GB 2312 rows; Big5 and Shift-JIS stay far below. */
const EVERYDAY_SHARE = 0.6;

function undecodable(where: string, encoding: string, offset: number): InputError {
  return new InputError(
    "INPUT_UNDECODABLE",
    `${where}: not valid ${encoding} at byte ${offset}; save it as UTF-8 and try again`,
    { where },
  );
}

function truncated(where: string, encoding: string, offset: number): InputError {
  return new InputError(
    "INPUT_TRUNCATED",
    `${where}: ends inside a ${encoding} character at byte ${offset}; the file was cut short`,
    { where },
  );
}

function binary(where: string, offset: number): InputError {
  return new InputError("INPUT_BINARY", `${where}: is not text (byte ${offset} is a control character)`, {
    where,
  });
}

/** C0 controls that no text holds; tab, line feed, vertical tab, form feed and carriage return are fine. */
function firstControl(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1a) || code === 0x7f) return i;
  }
  return -1;
}

function utf16Text(bytes: Uint8Array, encoding: string, where: string): string {
  const even = bytes.length - (bytes.length % 2);
  const text = iconv.decode(bytes.subarray(0, even), encoding, { stripBOM: false });
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) i++;
    else if (code < 0xdc00 && i === text.length - 1) throw truncated(where, encoding, i * 2);
    else throw undecodable(where, encoding, i * 2);
  }
  if (even !== bytes.length) throw truncated(where, encoding, even);
  return text;
}

/** Characters that Chinese and Latin texts are made of; random pairs of bytes are mostly others. */
function plausibleShare(text: string): number {
  let good = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if ((code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d)) good++;
    else if ((code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x3000 && code <= 0x3017)) good++;
    else if (
      (code >= 0xff01 && code <= 0xff5e) ||
      (code >= 0x2010 && code <= 0x2030) ||
      code === 0xa0 ||
      code === 0xb7
    )
      good++;
  }
  return text.length === 0 ? 0 : good / text.length;
}

/** UTF-16 without a mark: one byte order reads as text and the other does not. */
function markless16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const even = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), 65536));
  const shares = (["utf-16le", "utf-16be"] as const).map((encoding) => {
    const text = iconv.decode(even, encoding, { stripBOM: false });
    return { encoding, share: firstControl(text) >= 0 ? 0 : plausibleShare(text) };
  });
  const best = shares.toSorted((a, b) => b.share - a.share)[0];
  return best !== undefined && best.share > 0.9 ? best.encoding : undefined;
}

/** Well-formed stretches decoded, each malformed place as one U+FFFD. */
function mend(bytes: Uint8Array, encoding: string, places: readonly [number, number][]): string {
  let text = "";
  let from = 0;
  for (const [start, end] of [...places, [bytes.length, bytes.length] as const]) {
    if (start > from) text += plain(bytes.subarray(from, start), encoding);
    if (end > start) text += DAMAGED;
    from = end;
  }
  return text;
}

function plain(bytes: Uint8Array, encoding: string): string {
  return encoding === "utf-8"
    ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
    : iconv.decode(bytes, "gb18030", { stripBOM: false });
}

/** So little is wrong that the text is worth reading. */
function isMendable({ invalid, multi }: Pick<ByteScan, "invalid" | "multi">): boolean {
  return invalid <= MOST_PLACES && (invalid <= FEW || invalid * ONE_IN <= multi);
}

function decodeAs(bytes: Uint8Array, encoding: string, where: string): string {
  if (encoding.startsWith("utf-16")) return utf16Text(bytes, encoding, where);
  const scan = encoding === "utf-8" ? scanUtf8(bytes) : scanGb18030(bytes);
  if (scan.truncatedAt >= 0) throw truncated(where, encoding, scan.truncatedAt);
  if (scan.invalid === 0) return plain(bytes, encoding);
  if (!isMendable(scan)) throw undecodable(where, encoding, scan.invalidAt);
  return mend(bytes, encoding, scan.places);
}

/** Control characters that slipped in, each as U+FFFD; `undefined` when there are too many for a text. */
function withoutControls(text: string): string | undefined {
  let count = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const mended = text.replace(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f]/gu, () => {
    count++;
    return DAMAGED;
  });
  return count <= FEW || count * ONE_IN <= text.length ? mended : undefined;
}

/** A few NULs in what is text otherwise, as a faulty disk or program leaves them. */
function isStray(bytes: Uint8Array): boolean {
  let count = 0;
  for (const byte of bytes) if (byte === 0) count++;
  return count <= FEW && bytes.length >= count * ONE_IN;
}

function detect(bytes: Uint8Array, where: string): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const wide = markless16(bytes);
    if (wide !== undefined) return wide;
    if (!isStray(bytes)) throw binary(where, nul);
  }
  const utf8 = scanUtf8(bytes);
  // A damaged UTF-8 file must not come out as GB18030 gibberish: when most of its characters are right, it is UTF-8.
  if (utf8.invalid === 0 || utf8.multi >= 4 * utf8.invalid) return "utf-8";
  // Cut in its last character: nothing but that tail is wrong, and as GB18030 it would be another, rare character.
  if (utf8.truncatedAt >= 0 && utf8.invalid === 1) return "utf-8";
  const gb = scanGb18030(bytes);
  const looksChinese = gb.multi > 0 && gb.everyday / gb.multi >= EVERYDAY_SHARE;
  if (gb.invalidAt < 0 && looksChinese) return "gb18030";
  // Without a NUL only clause punctuation proves UTF-16: its low bytes are controls that no other encoding has.
  const wide = markless16(bytes);
  if (wide !== undefined && /[、。，；：]/u.test(iconv.decode(bytes, wide, { stripBOM: false }))) return wide;
  if (gb.multi >= 4 * gb.invalid && looksChinese) return "gb18030";
  const control = bytes.findIndex(
    (byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b),
  );
  if (control >= 0) throw binary(where, control);
  throw new InputError(
    "INPUT_UNDECODABLE",
    `${where}: neither UTF-8 (byte ${Math.max(utf8.invalidAt, utf8.truncatedAt)}), UTF-16 nor GB18030${gb.invalidAt >= 0 ? ` (byte ${gb.invalidAt})` : ""}; save it as UTF-8 and try again`,
    { where },
  );
}

/**
 * Decodes a file. `hint` is what the file says of itself (a `charset` in HTML); it is believed only if the bytes fit it.
 * @throws InputError INPUT_EMPTY, INPUT_BINARY, INPUT_UNDECODABLE, INPUT_TRUNCATED
 */
export function decode(bytes: Uint8Array, where: string, hint?: string): Decoded {
  if (bytes.length === 0) throw new InputError("INPUT_EMPTY", `${where}: the file is empty`, { where });
  const mark = BOMS.find((bom) => bom.bytes.every((byte, i) => bytes[i] === byte));
  if (mark?.encoding.startsWith("utf-32") === true) {
    throw new InputError("INPUT_UNDECODABLE", `${where}: UTF-32 is not read; save it as UTF-8 (byte 0)`, {
      where,
    });
  }
  const encoding = mark?.encoding ?? (hint !== undefined && fits(bytes, hint) ? hint : detect(bytes, where));
  const decoded = decodeAs(bytes, encoding, where);
  const whole = mark === undefined ? decoded : decoded.replace(/^\ufeff/, "");
  const control = firstControl(whole);
  const text = control < 0 ? whole : withoutControls(whole);
  if (text === undefined) throw binary(where, iconv.encode(decoded.slice(0, control), encoding).length);
  if (text.trim() === "")
    throw new InputError("INPUT_EMPTY", `${where}: the file holds only white space`, { where });
  const notes = damageNotes(text);
  return notes.length === 0 ? { text, encoding } : { text, encoding, notes };
}

/** Places that are marked as damaged, with the line of the first. */
function damageNotes(text: string): string[] {
  const first = text.indexOf(DAMAGED);
  if (first < 0) return [];
  let count = 0;
  for (let at = first; at >= 0; at = text.indexOf(DAMAGED, at + 1)) count++;
  const line = text.slice(0, first).split("\n").length;
  const places = count === 1 ? "one place is" : `${count} places are`;
  return [
    `${places} damaged (no valid characters; the first in line ${line}), marked \ufffd; the rest was read`,
  ];
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  if (encoding !== "utf-8" && encoding !== "gb18030") return false;
  const scan = encoding === "utf-8" ? scanUtf8(bytes) : scanGb18030(bytes);
  return scan.truncatedAt < 0 && (scan.invalid === 0 || (isMendable(scan) && scan.multi > 4 * scan.invalid));
}
