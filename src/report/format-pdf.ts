/**
 * The text layer of a PDF: its lines in the order in which the file draws them, two columns one after the other, a blank
 * line where the page leaves a gap and between pages; its tables, ruled or not. Pictures of text have no text layer; such a file is an error that says so.
 * @module
 */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { InputError } from "../errors.ts";
import type { ReadingLimits } from "../limits.ts";
import { dataPath } from "../paths.ts";
import { addBufferTransfer } from "./pdf/buffers.ts";
import { type Piece, type TextItem, toPieces, toRows } from "./pdf/items.ts";
import { edgeKey, edgeLines, type Part, readPage, repeatedEdges } from "./pdf/page.ts";
import type { Stroke } from "./pdf/ruled.ts";
import { readStrokes } from "./pdf/strokes.ts";
import { LayerWriter } from "./tables/layer.ts";
import type { TextLayer } from "./text-layer.ts";

/** A PDF ends with `%%EOF`; readers allow a kilobyte of anything after it. */
const TAIL_BYTES = 1024;

const OPTIONS = {
  verbosity: 0,
  stopAtErrors: true,
  enableXfa: false,
  // Fonts that are not embedded name Adobe's character maps; they are in the package, nothing is fetched.
  cMapUrl: `${dataPath("cmaps")}/`,
  cMapPacked: true,
  useWorkerFetch: false,
};

function isText<Item extends object>(item: Item): item is Extract<Item, TextItem> {
  return "str" in item && "transform" in item;
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
  const { pages, notes } = await readPages(bytes, source, limits);
  const { text, tables } = write(pages);
  if (text.trim() === "") {
    const message = `${source}: the PDF has ${pages.length} page${pages.length === 1 ? "" : "s"} but no text layer (a scan?); build with --ocr, or run text recognition on it first`;
    throw new InputError("INPUT_SCAN", message, where);
  }
  let lost = 0;
  for (const char of text) if (char < "\t" || char === "\ufffd") lost++;
  if (lost * 20 > text.replace(/\s/gu, "").length) {
    const message = `${source}: the PDF's fonts do not say which characters they draw; run text recognition on it`;
    throw new InputError("INPUT_UNDECODABLE", message, where);
  }
  return { text, encoding: "pdf", tables, ...(notes.length === 0 ? {} : { notes }) };
}

/** The pages one after the other, without heads and feet that come back; a table that goes on is one. */
function write(pages: readonly (readonly Part[])[]): LayerWriter {
  const edges = repeatedEdges(pages);
  const parts: Part[] = [];
  for (const page of pages) {
    const own = edgeLines(page);
    page.forEach((part, i) => {
      if ("grid" in part) {
        const before = parts.at(-1);
        const goesOn =
          before !== undefined && "grid" in before && before.grid[0]?.length === part.grid[0]?.length;
        if (goesOn && page.slice(0, i).every((p) => "text" in p && own.includes(p.text)))
          parts[parts.length - 1] = { ...before, grid: [...before.grid, ...part.grid] };
        else parts.push(part);
        return;
      }
      const lines = part.text.split("\n");
      if (i === 0 && edges.has(edgeKey(lines[0] ?? "")) && own.includes(lines[0] ?? "")) lines.shift();
      const last = lines.at(-1) ?? "";
      if (i === page.length - 1 && edges.has(edgeKey(last)) && own.includes(last)) lines.pop();
      if (lines.length > 0) parts.push({ ...part, text: lines.join("\n") });
    });
  }
  const layer = new LayerWriter();
  for (const part of parts) {
    if ("grid" in part) layer.table(part.grid);
    else layer.block(part.text);
  }
  return layer;
}

/** Does a page look as if some of it stood in columns? Only then its lines are asked for, which takes time. */
function mayHoldTable(pieces: readonly Piece[]): boolean {
  const rows = toRows(pieces).filter((row) =>
    row.pieces.some((piece, i) => i > 0 && piece.x - (row.pieces[i - 1] as Piece).right > row.height * 0.8),
  );
  return rows.length >= 2;
}

async function readPages(
  bytes: Uint8Array,
  source: string,
  limits: ReadingLimits,
): Promise<{ pages: Part[][]; notes: string[] }> {
  const pages: Part[][] = [];
  let turnedAway = 0;
  try {
    addBufferTransfer();
    const { OPS } = await getResolvedPDFJS();
    // pdf.js takes the buffer for itself: it gets a copy. verbosity 0: its warnings are not ours to print.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), OPTIONS);
    try {
      if (pdf.numPages > limits.pages) {
        const message = `${source}: ${pdf.numPages} pages, at most ${limits.pages} are read; split it`;
        throw new InputError("INPUT_TOO_LARGE", message, { where: source });
      }
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        const content = await page.getTextContent();
        const { pieces, turned } = toPieces(content.items.filter((item) => isText(item)));
        if (turned > 0) turnedAway++;
        let strokes: Stroke[] = [];
        if (mayHoldTable(pieces)) {
          const { fnArray, argsArray } = await page.getOperatorList();
          strokes = readStrokes(fnArray, argsArray, OPS);
        }
        pages.push(readPage(pieces, strokes));
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
  const notes =
    turnedAway === 0
      ? []
      : [
          `text that is set aslant on ${turnedAway} page${turnedAway === 1 ? "" : "s"} (a watermark?) was left out`,
        ];
  return { pages, notes };
}
