/**
 * Reads uploaded files into the workspace. Decoding and extraction happen on worker threads, never on the one that answers.
 * @module
 */
import { basename } from "node:path";
import type { Claim } from "../model/claim.ts";
import type { Report } from "../model/report.ts";
import type { Failure } from "../pipeline/failure.ts";
import { contentKey, toStored } from "../pipeline/ingest.ts";
import { defaultWorkers, openPool } from "../pipeline/pool.ts";
import type { NamedBytes } from "../pipeline/work.ts";
import type { ReportEntry, Workspace } from "../workspace/contract.ts";
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

function failed(file: string, failure?: Failure): AddedReport {
  const told = failure?.known?.name === "InputError" ? failure.known.code : undefined;
  const problem =
    told === undefined
      ? { code: "EXTRACTION_FAILED", message: `${file} could not be read.` }
      : { code: told, message: failure?.message ?? "" };
  return { file, outcome: "failed", found: {}, problems: [problem] };
}

/** The report as it stands, when the same content was read before. */
function unchanged(workspace: Workspace, report: Report, file: string): AddedReport | undefined {
  const entry = workspace.entry(report.id);
  if (!entry || !workspace.has(contentKey(report))) return undefined;
  return { file, outcome: "unchanged", report: summaryOf(entry), found: {}, problems: [] };
}

/** Puts what is new into the workspace, uncommitted; the outcomes are in the order of the files. */
export async function addReports(workspace: Workspace, files: readonly NamedBytes[]): Promise<AddedReport[]> {
  const results: AddedReport[] = files.map(({ name }) => failed(name));
  const at = new Map(files.map((file, position) => [file, position]));
  const places = new Map<Report, number>();
  // One processor stays with those who only ask.
  const pool = openPool(Math.max(1, defaultWorkers() - 1), { aside: true });

  async function* given(): AsyncGenerator<NamedBytes> {
    yield* files;
  }
  async function* fresh(): AsyncGenerator<Report> {
    const read = pool.map("files", given(), { size: ({ bytes }) => bytes.length });
    for await (const outcome of read) {
      const position = at.get(outcome.item) ?? 0;
      const { name } = outcome.item;
      if ("error" in outcome) continue;
      if ("failure" in outcome.value) results[position] = failed(name, outcome.value.failure);
      else {
        const { report } = outcome.value;
        const known = unchanged(workspace, report, name);
        if (known) results[position] = known;
        else {
          places.set(report, position);
          yield report;
        }
      }
    }
  }

  try {
    for await (const outcome of pool.map("reports", fresh(), { size: ({ text }) => text.length })) {
      const position = places.get(outcome.item) ?? 0;
      const name = files[position]?.name ?? "";
      if ("error" in outcome) continue;
      // The same report may come twice in one upload.
      const twin = unchanged(workspace, outcome.item, name);
      const before = workspace.entry(outcome.item.id);
      const stored = toStored(outcome.item, outcome.value);
      if (!twin) workspace.put(stored);
      results[position] = twin ?? {
        file: name,
        outcome: before ? "replaced" : "added",
        report: summaryOf(stored.entry),
        found: foundIn(stored.claims),
        sentences: { read: stored.entry.read, silent: stored.entry.silent },
        problems: [],
      };
    }
  } finally {
    await pool.close();
  }
  return results;
}
