/**
 * What `extract` writes and `load` reads: one line of JSON a text.
 * @module
 */
import type { Extraction } from "../extract/engine.ts";
import type { Claim, EntityType } from "../model/claim.ts";
import type { Report } from "../model/report.ts";
import type { ReportEntry } from "../workspace/contract.ts";
import { toStored } from "./ingest.ts";

/** Offsets count UTF-16 units of the `text` that came in. */
export interface ExtractedLine {
  id: string;
  mentions: { type: EntityType; text: string; start: number; end: number; name: string }[];
  claims: Claim[];
  /** What `load` needs to know of the report. */
  report: ReportEntry;
}

/** The line of a report, without its line feed. */
export function toLine(report: Report, extraction: Extraction): string {
  const mentions = extraction.claims.flatMap((c) =>
    c.kind === "mention"
      ? [{ type: c.subject.type, text: c.text, start: c.span.start, end: c.span.end, name: c.subject.name }]
      : [],
  );
  const line: ExtractedLine = {
    id: report.id,
    mentions,
    claims: extraction.claims,
    report: toStored(report, extraction).entry,
  };
  return JSON.stringify(line);
}
