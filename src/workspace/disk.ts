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
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../errors.ts";
import { type GraphIndexDb, type OpenedIndex, openIndex } from "../index-db/index.ts";
import { deltaFor, follow } from "../index-db/outbox.ts";
import type { Applied } from "../index-db/update.ts";
import type { Claim } from "../model/claim.ts";
import type { GraphDelta } from "../model/graph.ts";
import { shortHash } from "../model/hash.ts";
import type { Report } from "../model/report.ts";
import type { UserJudgement } from "../resolve/index.ts";
import { version } from "../version.ts";
import {
  byPath,
  noChanges,
  type ReportEntry,
  type StoredReport,
  type UnreadEntry,
  type Workspace,
} from "./contract.ts";
import { collectGarbage } from "./garbage.ts";
import { claimsText, KeptReports, type Tails } from "./kept-reports.ts";
import { LegacyReports } from "./legacy.ts";
import { isLockedHere, lockWorkspace } from "./lock.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { contentOf, JudgementFile, StoreRevisions } from "./small-files.ts";
import { atOnce, inTurns, type Steps } from "./steps.ts";
import { DEFAULT_MIN_CONFIDENCE, sureOf } from "./sure.ts";
import { isWritable, isWritableNow } from "./writable.ts";
import { BATCH_REPORTS, type MakeWriter, type Pending, type Writer } from "./writer.ts";

const LEFT_OVER = /\.tmp$/;
/** A batch takes so much of what reports say. */
const BATCH_CHARACTERS = 24_000_000;
/** Reports of a batch that leaves much garbage. */
const LARGE_BATCH = 200;
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
  readonly #makeWriter: MakeWriter | undefined;
  readonly #compactFrom: number;
  readonly #onUpgrade: (reports: number) => void;
  readonly #kept: KeptReports;
  readonly #pending = new Map<string, Pending | undefined>();
  #pendingSize = 0;
  readonly #changes = noChanges();
  #index: GraphIndexDb | undefined;
  /** Present from the first write on. */
  #writer: Writer | undefined;
  #legacy: LegacyReports | undefined;
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
    this.#makeWriter = makeWriter;
    this.#onUpgrade = onUpgrade;
    this.#compactFrom = compactFrom;
    this.#kept = new KeptReports(folder);
    const { format, reports = [], unread = [], minConfidence } = readManifest(folder);
    if (format === 1) this.#legacy = new LegacyReports(folder, reports);
    this.#unread = unread;
    this.#minConfidence = minConfidence;
    this.#judgements = new JudgementFile(folder);
    this.#stores = new StoreRevisions(folder);
  }

  #path(name: string): string {
    return join(this.folder, name);
  }

  entries(limit = -1): ReportEntry[] {
    if (this.#legacy) return [...this.#legacy.entries.values()].slice(0, limit < 0 ? undefined : limit);
    if (this.#writer) this.#flush();
    const rows = this.index()?.db.all<{ entry: string }>(
      "SELECT entry FROM report ORDER BY id LIMIT ?",
      limit,
    );
    return (rows ?? []).map(({ entry }) => JSON.parse(entry) as ReportEntry);
  }

  changes(): Applied {
    return this.#changes;
  }

  count(): number {
    if (this.#legacy) return this.#legacy.entries.size;
    if (this.#writer) this.#flush();
    return this.index()?.db.get<{ n: number }>("SELECT count(*) AS n FROM report")?.n ?? 0;
  }

  entry(id: string): ReportEntry | undefined {
    if (this.#legacy) return this.#legacy.entries.get(id);
    if (this.#pending.has(id)) return this.#pending.get(id)?.stored.entry;
    const row = this.index()?.report(id);
    return row && (JSON.parse(row.entry) as ReportEntry);
  }

  entryAt(path: string): ReportEntry | undefined {
    if (this.#legacy) return [...this.#legacy.entries.values()].find((entry) => entry.path === path);
    for (const pending of this.#pending.values())
      if (pending?.stored.entry.path === path) return pending.stored.entry;
    const id = this.index()?.db.get<{ id: string }>("SELECT id FROM report WHERE path = ?", path)?.id;
    const entry = id === undefined ? undefined : this.entry(id);
    return entry?.path === path ? entry : undefined;
  }

  read(id: string): StoredReport | undefined {
    if (this.#legacy) return this.#legacy.read(id);
    if (this.#pending.has(id)) return this.#pending.get(id)?.stored;
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
    const row = this.#legacy || this.#pending.has(id) ? undefined : this.index()?.report(id);
    if (!row) return this.read(id)?.report;
    return row.text === null ? undefined : this.#kept.report(row.text);
  }

  claimsOf(id: string): Claim[] {
    const row = this.#legacy || this.#pending.has(id) ? undefined : this.index()?.report(id);
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
    this.#write();
    const claims = claimsText(stored);
    this.#pending.set(stored.entry.id, { stored, claims });
    this.#pendingSize += claims.length + (stored.report?.text.length ?? 0);
    if (this.#pending.size >= BATCH_REPORTS || this.#pendingSize >= BATCH_CHARACTERS) this.#flush();
  }

  remove(id: string): boolean {
    this.#write();
    if (this.entry(id) === undefined) return false;
    this.#pending.set(id, undefined);
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
    this.#judgements.keep([...this.#judgements.all, judgement]);
  }

  removeJudgements(match: (judgement: UserJudgement) => boolean): number {
    const { all } = this.#judgements;
    const left = all.filter((j) => !match(j));
    if (left.length < all.length) this.#judgements.keep(left);
    return all.length - left.length;
  }

  revision(): string {
    const judgements = this.#judgements.text();
    if (this.#legacy) return shortHash([version, contentOf(this.#path("manifest.json")) ?? "", judgements]);
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
    const writer = yield* this.#writing();
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
      if (LEFT_OVER.test(file) && !file.startsWith("lock.")) rmSync(this.#path(file), { force: true });
  }

  close(): void {
    this.#index?.close();
    this.#index = undefined;
    this.#writer = undefined;
  }

  /**
   * The index to read from. One that went missing or has the tables of another version is made anew, and a folder of format 1
   * taken over; one of format 1 that cannot be written to is read as it is. @throws StoreError INDEX_FORMAT
   */
  index(): GraphIndexDb | undefined {
    return this.#index ?? atOnce(this.#opening());
  }

  async prepare(toWrite = false): Promise<void> {
    const index = await inTurns(this.#opening());
    // What is not there yet is made by the first report.
    if (toWrite && index) await inTurns(this.#writing());
  }

  *#opening(): Steps<GraphIndexDb | undefined> {
    if (this.#index) return this.#index;
    if (this.#legacy) {
      if (!isWritableNow(this.folder)) return undefined;
      this.#onUpgrade(this.#legacy.entries.size);
      yield* this.#upgrade();
    } else if (existsSync(this.#path("index.db"))) {
      const { index, isOtherFormat } = this.#open();
      this.#index = index;
      if (isOtherFormat()) yield* this.#remake(index);
    } else if (!this.#kept.isEmpty()) yield* this.#upgrade();
    return this.#index;
  }

  /** Whether the folder must be brought into the form of this version before it is read. */
  needsWriter(): boolean {
    if (this.#legacy) return true;
    if (!existsSync(this.#path("index.db"))) return !this.#kept.isEmpty();
    const { index, isOtherFormat } = this.#open();
    if (isOtherFormat()) {
      index.close();
      return true;
    }
    this.#index = index;
    return false;
  }

  /** Puts an index of this version in the place of another's. */
  *#remake(other: GraphIndexDb): Steps {
    const reports = other.db.get<{ n: number }>("SELECT count(*) AS n FROM report")?.n ?? 0;
    other.close();
    this.#index = undefined;
    if (!isWritable(this.folder))
      throw new StoreError(
        "INDEX_FORMAT",
        `the index in ${this.folder} was made by another version of reportgraph, and cannot be made anew where nothing can be written: copy the folder to where it can, or run \`reportgraph status --store ${this.folder}\` once as somebody who may write there`,
        { where: this.folder },
      );
    this.#onUpgrade(reports);
    yield* this.#upgrade();
  }

  /** What a first write does, when a reader finds that it must be done. @throws StoreError WORKSPACE_LOCKED */
  *#upgrade(): Steps {
    // A command that changes reports has the lock before it asks what there is.
    const unlock = isLockedHere(this.folder) ? undefined : lockWorkspace(this.folder);
    try {
      yield* this.#writing();
    } finally {
      unlock?.();
    }
    // Others may write from here on: a write of ours looks again.
    if (unlock) this.#writer = undefined;
  }

  #open(toWrite = false): OpenedIndex {
    const path = this.#path("index.db");
    const frozen = !toWrite && !isWritable(this.folder);
    const log = `${path}-wal`;
    if (frozen && existsSync(log) && statSync(log).size > 0)
      throw new StoreError(
        "INDEX_UNFINISHED",
        `${this.folder} cannot be written to, and what was written last is not in its index yet: open it once where it can be written, or copy it there`,
        { where: log },
      );
    return openIndex(path, (row) => sureOf(this.#kept.claims(row.claims).claims, this.#least()), frozen);
  }

  #write(): Writer {
    return this.#writer ?? atOnce(this.#writing());
  }

  /** Before the first write: the index is there and of this code, and what a killed process left is cut off. */
  *#writing(): Steps<Writer> {
    if (this.#writer) return this.#writer;
    if (!this.#makeWriter) throw new Error(`${this.folder} was opened to be read`);
    mkdirSync(this.folder, { recursive: true });
    const legacy = this.#legacy;
    this.#legacy = undefined;
    this.#index?.close();
    const opened = this.#open(true);
    let { index, isFresh } = opened;
    if (opened.isOutdated()) {
      // What a killed process appended and no index ever named must not count when the index is made from the segments.
      const named = isFresh ? undefined : index.meta("tails");
      if (named !== undefined) this.#kept.cut(JSON.parse(named) as Tails);
      index.close();
      for (const suffix of ["", "-wal", "-shm"]) rmSync(this.#path(`index.db${suffix}`), { force: true });
      ({ index, isFresh } = this.#open(true));
    }
    this.#index = index;
    const writer = this.#makeWriter(index, this.#kept, this, this.#changes);
    this.#writer = writer;
    yield* writer.start(isFresh);
    if (legacy) yield* this.#migrate(index, legacy);
    return writer;
  }

  /** Takes a folder of format 1 over, batch by batch; what an earlier try took over already is left. */
  *#migrate(index: GraphIndexDb, legacy: LegacyReports): Steps {
    for (const { id } of index.db.all<{ id: string }>("SELECT id FROM report"))
      if (!legacy.entries.has(id)) this.#pending.set(id, undefined);
    for (const [id, entry] of legacy.entries) {
      if (index.report(id)?.entry === JSON.stringify(entry)) continue;
      const stored = legacy.read(id);
      if (stored) this.put(stored);
      if (this.#pending.size === 0) yield;
    }
    yield* this.#committing();
    legacy.discard();
  }

  /** Writes what was put and removed. */
  #flush(): void {
    if (!this.#writer) return;
    const isLarge = this.#pending.size >= LARGE_BATCH;
    this.#writer.write(this.#pending);
    this.#pending.clear();
    this.#pendingSize = 0;
    if (isLarge) collectGarbage();
  }
}
