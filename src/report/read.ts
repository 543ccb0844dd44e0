/**
 * Stage "read": bytes of one document in, a `Report` out whose every sentence knows where it stands. For formats that are
 * not plain text (HTML, DOCX, PDF) the original is their text layer, and offsets refer to it: `Report.text` is that layer,
 * and who keeps the report keeps it.
 * @module
 */
import { InputError } from "../errors.ts";
import { defaultReadingLimits, type ReadingLimits } from "../limits.ts";
import { sha256 } from "../model/hash.ts";
import { RECOGNISED, type Report, type Sentence, type Table } from "../model/report.ts";
import { findArticles } from "./articles.ts";
import { findDate, frontMatter } from "./date.ts";
import { textLayer } from "./formats.ts";
import { stemOf } from "./ids.ts";
import { findOutlet } from "./outlet.ts";
import { readPieces } from "./pieces.ts";
import { assignRoles } from "./roles.ts";
import { readSentences } from "./sentences.ts";
import type { LaidTable } from "./tables/layer.ts";
import { findMarkdownTables } from "./tables/markdown.ts";
import { readTables } from "./tables/structure.ts";
import type { TextLayer } from "./text-layer.ts";

export interface ReadOptions {
  /** The report's id; without it the stem of `source`. */
  id?: string;
  /** The path or archive member as the user named it; its extension says which format it is. */
  source: string;
  /** Publication date, which wins over everything that the file says. */
  date?: string;
  /** Recognise the text of a PDF that has none; see `ocr.ts`. */
  ocr?: boolean;
}

/** What is known of a document before its text is read. */
interface Origin {
  id: string;
  source: string;
  sha256: string;
  encoding: string;
  date?: string | undefined;
  /** The date of the document's own metadata. */
  metaDate?: string | undefined;
  notes?: readonly string[] | undefined;
  title?: string | undefined;
}

/** @throws InputError INPUT_TOO_LARGE */
function checkCount(sentences: number, where: string, { documentSentences }: ReadingLimits): void {
  if (sentences <= documentSentences) return;
  const message = `${where}: ${sentences} sentences and rows, at most ${documentSentences} are read; split it into its reports`;
  throw new InputError("INPUT_TOO_LARGE", message, { where });
}

/** What is said of passages that were left out. */
function omission(leftOut: readonly number[]): string[] {
  const [one, ...more] = leftOut;
  if (one === undefined) return [];
  const characters = leftOut.reduce((sum, length) => sum + length, 0);
  const what = more.length === 0 ? "a passage" : `${leftOut.length} passages`;
  return [`${what} in which no sentence ends (${characters} characters) left out; is it text?`];
}

function build(text: string, origin: Origin, limits: ReadingLimits, laid?: readonly LaidTable[]): Report {
  const found = laid === undefined ? findMarkdownTables(text) : { tables: laid, rules: [] };
  const drawn = { rows: found.tables.flatMap((table) => table.rows), rules: found.rules };
  const structure = findArticles(assignRoles(readPieces(text, drawn)));
  const { sentences, leftOut } = readSentences(structure.blocks, text, limits.passageCharacters);
  checkCount(sentences.length, origin.source, limits);
  const notes = [...(origin.notes ?? []), ...omission(leftOut)];
  const outlet = findOutlet(sentences);
  const tables = readTables(found.tables, sentences, text);
  return {
    id: origin.id,
    source: origin.source,
    sha256: origin.sha256,
    encoding: origin.encoding,
    text,
    title:
      origin.title ||
      FRONT_TITLE.exec(frontMatter(text))?.[1] ||
      structure.articles[0]?.title ||
      titleOf(sentences, tables),
    ...findDate(text, origin.source, origin.date, origin.metaDate),
    ...(outlet === undefined ? {} : { outlet }),
    articles: structure.articles,
    sections: structure.sections,
    sentences,
    ...(tables.length === 0 ? {} : { tables }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

const FRONT_TITLE = /^(?:title|标题)[ \t]{0,4}[:：][ \t]{0,4}["']?([^\n"']{2,120}?)["']?[ \t]*\r?$/imu;

/** Longest title that is made from a sentence. */
const TITLE = 40;

/** A title for a report that has none: its first sentence, or what its first table is called. */
function titleOf(sentences: readonly Sentence[], tables: readonly Table[]): string {
  const first = sentences.find((s) => s.kind === "body") ?? sentences.find((s) => s.kind !== "running-head");
  const table = tables[0];
  if (table !== undefined && (first === undefined || first.kind === "row")) {
    const named = table.columns.filter((name) => name !== "").join("、");
    return (
      table.caption || named.slice(0, TITLE) || (first?.text ?? "").replaceAll(" | ", "：").slice(0, TITLE)
    );
  }
  const text = first?.text ?? sentences[0]?.text ?? "";
  if (text.length <= TITLE) return text.replace(/[。；，、]$/u, "");
  const head = text.slice(0, TITLE);
  const cut = Math.max(...["。", "；", "，", "："].map((mark) => head.lastIndexOf(mark)));
  return `${head.slice(0, cut >= TITLE / 3 ? cut : TITLE)}…`;
}

async function layerOf(bytes: Uint8Array, options: ReadOptions, limits: ReadingLimits): Promise<TextLayer> {
  try {
    return await textLayer(bytes, options.source, limits);
  } catch (error) {
    const isScan = error instanceof InputError && error.code === "INPUT_SCAN";
    if (!isScan || options.ocr !== true) throw error;
    const { recognise } = await import("./ocr.ts");
    const text = await recognise(bytes, options.source, limits);
    const note =
      "a scan: its text was recognised by a program and may be wrong; what it says counts for less";
    return { text, encoding: RECOGNISED, tables: [], notes: [note] };
  }
}

/** @throws InputError INPUT_TOO_LARGE */
function checkLength(text: string, where: string, { documentCharacters }: ReadingLimits): void {
  if (text.length <= documentCharacters) return;
  const message = `${where}: ${text.length} characters, at most ${documentCharacters} are read; split it into its reports`;
  throw new InputError("INPUT_TOO_LARGE", message, { where });
}

/**
 * Reads a text that is already decoded. A byte order mark at its beginning is dropped; line ends stay as they are.
 * `sha256` is that of the text as UTF-8. A text without a character gives a report without a sentence.
 * @throws UsageError DATE_INVALID; InputError INPUT_TOO_LARGE when it has more sentences than a report
 */
export function reportFromText(text: string, options: { id: string; source: string; date?: string }): Report {
  const origin = {
    id: options.id,
    source: options.source,
    sha256: sha256(text),
    encoding: "utf-8",
    date: options.date,
  };
  return build(text.replace(/^\ufeff/u, ""), origin, defaultReadingLimits);
}

/**
 * Reads one document: .txt, .md, .html, .htm, .docx or .pdf by the extension of `source`; without a known extension it is
 * read as plain text.
 * @throws InputError INPUT_EMPTY, INPUT_BINARY, INPUT_UNDECODABLE, INPUT_TRUNCATED, INPUT_ENCRYPTED, INPUT_CORRUPT, INPUT_SCAN,
 * INPUT_TOO_LARGE
 * @throws UsageError DATE_INVALID
 */
export async function readReport(
  bytes: Uint8Array,
  options: ReadOptions,
  limits: ReadingLimits = defaultReadingLimits,
): Promise<Report> {
  const layer = await layerOf(bytes, options, limits);
  checkLength(layer.text, options.source, limits);
  const origin = {
    id: options.id ?? stemOf(options.source),
    source: options.source,
    sha256: sha256(bytes),
    encoding: layer.encoding,
    date: options.date,
    metaDate: layer.date,
    notes: layer.notes,
    title: layer.title,
  };
  return build(layer.text, origin, limits, layer.tables);
}
