/**
 * Keeps the graph in memory in step with the store: read at the first request, read again when the store's revision (or, of a
 * store that tells none, the workspace's) changes, one reading at a time however many ask.
 * @module
 */
import { StoreError } from "../errors.ts";
import type { Store } from "../store/contract.ts";
import { Recent } from "./answers/memo.ts";
import { GraphIndex } from "./graph-index.ts";
import { hundredths } from "./sure.ts";
import type { WorkspaceApi } from "./workspace-api.ts";

/** Milliseconds during which the revision is not asked for again. */
const FRESH_MS = 500;
/** Graphs without what is less sure that are kept beside the whole one. */
const SURER = 2;

export class GraphHolder {
  readonly #store: Store;
  readonly #workspace: WorkspaceApi;
  readonly #now: () => number;
  /** How sure relations must be where a question does not say, 0 to 1. */
  readonly least: number;
  #surer: Recent<GraphIndex> = new Recent(SURER);
  #index: GraphIndex | undefined;
  #revision = "";
  /** The store tells revisions. */
  #isTold = false;
  #checked = Number.NEGATIVE_INFINITY;
  #loading: Promise<GraphIndex> | undefined;

  constructor(store: Store, workspace: WorkspaceApi, now: () => number, least = 0) {
    this.#store = store;
    this.#workspace = workspace;
    this.#now = now;
    this.least = least;
  }

  /** Without the relations and figures that are less sure than `least`. */
  async current(least: number = this.least): Promise<GraphIndex> {
    const index = await this.whole();
    const at = hundredths(least);
    return at === 0 ? index : this.#surer.get(`${at}`, () => index.surer(least));
  }

  async whole(): Promise<GraphIndex> {
    if (this.#loading) return this.#loading;
    const age = this.#now() - this.#checked;
    // A clock that was set back makes nothing fresh.
    if (this.#index && age >= 0 && age < FRESH_MS) return this.#index;
    this.#loading = this.#check();
    try {
      return await this.#loading;
    } finally {
      this.#loading = undefined;
    }
  }

  /** Forgets that the revision was checked; to be called after a change of ours. */
  stale(): void {
    this.#checked = Number.NEGATIVE_INFINITY;
  }

  async #check(): Promise<GraphIndex> {
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

  async #read(revision: string): Promise<void> {
    try {
      this.#index = new GraphIndex(await this.#store.graph());
      this.#surer = new Recent(SURER);
      this.#revision = revision;
    } catch (error) {
      const isBusy = error instanceof StoreError && error.code === "STORE_LOCKED";
      if (!this.#index || !isBusy) throw error;
    }
  }
}
