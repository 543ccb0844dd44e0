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
  /** First malformed byte, or -1. */
  invalidAt: number;
  /** Where a character begins that the end of the file cuts off, or -1. */
  truncatedAt: number;
  /** GB18030 only: characters of the everyday rows of GB 2312 (punctuation and hanzi). */
  everyday: number;
}

const empty = (): ByteScan => ({ multi: 0, invalid: 0, invalidAt: -1, truncatedAt: -1, everyday: 0 });

function fail(scan: ByteScan, at: number): void {
  scan.invalid++;
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
      fail(scan, i);
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

export function scanGb18030(bytes: Uint8Array): ByteScan {
  const scan = empty();
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const second = bytes[i + 1];
    if (lead === 0x80 || lead === 0xff) {
      fail(scan, i);
      i++;
    } else if (second === undefined) {
      scan.truncatedAt = i;
      scan.invalid++;
      i++;
    } else if (isTrail(second)) {
      scan.multi++;
      if (isEveryday(lead, second)) scan.everyday++;
      i += 2;
    } else if (isDigit(second)) {
      i += fourByte(bytes, i, scan);
    } else {
      fail(scan, i);
      i++;
    }
  }
  return scan;
}

/** Takes a four-byte character and returns how far to go on. */
function fourByte(bytes: Uint8Array, at: number, scan: ByteScan): number {
  const third = bytes[at + 2];
  const fourth = bytes[at + 3];
  const thirdFits = third === undefined || (third >= 0x81 && third <= 0xfe);
  if (thirdFits && (third === undefined || fourth === undefined)) {
    scan.truncatedAt = at;
    scan.invalid++;
    return bytes.length - at;
  }
  if (thirdFits && fourth !== undefined && isDigit(fourth)) {
    scan.multi++;
    return 4;
  }
  fail(scan, at);
  return 1;
}
