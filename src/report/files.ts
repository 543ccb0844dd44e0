/**
 * Many inputs in, their reports out one by one: files, folders, archives, JSON Lines. An input that fails is an error in
 * the stream that names it, and the others go on. Memory holds one document (or archive) at a time, and the ids.
 * @module
 */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { InputError } from "../errors.ts";
import { megabytes, type ReadingLimits, readingLimits } from "../limits.ts";
import type { Report } from "../model/report.ts";
import { Archives } from "./archives.ts";
import { parseDateOption } from "./date.ts";
import { uniqueIds } from "./ids.ts";
import { fileSystemError, type GivenFile, type Input, type Listed, listGiven, listInputs } from "./inputs.ts";
import { type RowResult, readRows, rowReport } from "./json-lines.ts";
import { DocumentReader } from "./reading.ts";
import type { UnreadKind } from "./unread.ts";

export interface ReadInputsOptions {
  /** Publication date of all of them; wins over what they say. */
  date?: string;
  /** Default: the table of `limits.ts` with what the environment changes. */
  limits?: ReadingLimits;
  /** Recognise the text of PDFs that have none, with programs of the machine. */
  ocr?: boolean;
  /** Links in folders are followed out of them, too. */
  links?: boolean;
  /** Called with the name of each document before it is read. */
  onReading?: (source: string) => void;
}

/** A report, what went wrong with an input that should be one, or why a file is none. */
export type InputResult =
  | { source: string; report: Report }
  | { source: string; error: InputError }
  | { source: string; unread: UnreadKind };

/** Bytes that are made room for beyond what a file says that it has. */
const ROOM = 65_536;

function tooLarge(source: string, size: number, most: number): InputError {
  const message = `${source}: ${megabytes(size)}, at most ${megabytes(most)} are read`;
  return new InputError("INPUT_TOO_LARGE", message, {
    where: source,
  });
}

/** Hardly more than `most` bytes are taken in: a file may grow while it is read, or be one that the system makes up without end. */
async function readWhole(file: string | Buffer, source: string, most: number): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    if (size > most) throw tooLarge(source, size, most);
    let bytes = Buffer.allocUnsafe(size + ROOM);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
      if (bytesRead === 0) return bytes.subarray(0, length);
      length += bytesRead;
      if (length > most) throw tooLarge(source, length, most);
      if (length < bytes.length) continue;
      bytes = Buffer.concat([bytes, Buffer.allocUnsafe(Math.max(length, ROOM))]);
    }
  } finally {
    await handle.close();
  }
}

async function bytesOf(input: Input, archives: Archives, limits: ReadingLimits): Promise<Uint8Array> {
  const { at, source } = input;
  if ("place" in at) return archives.read(at.place, at.member, source);
  if ("file" in at) return readWhole(at.file, source, limits.documentBytes);
  if (at.bytes.length > limits.documentBytes) throw tooLarge(source, at.bytes.length, limits.documentBytes);
  return at.bytes;
}

async function* rowsOf(input: Input, archives: Archives, limits: ReadingLimits): AsyncGenerator<RowResult> {
  try {
    const { at, source } = input;
    if ("file" in at) yield* readRows(createReadStream(at.file), source, limits);
    else yield* readRows(single(await bytesOf(input, archives, limits)), source, limits);
  } catch (error) {
    yield {
      where: input.source,
      error: error instanceof InputError ? error : fileSystemError(input.source, error),
    };
  }
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const rowKey = (source: string, id: string): string => `${source}/${id}`;

/** Ids by source (documents) or by source and id (rows); rows that keep their own id are not listed. */
async function assignIds(
  listed: readonly Listed[],
  archives: Archives,
  limits: ReadingLimits,
): Promise<Map<string, string>> {
  const candidates: { source: string; id?: string }[] = [];
  const only = listed.filter((input) => "kind" in input).length === 1;
  for (const input of listed) {
    if (!("kind" in input)) continue;
    if (input.kind === "document") candidates.push({ source: input.source });
    // The ids within one file of rows differ anyway; they are looked at only when there is something else beside it.
    else if (!only) {
      for await (const result of rowsOf(input, archives, limits)) {
        if ("row" in result)
          candidates.push({ source: rowKey(input.source, result.row.id), id: result.row.id });
      }
    }
  }
  const ids = uniqueIds(candidates);
  const map = new Map<string, string>();
  candidates.forEach((candidate, i) => {
    if (candidate.id !== ids[i]) map.set(candidate.source, ids[i] as string);
  });
  return map;
}

/**
 * Reads files and folders (recursively): .txt .md .html .htm .xhtml .docx .pdf .jsonl .ndjson .zip. In folders and archives
 * other files are told with the reason; one that is named is an error. Ids are unique among the inputs and do not depend on
 * their order (see `ids.ts`).
 * @throws UsageError DATE_INVALID, LIMIT_INVALID
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadInputsOptions = {},
): AsyncGenerator<InputResult> {
  const limits = options.limits ?? readingLimits();
  yield* readListed(await listInputs(paths, limits, options.links), limits, options);
}

/**
 * As `readInputs`, for files that came as bytes (an upload). A name may hold folders.
 * @throws UsageError DATE_INVALID, LIMIT_INVALID
 */
export async function* readGiven(
  files: readonly GivenFile[],
  options: ReadInputsOptions = {},
): AsyncGenerator<InputResult> {
  const limits = options.limits ?? readingLimits();
  yield* readListed(await listGiven(files, limits), limits, options);
}

/** @throws InputError INPUT_BINARY: workbooks and JSON can hold U+0000, the index of a workspace cannot */
function withoutNull(report: Report, source: string): Report {
  const { id, title, outlet = "", text } = report;
  if (![id, title, outlet, text].some((each) => each.includes("\u0000"))) return report;
  throw new InputError("INPUT_BINARY", `${source}: is not text (it holds U+0000)`, { where: source });
}

function withRow(
  { row, where }: Extract<RowResult, { row: unknown }>,
  id: string,
  date: string | undefined,
): InputResult {
  try {
    return { source: where, report: withoutNull(rowReport(row, where, id, date), where) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { source: where, error };
  }
}

async function* readListed(
  listed: readonly Listed[],
  limits: ReadingLimits,
  options: ReadInputsOptions,
): AsyncGenerator<InputResult> {
  const date = options.date === undefined ? undefined : parseDateOption(options.date);
  const archives = new Archives(limits);
  const reader = new DocumentReader(limits);
  try {
    const ids = await assignIds(listed, archives, limits);
    for (const input of listed) {
      if (!("kind" in input)) yield input;
      else if (input.kind === "document") {
        const { source } = input;
        const id = ids.get(source);
        options.onReading?.(source);
        try {
          const bytes = await bytesOf(input, archives, limits);
          const report = await reader.read(bytes, {
            source,
            ...(id === undefined ? {} : { id }),
            ...(date === undefined ? {} : { date }),
            ...(options.ocr === true ? { ocr: true } : {}),
          });
          yield { source, report: withoutNull(report, source) };
        } catch (error) {
          yield { source, error: error instanceof InputError ? error : fileSystemError(source, error) };
        }
      } else {
        for await (const result of rowsOf(input, archives, limits)) {
          if ("error" in result) yield { source: result.where, error: result.error };
          else {
            const id = ids.get(rowKey(input.source, result.row.id)) ?? result.row.id;
            yield withRow(result, id, date);
          }
        }
      }
    }
  } finally {
    archives.close();
    await reader.close();
  }
}
