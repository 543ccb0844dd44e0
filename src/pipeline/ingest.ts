/**
 * Takes one report that has been read and extracted into the workspace.
 * @module
 */
import type { Extraction } from "../extract/engine.ts";
import type { Report } from "../model/report.ts";
import { shortHash } from "../model/hash.ts";
import { version } from "../version.ts";
import type { ReportEntry, StoredReport } from "../workspace/contract.ts";

/** Names the content of a report: the same key, the same claims. */
export function contentKey(report: Report): string {
  return shortHash([version, report.id, report.sha256, report.date ?? "", report.source]);
}

export function toStored(report: Report, extraction: Extraction): StoredReport {
  const { home } = extraction;
  const entry: ReportEntry = {
    id: report.id, key: contentKey(report), title: report.title, source: report.source, sha256: report.sha256,
    encoding: report.encoding, characters: report.text.length, sentences: report.sentences.length,
    articles: report.articles.map((a) => a.title), sections: report.sections.map((s) => s.title),
    byline: [...new Set(report.articles.flatMap((a) => a.byline))],
    read: extraction.sentences, silent: extraction.silent, claims: extraction.claims.length,
    ...(report.date === undefined ? {} : { date: report.date }),
    ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
    ...(home === undefined ? {} : { home: home.code, homeName: home.name }),
  };
  return { entry, report, claims: extraction.claims, dropped: extraction.dropped };
}
