/**
 * The index of a workspace on disk: opened to be read, or made ready to be written to. What another version left (its tables,
 * a folder of format 1) is brought into the form of this one on the way.
 * @module
 */
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../errors.ts";
import { makeFolder } from "../files.ts";
import { type GraphIndexDb, type OpenedIndex, openIndex } from "../index-db/index.ts";
import { atOnce, inTurns, type Steps } from "../steps.ts";
import type { KeptReports, Tails } from "./kept-reports.ts";
import type { LegacyReports } from "./legacy.ts";
import { isLockedHere, lockWorkspace } from "./lock.ts";
import { sureOf } from "./sure.ts";
import { isWritable, isWritableNow } from "./writable.ts";
import type { Writer } from "./writer.ts";

/** What the index asks of the workspace that it belongs to. */
export interface IndexOwner {
  readonly folder: string;
  readonly kept: KeptReports;
  /** Confidence from which claims count. */
  least: () => number;
  /** Told before an upgrade, with the number of reports it goes through. */
  onUpgrade: (reports: number) => void;
  /** Absent: the workspace was opened to be read. */
  makeWriter: ((index: GraphIndexDb) => Writer) | undefined;
  /** Takes over what a folder of format 1 holds. */
  adopt: (index: GraphIndexDb, legacy: LegacyReports) => Steps;
}

export class DiskIndex {
  readonly #owner: IndexOwner;
  readonly #path: string;
  #index: GraphIndexDb | undefined;
  /** Present from the first write on. */
  #writer: Writer | undefined;
  #legacy: LegacyReports | undefined;

  /** @param legacy the reports of a folder of format 1 */
  constructor(owner: IndexOwner, legacy: LegacyReports | undefined) {
    this.#owner = owner;
    this.#path = join(owner.folder, "index.db");
    this.#legacy = legacy;
  }

  get writer(): Writer | undefined {
    return this.#writer;
  }

  /** As long as the folder is of format 1. */
  get legacy(): LegacyReports | undefined {
    return this.#legacy;
  }

  /**
   * The index to read from. One that went missing or has the tables of another version is made anew, and a folder of format 1
   * taken over; one of format 1 that cannot be written to is read as it is. @throws StoreError INDEX_FORMAT
   */
  toRead(): GraphIndexDb | undefined {
    return this.#index ?? atOnce(this.#opening());
  }

  async prepare(toWrite: boolean): Promise<void> {
    const index = await inTurns(this.#opening());
    // What is not there yet is made by the first report.
    if (toWrite && index) await inTurns(this.toWrite());
  }

  /** Whether the folder must be brought into the form of this version before it is read. */
  needsWriter(): boolean {
    if (this.#legacy) return true;
    if (!existsSync(this.#path)) return !this.#owner.kept.isEmpty();
    const { index, isOtherFormat } = this.#open();
    if (isOtherFormat()) {
      index.close();
      return true;
    }
    this.#index = index;
    return false;
  }

  close(): void {
    this.#index?.close();
    this.#index = undefined;
    this.#writer = undefined;
  }

  /** Before the first write: the index is there and of this code, and what a killed process left is cut off. */
  *toWrite(): Steps<Writer> {
    if (this.#writer) return this.#writer;
    const { folder, kept, makeWriter, adopt } = this.#owner;
    if (!makeWriter) throw new Error(`${folder} was opened to be read`);
    makeFolder(folder);
    const legacy = this.#legacy;
    this.#legacy = undefined;
    this.#index?.close();
    const opened = this.#open(true);
    let { index, isFresh } = opened;
    if (opened.isOutdated()) {
      // What a killed process appended and no index ever named must not count when the index is made from the segments.
      const named = isFresh ? undefined : index.meta("tails");
      if (named !== undefined) kept.cut(JSON.parse(named) as Tails);
      index.close();
      for (const suffix of ["", "-wal", "-shm"]) rmSync(`${this.#path}${suffix}`, { force: true });
      ({ index, isFresh } = this.#open(true));
    }
    this.#index = index;
    const writer = makeWriter(index);
    this.#writer = writer;
    yield* writer.start(isFresh);
    if (legacy) yield* adopt(index, legacy);
    return writer;
  }

  *#opening(): Steps<GraphIndexDb | undefined> {
    if (this.#index) return this.#index;
    const { folder, kept, onUpgrade } = this.#owner;
    if (this.#legacy) {
      if (!isWritableNow(folder)) return undefined;
      onUpgrade(this.#legacy.entries.size);
      yield* this.#upgrade();
    } else if (existsSync(this.#path)) {
      const { index, isOtherFormat } = this.#open();
      this.#index = index;
      if (isOtherFormat()) yield* this.#remake(index);
    } else if (!kept.isEmpty()) yield* this.#upgrade();
    return this.#index;
  }

  /** Puts an index of this version in the place of another's. */
  *#remake(other: GraphIndexDb): Steps {
    const { folder, onUpgrade } = this.#owner;
    const reports = other.db.get<{ n: number }>("SELECT count(*) AS n FROM report")?.n ?? 0;
    other.close();
    this.#index = undefined;
    if (!isWritable(folder))
      throw new StoreError(
        "INDEX_FORMAT",
        `the index in ${folder} was made by another version of reportgraph, and cannot be made anew where nothing can be written: copy the folder to where it can, or run \`reportgraph status --store ${folder}\` once as somebody who may write there`,
        { where: folder },
      );
    onUpgrade(reports);
    yield* this.#upgrade();
  }

  /** What a first write does, when a reader finds that it must be done. @throws StoreError WORKSPACE_LOCKED */
  *#upgrade(): Steps {
    const { folder } = this.#owner;
    // A command that changes reports has the lock before it asks what there is.
    const unlock = isLockedHere(folder) ? undefined : lockWorkspace(folder);
    try {
      yield* this.toWrite();
    } finally {
      unlock?.();
    }
    // Others may write from here on: a write of ours looks again.
    if (unlock) this.#writer = undefined;
  }

  #open(toWrite = false): OpenedIndex {
    const { folder, kept, least } = this.#owner;
    const frozen = !toWrite && !isWritable(folder);
    const log = `${this.#path}-wal`;
    if (frozen && existsSync(log) && statSync(log).size > 0)
      throw new StoreError(
        "INDEX_UNFINISHED",
        `${folder} cannot be written to, and what was written last is not in its index yet: open it once where it can be written, or copy it there`,
        { where: log },
      );
    return openIndex(this.#path, (row) => sureOf(kept.claims(row.claims).claims, least()), frozen);
  }
}
