/**
 * The pure filter behind `extract`: one JSON line in, one JSON line out.
 * @module
 */
import type { Extraction } from "../extract/engine.ts";
import type { Claim, EntityType } from "../model/claim.ts";
import type { Report } from "../model/report.ts";
import { reportFromText } from "../report/read.ts";
import { contentKey, toStored } from "./ingest.ts";
import { openPool } from "./pool.ts";
import type { ReportEntry } from "../workspace/contract.ts";

/** One line of output. Offsets count UTF-16 units of the `text` that came in. */
export interface ExtractedLine {
  id: string;
  mentions: { type: EntityType; text: string; start: number; end: number; name: string }[];
  claims: Claim[];
  /** What `load` needs to know of the report. */
  report: ReportEntry;
}

export interface FilterOptions {
  workers: number;
  /** Name of the input, for messages. */
  source: string;
  /** Called for every line that cannot be used; the others go on. */
  onError(message: string): void;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function parseLine(line: string, place: string): Report {
  const item = JSON.parse(line) as unknown;
  if (typeof item !== "object" || item === null) throw new Error("not a JSON object");
  const { id, text, date } = item as Record<string, unknown>;
  if (typeof id !== "string" || id === "") throw new Error("`id` is not a string");
  if (typeof text !== "string" || text.trim() === "") throw new Error("`text` is empty or not a string");
  if (date !== undefined && (typeof date !== "string" || !DATE.test(date))) throw new Error("`date` is not YYYY-MM-DD");
  return reportFromText(text, { id, source: place, ...(date === undefined ? {} : { date }) });
}

function toLine(report: Report, extraction: Extraction): ExtractedLine {
  const mentions = extraction.claims.flatMap((c) =>
    c.kind === "mention" ? [{ type: c.subject.type, text: c.text, start: c.span.start, end: c.span.end, name: c.subject.name }] : [],
  );
  return { id: report.id, mentions, claims: extraction.claims, report: { ...toStored(report, extraction).entry, key: contentKey(report) } };
}

/** Extracts a stream of JSON lines; yields lines with their newline. */
export async function* extractLines(lines: AsyncIterable<string>, options: FilterOptions): AsyncGenerator<string> {
  async function* reports(): AsyncGenerator<Report> {
    let number = 0;
    for await (const line of lines) {
      number++;
      if (line.trim() === "") continue;
      try {
        yield parseLine(line, `${options.source}:${number}`);
      } catch (error) {
        options.onError(`${options.source}:${number}: ${(error as Error).message}`);
      }
    }
  }
  const pool = openPool(options.workers);
  try {
    for await (const item of pool.extractAll(reports())) {
      if ("error" in item) options.onError(`${item.report.source}: ${item.error.message}`);
      else yield `${JSON.stringify(toLine(item.report, item.extraction))}\n`;
    }
  } finally {
    await pool.close();
  }
}
