/**
 * The workspace on disk, and the store made from it, as the server sees them. Another process may change the workspace; the
 * manifest's time tells.
 * @module
 */
import { statSync } from "node:fs";
import { resolve as absolute, basename, join } from "node:path";
import { InputError } from "../errors.ts";
import type { Claim } from "../model/claim.ts";
import type { Report } from "../model/report.ts";
import { contentKey, toStored } from "../pipeline/ingest.ts";
import { openWorkbench, type Workbench } from "../pipeline/work.ts";
import { loadSavedQueries } from "../query/saved.ts";
import { readReport } from "../report/read.ts";
import type { Store } from "../store/contract.ts";
import type { ReportEntry, Workspace } from "../workspace/contract.ts";
import { type Built, buildGraph } from "../workspace/graph-of.ts";
import { lockWorkspace } from "../workspace/lock.ts";
import { savedQueryOf } from "./saved.ts";
import type { AddedReport, ReportMention, ReportSummary, ReportText, WorkspaceApi } from "./workspace-api.ts";

export interface AdapterOptions {
  /** Opens the workspace anew; called again when its files changed. */
  open: () => Workspace;
  store: Store;
}

function summaryOf({ id, title, date, outlet, source, characters, sentences }: ReportEntry): ReportSummary {
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

const failed = (file: string, error: unknown): AddedReport => ({
  file,
  outcome: "failed",
  found: {},
  problems: [
    error instanceof InputError
      ? { code: error.code, message: error.message }
      : { code: "EXTRACTION_FAILED", message: `${file} could not be read.` },
  ],
});

class WorkspaceAdapter implements WorkspaceApi {
  readonly name: string;
  readonly #open: () => Workspace;
  readonly #store: Store;
  #workspace: Workspace;
  #stamp: string;
  /** Counts changes of ours: a workspace in memory has no files whose time could tell. */
  #changes = 0;
  #built: Built | undefined;
  #bench: Promise<Workbench> | undefined;

  constructor({ open, store }: AdapterOptions) {
    this.#open = open;
    this.#store = store;
    this.#workspace = open();
    this.#stamp = this.#readStamp();
    const { folder } = this.#workspace;
    const named = folder === undefined ? "" : absolute(folder);
    this.name =
      folder === undefined
        ? "memory"
        : basename(basename(named) === ".reportgraph" ? join(named, "..") : named);
  }

  async revision(): Promise<string> {
    this.#refresh();
    return `${this.#stamp}:${this.#changes}`;
  }

  async reports(): Promise<readonly ReportSummary[]> {
    this.#refresh();
    return this.#workspace.entries().map(summaryOf);
  }

  async report(id: string): Promise<ReportText | undefined> {
    this.#refresh();
    const stored = this.#workspace.entry(id) && this.#workspace.read(id);
    if (!stored) return undefined;
    const { entry, report, claims } = stored;
    this.#built ??= buildGraph(this.#workspace);
    const { resolution } = this.#built;
    const mentions: ReportMention[] = claims.flatMap((claim) => {
      if (claim.kind !== "mention") return [];
      const node = resolution.entityOf(id, claim.subject)?.id;
      return node === undefined ? [] : [{ node, start: claim.span.start, end: claim.span.end }];
    });
    return {
      ...summaryOf(entry),
      text: report?.text ?? "",
      articles: report?.articles ?? [],
      textSentences: report?.sentences ?? [],
      mentions,
    };
  }

  add(files: readonly { name: string; bytes: Uint8Array }[]): Promise<AddedReport[]> {
    return this.#alone(async () => {
      const results: AddedReport[] = [];
      for (const file of files) results.push(await this.#addOne(file));
      if (results.some(({ outcome }) => outcome === "added" || outcome === "replaced")) await this.#commit();
      return results;
    });
  }

  remove(id: string): Promise<boolean> {
    return this.#alone(async () => {
      if (!this.#workspace.remove(id)) return false;
      await this.#commit();
      return true;
    });
  }

  async savedQueries(): Promise<ReturnType<typeof savedQueryOf>[]> {
    return (await loadSavedQueries()).map(savedQueryOf);
  }

  /** Nobody else, `reportgraph build` included, changes the workspace meanwhile. @throws StoreError WORKSPACE_LOCKED */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const { folder } = this.#workspace;
    const unlock = folder === undefined ? undefined : lockWorkspace(folder);
    try {
      this.#refresh();
      return await work();
    } finally {
      unlock?.();
    }
  }

  async #addOne({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<AddedReport> {
    let report: Report;
    try {
      report = await readReport(bytes, { source: name });
    } catch (error) {
      return failed(name, error);
    }
    const known = this.#workspace.entry(report.id);
    if (known && this.#workspace.has(contentKey(report))) {
      return { file: name, outcome: "unchanged", report: summaryOf(known), found: {}, problems: [] };
    }
    this.#bench ??= openWorkbench();
    const [outcome] = await (await this.#bench).run("reports", [report]);
    if (!outcome || "error" in outcome) return failed(name, undefined);
    const stored = toStored(report, outcome.value);
    this.#workspace.put(stored);
    return {
      file: name,
      outcome: known ? "replaced" : "added",
      report: summaryOf(stored.entry),
      found: foundIn(stored.claims),
      sentences: { read: stored.entry.read, silent: stored.entry.silent },
      problems: [],
    };
  }

  async #commit(): Promise<void> {
    this.#workspace.commit();
    this.#built = buildGraph(this.#workspace);
    await this.#store.sync(this.#built.graph);
    this.#stamp = this.#readStamp();
    this.#changes += 1;
  }

  #refresh(): void {
    const stamp = this.#readStamp();
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#workspace = this.#open();
    this.#built = undefined;
  }

  #readStamp(): string {
    const { folder } = this.#workspace;
    if (folder === undefined) return "memory";
    return ["manifest.json", "judgements.jsonl"]
      .map((name) => {
        const found = statSync(join(folder, name), { throwIfNoEntry: false });
        return found ? `${found.mtimeMs}-${found.size}` : "-";
      })
      .join(":");
  }
}

export function adaptWorkspace(options: AdapterOptions): WorkspaceApi {
  return new WorkspaceAdapter(options);
}
