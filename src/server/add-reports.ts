/**
 * Reads uploaded files into the workspace. Reading and extraction happen in a process of their own, never in the one that answers.
 * @module
 */
import { basename } from "node:path";
import type { Failure } from "../failure.ts";
import type { Limits } from "../limits.ts";
import type { Claim } from "../model/claim.ts";
import { contentKey, toStored } from "../pipeline/ingest.ts";
import type { ReportEntry, Workspace } from "../workspace/contract.ts";
import { sourceName } from "../workspace/source.ts";
import type { Offered } from "./add-process.ts";
import { addAside, type UploadedFile } from "./upload.ts";
import type { AddedReport, ReportSummary } from "./workspace-api.ts";

export function summaryOf({
  id,
  title,
  date,
  outlet,
  source,
  characters,
  sentences,
}: ReportEntry): ReportSummary {
  return {
    id,
    title,
    ...(date === undefined ? {} : { date }),
    ...(outlet === undefined ? {} : { outlet }),
    // The name alone: where a file lies on this machine is nobody's business.
    source: basename(source),
    characters,
    sentences,
  };
}

/** How often each type of entity and relation was found; an entity counts once. */
function foundIn(claims: readonly Claim[]): Record<string, number> {
  const found: Record<string, number> = {};
  const seen = new Set<string>();
  const count = (type: string): void => {
    found[type] = (found[type] ?? 0) + 1;
  };
  for (const claim of claims) {
    if (claim.kind === "mention") {
      const key = `${claim.subject.type}:${claim.subject.name}`;
      if (!seen.has(key)) count(claim.subject.type);
      seen.add(key);
    } else if (claim.kind === "relation") count(claim.predicate);
    else if (claim.kind === "observation") count("Observation");
    else if (claim.kind === "quote") count("Quote");
  }
  return found;
}

const failed = (file: string, code: string, message: string): AddedReport => ({
  file,
  outcome: "failed",
  found: {},
  problems: [{ code, message }],
});

/** An `InputError` says what to do; anything else is ours and only says that it failed. */
function failure(file: string, { known, message }: Failure): AddedReport {
  return known?.name === "InputError"
    ? failed(file, known.code, message)
    : failed(file, "EXTRACTION_FAILED", `${file} could not be read.`);
}

/** The report as it stands, when the same content was read before. */
function unchanged(workspace: Workspace, report: Offered, file: string): AddedReport | undefined {
  const entry = workspace.entry(report.id);
  if (!entry || entry.key !== contentKey(report, entry.tagged)) return undefined;
  return { file, outcome: "unchanged", report: summaryOf(entry), found: {}, problems: [] };
}

/** Another file must not silently take a report's place: the same name is a new state of it, another name is not. */
function taken(workspace: Workspace, report: Offered, file: string): AddedReport | undefined {
  const entry = workspace.entry(report.id);
  if (!entry || entry.sha256 === report.sha256 || entry.source === sourceName(report.source))
    return undefined;
  const message = `${file}: the report ${report.id} was read from ${entry.source} already; rename the file, or remove that report first`;
  return failed(file, "REPORT_ID_TAKEN", message);
}

/**
 * Puts what is new into the workspace, uncommitted; the outcomes are in the order of the files.
 * @throws ProblemError as `addAside`
 */
export async function addReports(
  workspace: Workspace,
  files: readonly UploadedFile[],
  limits: Limits,
): Promise<AddedReport[]> {
  const results: AddedReport[] = [];
  const places = new Map<string, number>();
  const isWanted = (report: Offered, source: string): boolean => {
    const known = unchanged(workspace, report, source) ?? taken(workspace, report, source);
    places.set(report.id, results.length);
    results.push(known ?? failed(source, "EXTRACTION_FAILED", `${source} could not be read.`));
    return known === undefined;
  };
  for await (const news of addAside(files, limits, isWanted)) {
    if ("failure" in news) results.push(failure(news.source, news.failure));
    else if ("unread" in news) {
      const { code, what, todo } = news.unread;
      results.push(failed(news.source, code, `${news.source}: ${what}; ${todo}`));
    } else if ("stopped" in news) {
      const { id, source, why } = news.stopped;
      results[places.get(id) ?? 0] = failed(source, "EXTRACT_FAILED", `${source}: ${why}`);
    } else {
      const { report, extraction } = news.made;
      const before = workspace.entry(report.id);
      const stored = toStored(report, extraction);
      workspace.put(stored);
      results[places.get(report.id) ?? 0] = {
        file: report.source,
        outcome: before ? "replaced" : "added",
        report: summaryOf(stored.entry),
        found: foundIn(stored.claims),
        sentences: { read: stored.entry.read, silent: stored.entry.silent },
        problems: (report.notes ?? []).map((message) => ({ code: "NOTE", message })),
      };
    }
  }
  return results;
}
