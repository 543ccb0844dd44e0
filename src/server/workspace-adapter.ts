/**
 * The workspace on disk, and the store made from it, as the server sees them. Another process may change the workspace; the
 * manifest tells: each commit makes a new file.
 * @module
 */
import { statSync } from "node:fs";
import { resolve as absolute, basename, join } from "node:path";
import { limitsHere } from "../limits.ts";
import { put } from "../pipeline/bring-up.ts";
import { loadSavedQueries } from "../query/saved.ts";
import type { Store } from "../store/contract.ts";
import type { StoredReport, Workspace } from "../workspace/contract.ts";
import { statedBy, streamOf } from "../workspace/graph-of.ts";
import { type IndexReader, readIndex } from "../workspace/index-reader.ts";
import { currentIndex } from "../workspace/indexed.ts";
import { lockWorkspace } from "../workspace/lock.ts";
import { addReports, summaryOf } from "./add-reports.ts";
import { savedQueryOf } from "./saved.ts";
import type { UploadedFile } from "./upload.ts";
import { fileWatches, memoryWatches, type WatchStore } from "./views/watch.ts";
import type { AddedReport, ReportSummary, ReportText, UnreadFile, WorkspaceApi } from "./workspace-api.ts";

export interface AdapterOptions {
  /** Opens the workspace anew; called again when its files changed. */
  open: () => Workspace;
  store: Store;
  /** The store is brought up with every change. Default true; one that brings itself up when it is asked needs it not. */
  follows?: boolean;
}

interface KnownReport {
  summary: ReportSummary;
  key: string;
}

/** Removed reports that can be put back. */
const MOST_REMOVED = 20;

class WorkspaceAdapter implements WorkspaceApi {
  readonly name: string;
  readonly watches: WatchStore;
  readonly #open: () => Workspace;
  readonly #store: Store;
  readonly #follows: boolean;
  #workspace: Workspace;
  #stamp: string;
  #reports: { stamp: string; of: ReadonlyMap<string, KnownReport> } | undefined;
  readonly #removed: Map<string, StoredReport> = new Map();

  constructor({ open, store, follows = true }: AdapterOptions) {
    this.#open = open;
    this.#store = store;
    this.#follows = follows;
    this.#workspace = open();
    this.#stamp = this.#readStamp();
    const { folder } = this.#workspace;
    this.watches = folder === undefined ? memoryWatches() : fileWatches(folder);
    const named = folder === undefined ? "" : absolute(folder);
    this.name =
      folder === undefined
        ? "memory"
        : basename(basename(named) === ".reportgraph" ? join(named, "..") : named);
  }

  async indexedFolder(): Promise<string | undefined> {
    return (await this.indexed()) === undefined ? undefined : this.#workspace.folder;
  }

  async indexed(): Promise<string | undefined> {
    this.#refresh();
    if (this.#workspace.folder === undefined || !currentIndex(this.#workspace)) return undefined;
    const revision = this.#workspace.revision();
    const isOurs = !this.#store.capabilities.shared || (await this.#store.revision()) === revision;
    return isOurs ? revision : undefined;
  }

  async readIndex(): Promise<IndexReader | undefined> {
    return (await this.indexed()) === undefined ? undefined : readIndex(this.#workspace);
  }

  async revision(): Promise<string> {
    this.#refresh();
    return this.#stamp;
  }

  async reports(): Promise<readonly ReportSummary[]> {
    return [...this.#known().values()].map(({ summary }) => summary);
  }

  /** Reports by id, read once for each state of the workspace. */
  #known(): ReadonlyMap<string, KnownReport> {
    this.#refresh();
    if (this.#reports?.stamp !== this.#stamp) {
      const entries = this.#workspace.entries();
      const of = new Map(entries.map((entry) => [entry.id, { summary: summaryOf(entry), key: entry.key }]));
      this.#reports = { stamp: this.#stamp, of };
    }
    return this.#reports.of;
  }

  async unread(): Promise<readonly UnreadFile[]> {
    this.#refresh();
    return this.#workspace.unread().map(({ path: _, ...file }) => file);
  }

  async report(id: string): Promise<ReportText | undefined> {
    this.#refresh();
    const stored = this.#workspace.entry(id) && this.#workspace.read(id);
    if (!stored) return undefined;
    const { entry, report, claims } = stored;
    const mentions = claims.flatMap((claim) =>
      claim.kind === "mention" ? [{ ...claim.subject, ...claim.span }] : [],
    );
    return {
      ...summaryOf(entry),
      text: report?.text ?? "",
      articles: report?.articles ?? [],
      textSentences: report?.sentences ?? [],
      mentions,
      stated: statedBy(this.#workspace, id),
    };
  }

  async textKey(id: string): Promise<string | undefined> {
    return this.#known().get(id)?.key;
  }

  async text(id: string): ReturnType<WorkspaceApi["text"]> {
    const known = this.#known().get(id);
    if (!known) return undefined;
    const { date } = known.summary;
    return {
      ...(date === undefined ? {} : { date }),
      sentences: this.#workspace.textOf(id)?.sentences ?? [],
    };
  }

  add(files: readonly UploadedFile[]): Promise<AddedReport[]> {
    return this.#alone(async () => {
      const results = await addReports(this.#workspace, files, limitsHere());
      if (results.some(({ outcome }) => outcome === "added" || outcome === "replaced"))
        this.#workspace.commit();
      await this.#put();
      return results;
    });
  }

  remove(id: string): Promise<boolean> {
    return this.#alone(async () => {
      const stored = this.#workspace.entry(id) && this.#workspace.read(id);
      const removed = this.#workspace.remove(id);
      if (removed) this.#workspace.commit();
      if (stored) this.#keep(stored);
      await this.#put();
      return removed;
    });
  }

  restore(id: string): Promise<boolean> {
    return this.#alone(async () => {
      const stored = this.#removed.get(id);
      // What was added meanwhile under the same id is newer.
      if (!stored || this.#workspace.entry(id)) return false;
      this.#workspace.put(stored);
      this.#workspace.commit();
      this.#removed.delete(id);
      await this.#put();
      return true;
    });
  }

  #keep(stored: StoredReport): void {
    this.#removed.delete(stored.entry.id);
    this.#removed.set(stored.entry.id, stored);
    const [oldest] = this.#removed.keys();
    if (this.#removed.size > MOST_REMOVED && oldest !== undefined) this.#removed.delete(oldest);
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
    } catch (error) {
      // What was put and not committed must not come along with the next change: the folder is opened anew.
      if (folder !== undefined) this.#stamp = "";
      throw error;
    } finally {
      unlock?.();
    }
  }

  /** The store holds what the workspace says; also when nothing was new now, but an earlier change was cut off. */
  async #put(): Promise<void> {
    this.#stamp = this.#readStamp();
    if (!this.#follows) return;
    if ((await this.#store.revision()) === this.#workspace.revision()) return;
    await put(this.#workspace, this.#store, { graph: () => streamOf(this.#workspace) });
  }

  #refresh(): void {
    const stamp = this.#readStamp();
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#workspace.close();
    this.#workspace = this.#open();
  }

  #readStamp(): string {
    const { folder } = this.#workspace;
    if (folder === undefined) return this.#workspace.revision();
    return ["manifest.json", "judgements.jsonl"]
      .map((name) => {
        const found = statSync(join(folder, name), { throwIfNoEntry: false });
        return found ? `${found.ino}-${found.mtimeMs}-${found.size}` : "-";
      })
      .join(":");
  }
}

export function adaptWorkspace(options: AdapterOptions): WorkspaceApi {
  return new WorkspaceAdapter(options);
}
