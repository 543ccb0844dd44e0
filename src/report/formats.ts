/**
 * Which reader gives the text layer of a document.
 * @module
 */
import { decode } from "./decode.ts";

export interface TextLayer {
  text: string;
  /** How the bytes were read: a character encoding, or `docx`, `pdf`. */
  encoding: string;
  /** The date that the document's own metadata gives as its publication, if any. */
  date?: string;
}

/** Lower-case extension of a path without its dot. */
export function extensionOf(source: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(source)?.[1]?.toLowerCase() ?? "";
}

/** @throws InputError as `readReport` */
export async function textLayer(bytes: Uint8Array, source: string): Promise<TextLayer> {
  return decode(bytes, source);
}
