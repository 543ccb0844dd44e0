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
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { InputError, StoreError } from "../errors.ts";
import { writeAtomic } from "../files.ts";
import {
  type Applied,
  type GraphIndexDb,
  type Incoming,
  type OpenedIndex,
  openIndex,
  type ReportRow,
} from "../index-db/index.ts";
import { deltaFor, follow } from "../index-db/outbox.ts";
import type { Claim } from "../model/claim.ts";
import type { GraphDelta } from "../model/graph.ts";
import { shortHash } from "../model/hash.ts";
import type { Report } from "../model/report.ts";
import type { UserJudgement } from "../resolve/index.ts";
import { version } from "../version.ts";
import {
  byPath,
  noChanges,
  parseJson,
  parseLines,
  type ReportEntry,
  type StoredReport,
  type UnreadEntry,
  type Workspace,
} from "./contract.ts";
import { LegacyReports } from "./legacy.ts";
import { isLockedHere, lockWorkspace } from "./lock.ts";
import { type Place, Segments, type Tail } from "./segments.ts";
import { DEFAULT_MIN_CONFIDENCE, isSure } from "./sure.ts";

const FORMAT = 2;
const LEFT_OVER = /\.tmp$/;
/** A transaction takes so many reports, or so much of what they say. */
const BATCH_REPORTS = 1_000;
const BATCH_CHARACTERS = 24_000_000;
/** Segments are written anew when more than half of them, and more than this, is of reports that are gone. */
const COMPACT_FROM = 32 * 1024 * 1024;

interface Manifest {
  format: number;
  /** Names what was committed last. */
  revision?: string;
  /** Absent when everything was read. */
  unread?: UnreadEntry[];
  /** Absent where it is the default. */
  minConfidence?: number;
  /** Format 1. */
  reports?: ReportEntry[];
}

interface Pending {
  stored: StoredReport;
  claims: string;
}

const contentOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, "utf8") : undefined;
const jsonLines = (items: readonly unknown[]): string => items.map((i) => `${JSON.stringify(i)}\n`).join("");
const claimsText = ({ entry, dropped, claims }: StoredReport): string =>
  jsonLines([{ id: entry.id, key: entry.key, entry }, { dropped }, ...claims]);
const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
/** Both: claims that were loaded may give another report's key for their own. */
const textKey = (id: string, key: string): string => JSON.stringify([id, key]);
const lengthIn = (place: string | null | undefined): number => Number((place ?? "").split(":")[2] ?? 0);

export interface DiskOptions {
  /** Told before a folder of an earlier version is brought into the form of this one, with the number of its reports. */
  onUpgrade?: (reports: number) => void;
  /** Bytes of gone reports from which segments are written anew. */
  compactFrom?: number;
}

class DiskWorkspace implements Workspace {
  readonly folder: string;
  readonly #compactFrom: number;
  readonly #onUpgrade: (reports: number) => void;
  readonly #claims: Segments;
  readonly #reports: Segments;
  readonly #pending = new Map<string, Pending | undefined>();
  #pendingSize = 0;
  readonly #changes = noChanges();
  #index: GraphIndexDb | undefined;
  #isWriter = false;
  #legacy: LegacyReports | undefined;
  #manifest: Manifest;
  #unread: UnreadEntry[];
  #minConfidence: number | undefined;
  #judgements: UserJudgement[];

  constructor(folder: string, { compactFrom = COMPACT_FROM, onUpgrade = () => undefined }: DiskOptions) {
    this.folder = folder;
    this.#onUpgrade = onUpgrade;
    this.#compactFrom = compactFrom;
    this.#claims = new Segments(join(folder, "claims"));
    this.#reports = new Segments(join(folder, "reports"));
    const path = this.#path("manifest.json");
    const text = contentOf(path);
    this.#manifest = text === undefined ? { format: FORMAT } : parseJson<Manifest>(path, text);
    const { format, reports = [], unread = [] } = this.#manifest;
    if (format !== FORMAT && format !== 1)
      throw new InputError(
        "WORKSPACE_FORMAT",
        `${path} was written by another version (format ${format}, this one writes ${FORMAT}). Move the folder away and build again from your files; uploaded reports and judgements on names are only in it.`,
        { where: path },
      );
    if (format === 1) this.#legacy = new LegacyReports(folder, reports);
    this.#unread = unread;
    this.#minConfidence = this.#manifest.minConfidence;
    const judgements = this.#path("judgements.jsonl");
    this.#judgements = existsSync(judgements) ? parseLines<UserJudgement>(judgements) : [];
  }

  #path(name: string): string {
    return join(this.folder, name);
  }

  entries(limit = -1): ReportEntry[] {
    if (this.#legacy) return [...this.#legacy.entries.values()].slice(0, limit < 0 ? undefined : limit);
    if (this.#isWriter) this.#flush();
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
    if (this.#isWriter) this.#flush();
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
    const [, dropped, ...claims] = this.#lines(row.claims);
    return {
      entry: JSON.parse(row.entry) as ReportEntry,
      ...(row.text === null ? {} : { report: this.#reportAt(row.text) }),
      ...(dropped as Pick<StoredReport, "dropped">),
      claims: claims as Claim[],
    };
  }

  claimsOf(id: string): Claim[] {
    const row = this.#legacy || this.#pending.has(id) ? undefined : this.index()?.report(id);
    return row ? this.#claimsAt(row) : (this.read(id)?.claims ?? []);
  }

  /** A line that says whose it is, then the report. */
  #reportAt(place: Place): Report {
    const text = this.#reports.read(place);
    return JSON.parse(text.slice(text.indexOf("\n") + 1)) as Report;
  }

  #lines(place: Place): unknown[] {
    return this.#claims
      .read(place)
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  }

  /** All claims, sure or not. */
  #claimsAt(row: ReportRow): Claim[] {
    return this.#lines(row.claims).slice(2) as Claim[];
  }

  /** Those that the graph is made of. */
  #sureOf(claims: readonly Claim[]): Claim[] {
    return claims.filter((claim) => isSure(claim, this.#least()));
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
    return this.#judgements;
  }

  addJudgement(judgement: UserJudgement): void {
    this.#keepJudgements([...this.#judgements, judgement]);
  }

  removeJudgements(match: (judgement: UserJudgement) => boolean): number {
    const left = this.#judgements.filter((j) => !match(j));
    const gone = this.#judgements.length - left.length;
    if (gone > 0) this.#keepJudgements(left);
    return gone;
  }

  #keepJudgements(list: UserJudgement[]): void {
    this.#judgements = list;
    writeAtomic(this.#path("judgements.jsonl"), jsonLines(list));
  }

  revision(): string {
    const judgements = contentOf(this.#path("judgements.jsonl")) ?? "";
    if (this.#legacy) return shortHash([version, contentOf(this.#path("manifest.json")) ?? "", judgements]);
    return shortHash([version, this.index()?.meta("state") ?? "", judgements]);
  }

  lastRevisionIn(store: string): string | undefined {
    return this.#revisions()[store];
  }

  noteRevisionIn(store: string, revision: string): void {
    const before = this.#revisions();
    if (before[store] !== revision)
      writeAtomic(
        this.#path("stores.json"),
        `${JSON.stringify({ ...before, [store]: revision }, null, 1)}\n`,
      );
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
      JSON.stringify(index.judgements()) === JSON.stringify(this.#judgements);
    return isCurrent ? index : undefined;
  }

  #revisions(): Record<string, string> {
    const path = this.#path("stores.json");
    return parseJson(path, contentOf(path) ?? "{}");
  }

  commit(): void {
    this.#write();
    this.#flush();
    this.#reweigh();
    this.#compact();
    const revision = this.index()?.meta("state") ?? "";
    const manifest: Manifest = {
      format: FORMAT,
      revision,
      ...(this.#unread.length === 0 ? {} : { unread: this.#unread }),
      ...(this.#minConfidence === undefined ? {} : { minConfidence: this.#minConfidence }),
    };
    const path = this.#path("manifest.json");
    const text = `${JSON.stringify(manifest, null, 1)}\n`;
    if (contentOf(path) !== text) writeAtomic(path, text);
    this.#manifest = manifest;
    // Who commits is the only writer: a temporary file is one that a killed process left.
    for (const file of readdirSync(this.folder))
      if (LEFT_OVER.test(file) && !file.startsWith("lock.")) rmSync(this.#path(file), { force: true });
  }

  close(): void {
    this.#index?.close();
    this.#index = undefined;
    this.#isWriter = false;
  }

  /**
   * The index to read from. One that went missing or has the tables of another version is made anew, and a folder of format 1
   * taken over; one of format 1 that cannot be written to is read as it is. @throws StoreError INDEX_FORMAT
   */
  index(): GraphIndexDb | undefined {
    if (this.#index) return this.#index;
    if (this.#legacy) {
      if (!this.#isWritableNow()) return undefined;
      this.#onUpgrade(this.#legacy.entries.size);
      this.#upgrade();
    } else if (existsSync(this.#path("index.db"))) {
      const { index, isOtherFormat } = this.#open();
      this.#index = index;
      if (isOtherFormat()) this.#remake(index);
    } else if (this.#claims.list().length > 0) this.#upgrade();
    return this.#index;
  }

  /** Puts an index of this version in the place of another's. */
  #remake(other: GraphIndexDb): void {
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
    this.#upgrade();
  }

  /** What a first write does, when a reader finds that it must be done. @throws StoreError WORKSPACE_LOCKED */
  #upgrade(): void {
    // A command that changes reports has the lock before it asks what there is.
    const unlock = isLockedHere(this.folder) ? undefined : lockWorkspace(this.folder);
    try {
      this.#write();
    } finally {
      unlock?.();
    }
    // Others may write from here on: a write of ours looks again.
    if (unlock) this.#isWriter = false;
  }

  /** Nobody forbids it, and nobody is writing at this moment. */
  #isWritableNow(): boolean {
    if (!isWritable(this.folder)) return false;
    if (isLockedHere(this.folder)) return true;
    try {
      lockWorkspace(this.folder)();
      return true;
    } catch (error) {
      if (error instanceof StoreError) return false;
      throw error;
    }
  }

  #open(): OpenedIndex {
    const path = this.#path("index.db");
    const frozen = !this.#isWriter && !isWritable(this.folder);
    const log = `${path}-wal`;
    if (frozen && existsSync(log) && statSync(log).size > 0)
      throw new StoreError(
        "INDEX_UNFINISHED",
        `${this.folder} cannot be written to, and what was written last is not in its index yet: open it once where it can be written, or copy it there`,
        { where: log },
      );
    return openIndex(path, (row) => this.#sureOf(this.#claimsAt(row)), frozen);
  }

  /** Before the first write: the index is there and of this code, and what a killed process left is cut off. */
  #write(): void {
    if (this.#isWriter) return;
    mkdirSync(this.folder, { recursive: true });
    this.#isWriter = true;
    const legacy = this.#legacy;
    this.#legacy = undefined;
    this.#index?.close();
    const opened = this.#open();
    let { index, isFresh } = opened;
    if (opened.isOutdated()) {
      index.close();
      for (const suffix of ["", "-wal", "-shm"]) rmSync(this.#path(`index.db${suffix}`), { force: true });
      ({ index, isFresh } = this.#open());
    }
    this.#index = index;
    if (isFresh || index.meta("filling") !== undefined) this.#refill(index);
    const tails = JSON.parse(index.meta("tails") ?? "null") as {
      claims: Tail;
      reports: Tail;
      first: [number, number];
    } | null;
    if (tails) {
      this.#claims.cut(tails.claims, tails.first[0]);
      this.#reports.cut(tails.reports, tails.first[1]);
    }
    if (legacy) this.#migrate(legacy);
  }

  /** Fills the index from the segments: the last that they say of a report counts. */
  #refill(index: GraphIndexDb): void {
    const last = new Map<string, { claims: Place; key: string } | undefined>();
    for (const { place, text } of this.#claims.members()) {
      const head = JSON.parse(text.slice(0, text.indexOf("\n"))) as {
        id: string;
        key: string;
        removed?: boolean;
      };
      last.set(head.id, head.removed ? undefined : { claims: place, key: head.key });
    }
    if (last.size === 0) return;
    index.setMeta("filling", "1");
    const texts = new Map<string, Place>();
    for (const { place, text } of this.#reports.members()) {
      const head = JSON.parse(text.slice(0, text.indexOf("\n"))) as { id: string; key: string };
      texts.set(textKey(head.id, head.key), place);
    }
    let put: Incoming[] = [];
    const flush = (): void => {
      this.#change(index, put, []);
      put = [];
    };
    for (const [id, found] of last) {
      if (!found) continue;
      const known = index.report(id);
      if (known?.claims === found.claims) continue;
      const [head, , ...claims] = this.#lines(found.claims);
      const { entry } = head as { entry: ReportEntry };
      put.push(
        incoming(entry, this.#sureOf(claims as Claim[]), found.claims, texts.get(textKey(id, found.key))),
      );
      if (put.length >= BATCH_REPORTS) flush();
    }
    flush();
    index.db.run("DELETE FROM meta WHERE name = 'filling'");
  }

  /** Takes a folder of format 1 over, batch by batch; what an earlier try took over already is left. */
  #migrate(legacy: LegacyReports): void {
    const index = this.#index as GraphIndexDb;
    for (const { id } of index.db.all<{ id: string }>("SELECT id FROM report"))
      if (!legacy.entries.has(id)) this.#pending.set(id, undefined);
    for (const [id, entry] of legacy.entries) {
      if (index.report(id)?.entry === JSON.stringify(entry)) continue;
      const stored = legacy.read(id);
      if (stored) this.put(stored);
    }
    this.commit();
    legacy.discard();
  }

  /** Writes what was put and removed: first into the segments, then, in one transaction, into the index. */
  #flush(): void {
    const index = this.#index;
    if (!index) return;
    const sameJudgements = JSON.stringify(index.judgements()) === JSON.stringify(this.#judgements);
    if (this.#pending.size === 0 && sameJudgements && index.meta("tails") !== undefined) return;
    const put: Incoming[] = [];
    const remove: string[] = [];
    for (const [id, pending] of this.#pending) {
      if (!pending) {
        if (index.report(id) === undefined) continue;
        this.#claims.append(jsonLines([{ id, removed: true }]));
        remove.push(id);
        continue;
      }
      const { stored, claims } = pending;
      const place = this.#claims.append(claims);
      const text = stored.report
        ? this.#reports.append(jsonLines([{ id, key: stored.entry.key }]) + JSON.stringify(stored.report))
        : undefined;
      put.push(incoming(stored.entry, this.#sureOf(stored.claims), place, text));
    }
    this.#claims.sync();
    this.#reports.sync();
    this.#change(index, put, remove);
    this.#pending.clear();
    this.#pendingSize = 0;
  }

  #change(index: GraphIndexDb, put: readonly Incoming[], remove: readonly string[], isNew = true): void {
    const dead = Number(index.meta("dead") ?? 0) + (isNew ? this.#deadIn(index, put, remove) : 0);
    const keys = put.map(({ entry }) => `${entry.id} ${(entry as ReportEntry).key}`);
    const judged = JSON.stringify(this.#judgements);
    const state = shortHash([
      index.meta("state") ?? "",
      ...keys,
      "",
      ...remove,
      judged,
      String(this.#least()),
    ]);
    const applied = index.change({ put, remove, judgements: this.#judgements }, () => {
      index.setMeta("state", state);
      if (index.meta("least") === undefined) index.setMeta("least", String(this.#least()));
      index.setMeta("dead", String(dead));
      this.#noteTails(index);
    });
    for (const kind of ["nodes", "edges"] as const)
      for (const what of ["created", "updated", "deleted"] as const)
        this.#changes[kind][what] += applied[kind][what];
  }

  #deadIn(index: GraphIndexDb, put: readonly Incoming[], remove: readonly string[]): number {
    return [...put.map(({ entry }) => entry.id), ...remove]
      .map((id) => index.report(id))
      .reduce((sum, row) => sum + lengthIn(row?.claims) + lengthIn(row?.text), 0);
  }

  #noteTails(index: GraphIndexDb): void {
    const first = [this.#claims.list()[0] ?? 1, this.#reports.list()[0] ?? 1];
    index.setMeta(
      "tails",
      JSON.stringify({ claims: this.#claims.tail(), reports: this.#reports.tail(), first }),
    );
  }

  /** After another `minConfidence` every report is made of other claims; killed midway, the next commit does it again. */
  #reweigh(): void {
    const index = this.#index as GraphIndexDb;
    if (Number(index.meta("least") ?? this.#least()) === this.#least()) return;
    const ids = index.db.all<{ id: string }>("SELECT id FROM report ORDER BY id").map(({ id }) => id);
    for (let from = 0; from < ids.length; from += BATCH_REPORTS) {
      const put = ids.slice(from, from + BATCH_REPORTS).map((id) => {
        const row = index.report(id) as ReportRow;
        const entry = JSON.parse(row.entry) as ReportEntry;
        return incoming(entry, this.#sureOf(this.#claimsAt(row)), row.claims, row.text ?? undefined);
      });
      this.#change(index, put, [], false);
    }
    index.setMeta("least", String(this.#least()));
  }

  /** Writes the segments anew without what is gone. */
  #compact(): void {
    const index = this.#index as GraphIndexDb;
    const dead = Number(index.meta("dead") ?? 0);
    if (dead < this.#compactFrom) return;
    const all = [this.#claims, this.#reports].reduce((sum, segments) => sum + segments.size(), 0);
    if (dead * 2 < all) return;
    const first = [this.#claims.startNew().segment, this.#reports.startNew().segment];
    const moved: [string, Place, Place | null][] = [];
    for (const { id, claims, text } of index.db.iterate<ReportRow>("SELECT * FROM report ORDER BY id"))
      moved.push([
        id,
        this.#claims.copy(this.#claims.bytes(claims)),
        text === null ? null : this.#reports.copy(this.#reports.bytes(text)),
      ]);
    this.#claims.sync();
    this.#reports.sync();
    index.db.transaction(() => {
      for (const [id, claims, text] of moved)
        index.db.run("UPDATE report SET claims = ?, text = ? WHERE id = ?", claims, text, id);
      index.setMeta("dead", "0");
      index.setMeta(
        "tails",
        JSON.stringify({ claims: this.#claims.tail(), reports: this.#reports.tail(), first }),
      );
    });
    this.#claims.cut(this.#claims.tail(), first[0]);
    this.#reports.cut(this.#reports.tail(), first[1]);
  }
}

const incoming = (
  entry: ReportEntry,
  claims: readonly Claim[],
  place: Place,
  text: Place | undefined,
): Incoming => ({
  entry,
  claims,
  kept: {
    entry: JSON.stringify(entry),
    claims: place,
    ...(text === undefined ? {} : { text }),
    ...(entry.path === undefined ? {} : { path: entry.path }),
  },
});

/** Opens or makes the workspace in a folder. @throws InputError WORKSPACE_DAMAGED, WORKSPACE_FORMAT */
export const openWorkspace = (folder: string, options: DiskOptions = {}): Workspace =>
  new DiskWorkspace(folder, options);
