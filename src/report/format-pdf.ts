/**
 * The text layer of a PDF: its lines in the order in which the file draws them, a blank line where the page leaves a gap
 * and between pages. Pictures of text have no text layer; such a file is an error that says so.
 * @module
 */
import { getDocumentProxy } from "unpdf";
import { InputError } from "../errors.ts";
import type { ReadingLimits } from "../limits.ts";
import type { TextLayer } from "./formats.ts";

/** What pdf.js tells of a piece of text, as far as it is used. */
interface TextItem {
  str: string;
  hasEOL: boolean;
  height: number;
  /** Matrix; its last two numbers are the position. */
  transform: number[];
}

/** A step down of more than this many line heights is a blank line. */
const GAP = 1.9;
/** A PDF ends with `%%EOF`; readers allow a kilobyte of anything after it. */
const TAIL_BYTES = 1024;

function isText<Item extends object>(item: Item): item is Extract<Item, TextItem> {
  return "str" in item && "transform" in item;
}

/** Puts a page's pieces together. */
export function joinItems(items: readonly TextItem[]): string {
  let text = "";
  let lastY: number | undefined;
  for (const item of items) {
    const y = item.transform[5] ?? 0;
    if (lastY !== undefined && item.str !== "") {
      const down = lastY - y;
      const height = Math.max(item.height, 1);
      if (text.endsWith("\n") ? down > height * GAP || down < -height : Math.abs(down) > height * GAP)
        text += "\n\n";
      else if (!text.endsWith("\n") && Math.abs(down) > height * 0.8) text += "\n";
    }
    if (item.str !== "") lastY = y;
    text += item.str;
    // The space that a line end stands for between two Latin words must be there for the lines to be joined.
    if (item.hasEOL) text += /[A-Za-z,]$/.test(item.str) ? " \n" : "\n";
  }
  return text;
}

/** @throws InputError INPUT_EMPTY, INPUT_CORRUPT, INPUT_TRUNCATED, INPUT_ENCRYPTED, INPUT_SCAN */
export async function readPdf(bytes: Uint8Array, source: string, limits: ReadingLimits): Promise<TextLayer> {
  const where = { where: source };
  if (bytes.length === 0) throw new InputError("INPUT_EMPTY", `${source}: the file is empty`, where);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, TAIL_BYTES).includes("%PDF-")) {
    throw new InputError("INPUT_CORRUPT", `${source}: is not a PDF`, where);
  }
  if (!buffer.subarray(Math.max(0, buffer.length - TAIL_BYTES)).includes("%%EOF")) {
    throw new InputError("INPUT_TRUNCATED", `${source}: the PDF has no end; the file was cut short`, where);
  }
  const pages = await readPages(bytes, source, limits);
  const text = pages.join("\n\n");
  if (text.trim() === "") {
    const message = `${source}: the PDF has ${pages.length} page${pages.length === 1 ? "" : "s"} but no text layer (a scan?); run text recognition on it first`;
    throw new InputError("INPUT_SCAN", message, where);
  }
  let lost = 0;
  for (const char of text) if (char < "\t" || char === "\ufffd") lost++;
  if (lost * 20 > text.replace(/\s/gu, "").length) {
    const message = `${source}: the PDF's fonts do not say which characters they draw; run text recognition on it`;
    throw new InputError("INPUT_UNDECODABLE", message, where);
  }
  return { text, encoding: "pdf" };
}

async function readPages(bytes: Uint8Array, source: string, limits: ReadingLimits): Promise<string[]> {
  const pages: string[] = [];
  try {
    // pdf.js takes the buffer for itself: it gets a copy. verbosity 0: its warnings are not ours to print.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      stopAtErrors: true,
      enableXfa: false,
    });
    try {
      if (pdf.numPages > limits.pages) {
        const message = `${source}: ${pdf.numPages} pages, at most ${limits.pages} are read; split it`;
        throw new InputError("INPUT_TOO_LARGE", message, { where: source });
      }
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        const content = await page.getTextContent();
        pages.push(joinItems(content.items.filter((item) => isText(item))));
        page.cleanup();
      }
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const name = cause instanceof Error ? cause.name : "";
    if (name === "PasswordException") {
      throw new InputError("INPUT_ENCRYPTED", `${source}: is protected by a password; save it without one`, {
        where: source,
        cause,
      });
    }
    throw new InputError("INPUT_CORRUPT", `${source}: the PDF cannot be read`, { where: source, cause });
  }
  return pages;
}
