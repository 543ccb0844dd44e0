/**
 * Structure of UTF-8 (RFC 3629) and GB18030 byte streams, walked byte by byte, because decoders replace what is wrong
 * and do not say where it was.
 * @module
 */

export interface ByteScan {
  /** Well-formed characters of more than one byte. */
  multi: number;
  /** Places where the stream is malformed. */
  invalid: number;
  /** The first of them as `[first byte, byte after]`, at most `MOST_PLACES`; what lies between is well-formed. */
  places: [number, number][];
  /** First malformed byte, or -1. */
  invalidAt: number;
  /** Where a character begins that the end of the file cuts off, or -1. */
  truncatedAt: number;
  /** GB18030 only: characters of the everyday rows of GB 2312 (punctuation and hanzi). */
  everyday: number;
}

/** More damage than this is not mended place by place. */
export const MOST_PLACES = 1_000;

const empty = (): ByteScan => ({
  multi: 0,
  invalid: 0,
  places: [],
  invalidAt: -1,
  truncatedAt: -1,
  everyday: 0,
});

function fail(scan: ByteScan, at: number, length: number): void {
  scan.invalid++;
  if (scan.places.length < MOST_PLACES) scan.places.push([at, at + length]);
  if (scan.invalidAt < 0) scan.invalidAt = at;
}

/** Length of a UTF-8 character by its first byte, 0 if none begins so. */
function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Bounds of the second byte: no overlong forms, no surrogates, nothing above U+10FFFF. */
function secondBounds(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

export function scanUtf8(bytes: Uint8Array): ByteScan {
  const scan = empty();
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] as number;
    const length = utf8Length(lead);
    if (length === 1) {
      i++;
      continue;
    }
    let good = length === 0 ? 0 : 1;
    for (; good > 0 && good < length; good++) {
      const byte = bytes[i + good];
      const [low, high] = good === 1 ? secondBounds(lead) : [0x80, 0xbf];
      if (byte === undefined || byte < low || byte > high) break;
    }
    if (length > 0 && good === length) {
      scan.multi++;
    } else if (length > 0 && i + good === bytes.length) {
      scan.truncatedAt = i;
      scan.invalid++;
    } else {
      fail(scan, i, Math.max(good, 1));
    }
    i += Math.max(good, 1);
  }
  return scan;
}

const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0x80 && byte <= 0xfe);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

function isEveryday(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7));
}

/** How far ahead the two ways to go on after a malformed byte are compared. */
const AHEAD = 48;

/** How likely a two-byte character is in a text: the common hanzi of GB 2312 and its punctuation, its rarer hanzi, others. */
function commonness(lead: number, trail: number): number {
  if (trail < 0xa1) return -3;
  if ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3) return 2;
  return isEveryday(lead, trail) ? 0 : -3;
}

/** How well the bytes from `at` on read as text, up to the next ASCII byte. */
function readsFrom(bytes: Uint8Array, at: number): number {
  let score = 0;
  for (let i = at; i < Math.min(bytes.length, at + AHEAD); i += 2) {
    const [lead, second] = [bytes[i] as number, bytes[i + 1]];
    if (lead < 0x80) return score;
    if (lead === 0x80 || lead === 0xff || second === undefined || !isTrail(second)) return score - 5;
    score += commonness(lead, second);
  }
  return score;
}

/** Bytes that a malformed place takes: the following byte belongs to it when the text reads better after it. */
function malformedLength(bytes: Uint8Array, at: number): number {
  const next = bytes[at + 1];
  if (next === undefined || next < 0x80) return 1;
  return readsFrom(bytes, at + 2) > readsFrom(bytes, at + 1) ? 2 : 1;
}

/** A control that no text holds stands for a byte that was lost: what follows it may be the second half of a character. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x1a);

export function scanGb18030(bytes: Uint8Array): ByteScan {
  const scan = empty();
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] as number;
    if (lead < 0x80 && !isControl(lead)) {
      i++;
      continue;
    }
    const second = bytes[i + 1];
    let length = 0;
    if (lead <= 0x80 || lead === 0xff) {
      length = 0;
    } else if (second === undefined) {
      scan.truncatedAt = i;
      scan.invalid++;
      length = 1;
    } else if (isTrail(second)) {
      scan.multi++;
      if (isEveryday(lead, second)) scan.everyday++;
      length = 2;
    } else if (isDigit(second)) {
      length = fourByte(bytes, i, scan);
    }
    if (length === 0) {
      length = malformedLength(bytes, i);
      fail(scan, i, length);
    }
    i += length;
  }
  return scan;
}

/** Takes a four-byte character and returns how far to go on, or 0 when it is none. */
function fourByte(bytes: Uint8Array, at: number, scan: ByteScan): number {
  const third = bytes[at + 2];
  const fourth = bytes[at + 3];
  const thirdFits = third === undefined || (third >= 0x81 && third <= 0xfe);
  if (thirdFits && (third === undefined || fourth === undefined)) {
    scan.truncatedAt = at;
    scan.invalid++;
    return bytes.length - at;
  }
  if (!thirdFits || fourth === undefined || !isDigit(fourth)) return 0;
  scan.multi++;
  return 4;
}
