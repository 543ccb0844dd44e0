/**
 * Which reader gives the text layer of a document. The libraries for DOCX, PDF and HTML are loaded when first needed: most
 * folders hold text files, and workers start faster without them.
 * @module
 */
import type { ReadingLimits } from "../limits.ts";
import { decode } from "./decode.ts";

export interface TextLayer {
  text: string;
  /** How the bytes were read: a character encoding, or `docx`, `pdf`. */
  encoding: string;
  /** The date that the document's own metadata gives as its publication, if any. */
  date?: string;
  /** What a reader should know of how it was read: damaged places, changes that were left out. */
  notes?: string[];
}

/** Extensions of single documents. */
export const documentExtensions: ReadonlySet<string> = new Set([
  "txt",
  "text",
  "md",
  "markdown",
  "html",
  "htm",
  "xhtml",
  "docx",
  "pdf",
]);

/** Lower-case extension of a path without its dot. */
export function extensionOf(source: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(source)?.[1]?.toLowerCase() ?? "";
}

const MARKED_UP = new Set(["html", "htm", "xhtml", "docx", "pdf"]);

/** Is the file's text its own, without a reader of ours? */
export function isPlainText(source: string): boolean {
  return !MARKED_UP.has(extensionOf(source));
}

/** @throws InputError as `readReport` */
export async function textLayer(
  bytes: Uint8Array,
  source: string,
  limits: ReadingLimits,
): Promise<TextLayer> {
  switch (extensionOf(source)) {
    case "html":
    case "htm":
    case "xhtml":
      return (await import("./format-html.ts")).readHtml(bytes, source);
    case "docx":
      return (await import("./format-docx.ts")).readDocx(bytes, source, limits);
    case "pdf":
      return (await import("./format-pdf.ts")).readPdf(bytes, source, limits);
    default:
      return decode(bytes, source);
  }
}
