/**
 * Which reader gives the text layer of a document. The libraries for DOCX, PDF and HTML are loaded when first needed: most
 * folders hold text files, and workers start faster without them.
 * @module
 */
import type { ReadingLimits } from "../limits.ts";
import { decode } from "./decode.ts";
import { extensionOf } from "./extension.ts";
import type { TextLayer } from "./text-layer.ts";

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
  "xlsx",
  "xlsm",
  "xls",
  "csv",
  "tsv",
]);

const MARKED_UP = new Set(["html", "htm", "xhtml", "docx", "pdf", "xlsx", "xlsm", "xls", "csv", "tsv"]);

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
    case "xlsx":
    case "xlsm":
    case "xls":
    case "csv":
    case "tsv":
      return (await import("./format-sheet.ts")).readSheet(bytes, source, limits);
    case "pdf":
      return (await import("./format-pdf.ts")).readPdf(bytes, source, limits);
    default:
      return decode(bytes, source);
  }
}
