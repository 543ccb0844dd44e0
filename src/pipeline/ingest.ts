/**
 * Takes one report that has been read and extracted into the form that the workspace keeps.
 * @module
 */
import type { Extraction } from "../extract/engine.ts";
import { shortHash } from "../model/hash.ts";
import type { Report } from "../model/report.ts";
import type { ReportEntry, StoredReport } from "../workspace/contract.ts";
import { sourceName } from "../workspace/source.ts";
import { extractorFingerprint } from "./fingerprint.ts";

/** Names the content of a report and what read it: the same key, the same claims. */
export function contentKey(report: Pick<Report, "id" | "sha256" | "date">, tagged = true): string {
  const engine = tagged ? "tagger and rules" : "rules";
  return shortHash([extractorFingerprint(), engine, report.id, report.sha256, report.date ?? ""]);
}

/** @param path Where the file lies, as the workspace keeps it (`source.ts`); absent for claims made elsewhere. */
export function toStored(report: Report, extraction: Extraction, path?: string): StoredReport {
  const { home } = extraction;
  const entry: ReportEntry = {
    id: report.id,
    key: contentKey(report, extraction.tagged),
    title: report.title,
    source: sourceName(report.source),
    sha256: report.sha256,
    encoding: report.encoding,
    characters: report.text.length,
    sentences: report.sentences.length,
    articles: report.articles.map((a) => a.title),
    sections: report.sections.map((s) => s.title),
    byline: [...new Set(report.articles.flatMap((a) => a.byline))],
    read: extraction.sentences,
    silent: extraction.silent,
    claims: extraction.claims.length,
    tagged: extraction.tagged,
    ...(path === undefined ? {} : { path }),
    ...(report.date === undefined ? {} : { date: report.date }),
    ...(report.dateSource === "option" ? { dateGiven: true } : {}),
    ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
    ...(home === undefined ? {} : { home: home.code, homeName: home.name }),
  };
  return {
    entry,
    report: { ...report, source: entry.source },
    claims: extraction.claims,
    dropped: extraction.dropped,
  };
}
