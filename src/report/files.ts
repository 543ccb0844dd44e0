/**
 * Many inputs in, their reports out one by one: files, folders, archives, JSON Lines. An input that fails is an error in
 * the stream that names it, and the others go on. Memory holds one document (or archive) at a time, and the ids.
 * @module
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { InputError } from "../errors.ts";
import type { Report } from "../model/report.ts";
import { parseDateOption } from "./date.ts";
import { uniqueIds } from "./ids.ts";
import { fileSystemError, type Input, type Listed, listInputs } from "./inputs.ts";
import { type RowResult, readRows, rowReport } from "./json-lines.ts";
import { readReport } from "./read.ts";
import { defaultZipLimits, readZipMember, type ZipLimits } from "./zip-directory.ts";

export interface ReadInputsOptions {
  /** Publication date of all of them; wins over what they say. */
  date?: string;
  /** Limits on archives; see `defaultZipLimits`. */
  zipLimits?: ZipLimits;
}

export type InputResult = { source: string; report: Report } | { source: string; error: InputError };

/** A single document of more bytes than this is refused. */
const MAX_DOCUMENT = 512 * 2 ** 20;

/** Reads members of archives, keeping the last archive, whose members come one after the other. */
class Archives {
  #file = "";
  #bytes: Uint8Array = new Uint8Array();
  #unpacked = 0;
  readonly #limits: ZipLimits;

  constructor(limits: ZipLimits) {
    this.#limits = limits;
  }

  async read(input: Input): Promise<Uint8Array> {
    if (input.member === undefined) {
      const { size } = await stat(input.file);
      if (size <= MAX_DOCUMENT) return readFile(input.file);
      throw new InputError(
        "INPUT_TOO_LARGE",
        `${input.source}: ${size} bytes, at most ${MAX_DOCUMENT} are read`,
        { where: input.source },
      );
    }
    if (this.#file !== input.file) {
      this.#bytes = await readFile(input.file);
      this.#file = input.file;
      this.#unpacked = 0;
    }
    if (this.#unpacked + input.member.size > this.#limits.totalBytes) {
      const message = `${input.source}: the archive unpacks to more than ${this.#limits.totalBytes} bytes; this member was not read`;
      throw new InputError("INPUT_TOO_LARGE", message, { where: input.source });
    }
    this.#unpacked += input.member.size;
    return readZipMember(this.#bytes, input.member, input.source, this.#limits);
  }
}

async function* rowsOf(input: Input, archives: Archives): AsyncGenerator<RowResult> {
  try {
    if (input.member === undefined) yield* readRows(createReadStream(input.file), input.source);
    else yield* readRows(single(await archives.read(input)), input.source);
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
async function assignIds(listed: readonly Listed[], archives: Archives): Promise<Map<string, string>> {
  const candidates: { source: string; id?: string }[] = [];
  const only = listed.length === 1;
  for (const input of listed) {
    if ("error" in input) continue;
    if (input.kind === "document") candidates.push({ source: input.source });
    // The ids within one file of rows differ anyway; they are looked at only when there is something else beside it.
    else if (!only) {
      for await (const result of rowsOf(input, archives)) {
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
 * Reads files and folders (recursively; hidden files are skipped): .txt .md .html .htm .docx .pdf .jsonl .ndjson .zip.
 * In folders and archives other files are passed over; one that is named is an error. Ids are unique among the inputs and
 * do not depend on their order (see `ids.ts`).
 * @throws UsageError DATE_INVALID
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadInputsOptions = {},
): AsyncGenerator<InputResult> {
  const date = options.date === undefined ? undefined : parseDateOption(options.date);
  const limits = options.zipLimits ?? defaultZipLimits;
  const listed = await listInputs(paths, limits);
  const ids = await assignIds(listed, new Archives(limits));
  const archives = new Archives(limits);
  for (const input of listed) {
    if ("error" in input) yield { source: input.source, error: input.error };
    else if (input.kind === "document") yield await readOne(input, archives, ids.get(input.source), date);
    else {
      for await (const result of rowsOf(input, archives)) {
        if ("error" in result) yield { source: result.where, error: result.error };
        else {
          const id = ids.get(rowKey(input.source, result.row.id)) ?? result.row.id;
          yield { source: result.where, report: rowReport(result.row, result.where, id, date) };
        }
      }
    }
  }
}

async function readOne(
  input: Input,
  archives: Archives,
  id: string | undefined,
  date: string | undefined,
): Promise<InputResult> {
  const { source } = input;
  try {
    const bytes = await archives.read(input);
    const report = await readReport(bytes, {
      source,
      ...(id === undefined ? {} : { id }),
      ...(date === undefined ? {} : { date }),
    });
    return { source, report };
  } catch (error) {
    return { source, error: error instanceof InputError ? error : fileSystemError(source, error) };
  }
}
