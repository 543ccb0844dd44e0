/**
 * Keeps what pages are answered from in step: with the workspace's index where that holds the graph, else with the store, whose
 * graph is then held in memory. Read at the first request, read again when the revision (or, of a store that tells none, the
 * workspace's) changes, one reading at a time however many ask.
 * @module
 */
import { setTimeout as delay } from "node:timers/promises";
import { StoreError } from "../errors.ts";
import { changedSince } from "../index-db/outbox.ts";
import { inSlices } from "../steps.ts";
import type { Store } from "../store/contract.ts";
import type { IndexReader } from "../workspace/index-reader.ts";
import { Recent } from "./answers/memo.ts";
import { GraphIndex } from "./graph-index.ts";
import { keepColumns, readKept } from "./network/kept-columns.ts";
import type { Network } from "./network/network.ts";
import { laterNetwork, networkOfIndex } from "./network/of-index.ts";
import { hundredths } from "./sure.ts";
import type { WorkspaceApi } from "./workspace-api.ts";

/** Milliseconds during which the revision is not asked for again. */
const FRESH_MS = 500;
/** Milliseconds for which a state is waited for that others made, where there is one before it. */
const PATIENCE_MS = 5_000;
/** Milliseconds for which a state stays readable after there is a newer one. */
const GRACE_MS = 60_000;
/** Graphs without what is less sure that are kept beside the whole one. */
const SURER = 2;
/** Nodes and edges from which columns are kept on disk: fewer are read in a second. */
const KEEP_FROM = 20_000;

export class GraphHolder {
  readonly #store: Store;
  readonly #workspace: WorkspaceApi;
  readonly #now: () => number;
  /** How sure relations must be where a question does not say, 0 to 1. */
  readonly least: number;
  #surer: Recent<GraphIndex> = new Recent(SURER);
  #index: GraphIndex | undefined;
  /** What the graph is read from. */
  #reader: IndexReader | undefined;
  #revision = "";
  /** The store tells revisions. */
  #isTold = false;
  #checked = Number.NEGATIVE_INFINITY;
  #loading: Promise<GraphIndex> | undefined;
  /** What is to be read we changed ourselves. */
  #isOurs = false;
  /** The change whose columns lie on disk, and their writing. */
  #kept: number | undefined;
  #keeping: Promise<void> | undefined;
  readonly #keepFrom: number;

  /** @param keepFrom nodes and edges from which columns are kept on disk */
  constructor(
    store: Store,
    workspace: WorkspaceApi,
    now: () => number,
    least = 0,
    keepFrom: number = KEEP_FROM,
  ) {
    this.#store = store;
    this.#workspace = workspace;
    this.#now = now;
    this.least = least;
    this.#keepFrom = keepFrom;
  }

  /** Without the relations and figures that are less sure than `least`. */
  async current(least: number = this.least): Promise<GraphIndex> {
    const index = await this.whole();
    const at = hundredths(least);
    return at === 0 ? index : this.#surer.get(`${at}`, () => index.surer(least));
  }

  /** The newest state. What others changed so much that it takes long to read is waited for a moment: then the state before is shown. */
  async whole(): Promise<GraphIndex> {
    const shown = this.#isOurs ? undefined : this.#index;
    if (!this.#loading) {
      const age = this.#now() - this.#checked;
      // A clock that was set back makes nothing fresh.
      if (this.#index && age >= 0 && age < FRESH_MS) return this.#index;
      this.#loading = this.#check().finally(() => {
        this.#loading = undefined;
      });
      // Whoever still waits is told; nobody may.
      this.#loading.catch(() => undefined);
    }
    return shown ? Promise.race([this.#loading, delay(PATIENCE_MS, shown, { ref: false })]) : this.#loading;
  }

  /** Forgets that the revision was checked; to be called after a change of ours, which everybody then waits for. */
  stale(): void {
    this.#checked = Number.NEGATIVE_INFINITY;
    this.#isOurs = true;
  }

  async #check(): Promise<GraphIndex> {
    const index = await this.#newest();
    this.#isOurs = false;
    return index;
  }

  async #newest(): Promise<GraphIndex> {
    const indexed = await this.#workspace.indexed();
    if (indexed !== undefined) {
      if (!this.#index || indexed !== this.#revision) await this.#readIndex();
      this.#isTold = true;
      if (this.#index) {
        this.#checked = this.#now();
        return this.#index;
      }
    }
    // Between the judgements and the index another process is at work; a database of our own is opened for queries alone.
    if (this.#reader && this.#index && !this.#store.capabilities.shared) {
      this.#checked = this.#now();
      return this.#index;
    }
    const told = await this.#store.revision();
    // While another process brings the store up, it tells no revision: the graph before stays until the whole new one is there.
    const isChanging = this.#isTold && told === undefined;
    if (!this.#index || !isChanging) {
      const revision = told ?? (await this.#workspace.revision());
      if (!this.#index || revision !== this.#revision) await this.#read(revision);
      this.#isTold = told !== undefined;
    }
    this.#checked = this.#now();
    return this.#index as GraphIndex;
  }

  /** Meanwhile others are answered; what they were given before stays readable for as long as an answer takes. */
  async #readIndex(): Promise<void> {
    const reader = await this.#workspace.readIndex();
    if (!reader) return;
    try {
      const network = await this.#networkOf(reader);
      this.#take(new GraphIndex(network, reader.revision), reader.revision, reader);
      this.#keep(network, reader);
    } catch (error) {
      reader.close();
      throw error;
    }
  }

  /** Reads what changed since, where the index knows it; else what lies beside it; else all of it. */
  async #networkOf(reader: IndexReader): Promise<Network> {
    const before = this.#index?.network;
    const since = this.#reader?.file === reader.file ? this.#reader.change : undefined;
    const isWorn = before?.columns.words.texts.isWorn;
    const changed = since === undefined || isWorn ? undefined : changedSince(reader.db, since);
    if (before && changed) return inSlices(laterNetwork(before, reader.db, changed));
    const kept = await readKept(reader);
    this.#kept = kept?.change;
    return kept?.network ?? inSlices(networkOfIndex(reader.db));
  }

  /** Beside everything else; at most one at a time. */
  #keep(network: Network, reader: IndexReader): void {
    if (this.#keeping || network.order + network.size < this.#keepFrom) return;
    this.#keeping = keepColumns(network, reader, this.#kept)
      .then((change) => {
        this.#kept = change;
      })
      .finally(() => {
        this.#keeping = undefined;
      });
  }

  /** When the columns that are being written lie on disk. */
  async kept(): Promise<void> {
    await this.#keeping;
  }

  /** @param reader What it is read from, where it is not in memory. */
  #take(index: GraphIndex, revision: string, reader?: IndexReader): void {
    const before = this.#reader;
    if (before) setTimeout(() => this.#end(before), GRACE_MS).unref();
    this.#reader = reader;
    this.#index = index;
    this.#surer = new Recent(SURER);
    this.#revision = revision;
  }

  /** While somebody reads an earlier state, the log of the index cannot begin anew; afterwards it may. */
  #end(before: IndexReader): void {
    const reader = this.#reader;
    let isSame = false;
    try {
      before.close();
      isSame = reader === undefined || reader.renew();
    } catch {
      // No timer may end the server; what cannot be read is told to whoever asks.
    }
    // Changed by others in that moment: what is known does not go with what would be read.
    if (!isSame) {
      this.#index = undefined;
      this.#checked = Number.NEGATIVE_INFINITY;
    }
  }

  async #read(revision: string): Promise<void> {
    try {
      this.#take(new GraphIndex(await this.#store.graph()), revision);
    } catch (error) {
      const isBusy = error instanceof StoreError && error.code === "STORE_LOCKED";
      if (!this.#index || !isBusy) throw error;
    }
  }
}
