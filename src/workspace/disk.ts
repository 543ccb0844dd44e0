/**
 * The workspace on disk.
 *
 *     .reportgraph/manifest.json             format, revision, and the files that were not read
 *     .reportgraph/claims/000001.jsonl.gz    what was made of each report: entry, what was dropped, claims (segments.ts)
 *     .reportgraph/reports/000001.jsonl.gz   each report as read: text, sentences, offsets
 *     .reportgraph/judgements.jsonl          people's judgements
 *     .reportgraph/index.db                  the graph as rows; derived, made anew where it is missing or other code made it
 *     .reportgraph/stores.json               which revision was put last into which store
 *     .reportgraph/lock.<n>                  the process that writes, see lock.ts
 *     .reportgraph/graph/                    the embedded store
 *
 * A change is appended to the segments and flushed, then one transaction of the index makes it count. Killed before, the
 * tail is cut by the next writer; killed after, the change is there and stores catch up by its revision.
 * @module
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { GraphIndexDb } from "../index-db/index.ts";
import { deltaFor, follow } from "../index-db/outbox.ts";
import type { Applied } from "../index-db/update.ts";
import type { Claim } from "../model/claim.ts";
import type { GraphDelta } from "../model/graph.ts";
import { shortHash } from "../model/hash.ts";
import type { Report } from "../model/report.ts";
import type { UserJudgement } from "../resolve/index.ts";
import { atOnce, inTurns, type Steps } from "../steps.ts";
import { version } from "../version.ts";
import {
  byPath,
  noChanges,
  type ReportEntry,
  type StoredReport,
  type UnreadEntry,
  type Workspace,
} from "./contract.ts";
import { DiskIndex } from "./disk-index.ts";
import { KeptReports } from "./kept-reports.ts";
import { LegacyReports } from "./legacy.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { PendingReports } from "./pending.ts";
import { contentOf, JudgementFile, StoreRevisions } from "./small-files.ts";
import { DEFAULT_MIN_CONFIDENCE } from "./sure.ts";
import type { MakeWriter } from "./writer.ts";

const LEFT_OVER = /\.tmp$/;
/** Segments are written anew when more than half of them, and more than this, is of reports that are gone. */
const COMPACT_FROM = 32 * 1024 * 1024;

export interface DiskOptions {
  /** Told before a folder of an earlier version is brought into the form of this one, with the number of its reports. */
  onUpgrade?: (reports: number) => void;
  /** Bytes of gone reports from which segments are written anew. */
  compactFrom?: number;
}

export class DiskWorkspace implements Workspace {
  readonly folder: string;
  readonly #compactFrom: number;
  readonly #kept: KeptReports;
  readonly #index: DiskIndex;
  readonly #pending = new PendingReports();
  readonly #changes = noChanges();
  #unread: UnreadEntry[];
  #minConfidence: number | undefined;
  readonly #judgements: JudgementFile;
  readonly #stores: StoreRevisions;

  /** @param makeWriter absent: it is only read, and `needsWriter` was asked */
  constructor(
    folder: string,
    { compactFrom = COMPACT_FROM, onUpgrade = () => undefined }: DiskOptions,
    makeWriter?: MakeWriter,
  ) {
    this.folder = folder;
    this.#compactFrom = compactFrom;
    this.#kept = new KeptReports(folder);
    const { format, reports = [], unread = [], minConfidence } = readManifest(folder);
    this.#index = new DiskIndex(
      {
        folder,
        kept: this.#kept,
        least: () => this.#least(),
        onUpgrade,
        makeWriter: makeWriter && ((index) => makeWriter(index, this.#kept, this, this.#changes)),
        adopt: (index, legacy) => this.#adopt(index, legacy),
      },
      format === 1 ? new LegacyReports(folder, reports) : undefined,
    );
    this.#unread = unread;
    this.#minConfidence = minConfidence;
    this.#judgements = new JudgementFile(folder);
    this.#stores = new StoreRevisions(folder);
  }

  entries(limit = -1): ReportEntry[] {
    const { legacy, writer } = this.#index;
    if (legacy) return [...legacy.entries.values()].slice(0, limit < 0 ? undefined : limit);
    if (writer) this.#flush();
    // One after another: there is no end to how many there may be.
    const rows = this.index()?.db.iterate<{ entry: string }>(
      "SELECT entry FROM report ORDER BY id LIMIT ?",
      limit,
    );
    return [...(rows ?? [])].map(({ entry }) => JSON.parse(entry) as ReportEntry);
  }

  changes(): Applied {
    return this.#changes;
  }

  count(): number {
    if (this.#index.legacy) return this.#index.legacy.entries.size;
    if (this.#index.writer) this.#flush();
    return this.index()?.db.get<{ n: number }>("SELECT count(*) AS n FROM report")?.n ?? 0;
  }

  entry(id: string): ReportEntry | undefined {
    if (this.#index.legacy) return this.#index.legacy.entries.get(id);
    if (this.#pending.has(id)) return this.#pending.get(id)?.entry;
    const row = this.index()?.report(id);
    return row && (JSON.parse(row.entry) as ReportEntry);
  }

  entryAt(path: string): ReportEntry | undefined {
    const { legacy } = this.#index;
    if (legacy) return [...legacy.entries.values()].find((entry) => entry.path === path);
    const pending = this.#pending.at(path);
    if (pending) return pending.entry;
    const id = this.index()?.db.get<{ id: string }>("SELECT id FROM report WHERE path = ?", path)?.id;
    const entry = id === undefined ? undefined : this.entry(id);
    return entry?.path === path ? entry : undefined;
  }

  read(id: string): StoredReport | undefined {
    if (this.#index.legacy) return this.#index.legacy.read(id);
    if (this.#pending.has(id)) return this.#pending.get(id);
    const row = this.index()?.report(id);
    if (!row) return undefined;
    const { dropped, claims } = this.#kept.claims(row.claims);
    return {
      entry: JSON.parse(row.entry) as ReportEntry,
      ...(row.text === null ? {} : { report: this.#kept.report(row.text) }),
      ...dropped,
      claims,
    };
  }

  textOf(id: string): Report | undefined {
    const row = this.#index.legacy || this.#pending.has(id) ? undefined : this.index()?.report(id);
    if (!row) return this.read(id)?.report;
    return row.text === null ? undefined : this.#kept.report(row.text);
  }

  claimsOf(id: string): Claim[] {
    const row = this.#index.legacy || this.#pending.has(id) ? undefined : this.index()?.report(id);
    return row ? this.#kept.claims(row.claims).claims : (this.read(id)?.claims ?? []);
  }

  #least(): number {
    return this.#minConfidence ?? DEFAULT_MIN_CONFIDENCE;
  }

  minConfidence(): number | undefined {
    return this.#minConfidence;
  }

  setMinConfidence(least: number): void {
    this.#minConfidence = least;
  }

  put(stored: StoredReport): void {
    this.#beginWriting();
    this.#pending.put(stored);
    if (this.#pending.isFull) this.#flush();
  }

  remove(id: string): boolean {
    this.#beginWriting();
    if (this.entry(id) === undefined) return false;
    this.#pending.remove(id);
    return true;
  }

  unread(): UnreadEntry[] {
    return this.#unread;
  }

  setUnread(entries: readonly UnreadEntry[]): void {
    this.#unread = byPath(entries);
  }

  judgements(): UserJudgement[] {
    return this.#judgements.all;
  }

  addJudgement(judgement: UserJudgement): void {
    this.#judgements.add(judgement);
  }

  removeJudgements(match: (judgement: UserJudgement) => boolean): number {
    return this.#judgements.remove(match);
  }

  revision(): string {
    const judgements = this.#judgements.text();
    if (this.#index.legacy)
      return shortHash([version, contentOf(join(this.folder, "manifest.json")) ?? "", judgements]);
    return shortHash([version, this.index()?.meta("state") ?? "", judgements]);
  }

  lastRevisionIn(store: string): string | undefined {
    return this.#stores.last(store);
  }

  noteRevisionIn(store: string, revision: string): void {
    this.#stores.note(store, revision);
    const index = revision === this.revision() ? this.#current() : undefined;
    if (index) follow(index.db, store, index.revision, revision);
  }

  deltaFor(store: string, revision: string): GraphDelta | undefined {
    const index = this.#current();
    return index && deltaFor(index.db, store, revision);
  }

  /** The index where it holds what judgements and reports say. */
  #current(): GraphIndexDb | undefined {
    const index = this.index();
    const isCurrent =
      index &&
      Number(index.meta("least")) === this.#least() &&
      JSON.stringify(index.judgements()) === JSON.stringify(this.#judgements.all);
    return isCurrent ? index : undefined;
  }

  commit(): void {
    atOnce(this.#committing());
  }

  commitInTurns(): Promise<void> {
    return inTurns(this.#committing());
  }

  *#committing(): Steps {
    const writer = yield* this.#index.toWrite();
    this.#flush();
    yield* writer.reweigh();
    writer.compact(this.#compactFrom);
    const revision = this.index()?.meta("state") ?? "";
    writeManifest(this.folder, {
      revision,
      ...(this.#unread.length === 0 ? {} : { unread: this.#unread }),
      ...(this.#minConfidence === undefined ? {} : { minConfidence: this.#minConfidence }),
    });
    // Who commits is the only writer: a temporary file is one that a killed process left.
    for (const file of readdirSync(this.folder))
      if (LEFT_OVER.test(file) && !file.startsWith("lock.")) rmSync(join(this.folder, file), { force: true });
  }

  close(): void {
    this.#index.close();
  }

  /** @throws StoreError INDEX_FORMAT, see `DiskIndex.toRead` */
  index(): GraphIndexDb | undefined {
    return this.#index.toRead();
  }

  prepare(toWrite = false): Promise<void> {
    return this.#index.prepare(toWrite);
  }

  needsWriter(): boolean {
    return this.#index.needsWriter();
  }

  /** Takes a folder of format 1 over, batch by batch; what an earlier try took over already is left. */
  *#adopt(index: GraphIndexDb, legacy: LegacyReports): Steps {
    for (const { id } of index.db.all<{ id: string }>("SELECT id FROM report"))
      if (!legacy.entries.has(id)) this.#pending.remove(id);
    for (const [id, entry] of legacy.entries) {
      if (index.report(id)?.entry === JSON.stringify(entry)) continue;
      const stored = legacy.read(id);
      if (stored) this.put(stored);
      if (this.#pending.isEmpty) yield;
    }
    yield* this.#committing();
    legacy.discard();
  }

  #beginWriting(): void {
    if (!this.#index.writer) atOnce(this.#index.toWrite());
  }

  #flush(): void {
    const { writer } = this.#index;
    if (writer) this.#pending.writeTo(writer);
  }
}
