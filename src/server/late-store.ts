/**
 * The embedded database of a folder, opened and brought up to the workspace when a query asks, not before: pages are answered from
 * the index, and opening it loads all of the graph.
 * @module
 */
import type { GraphTaker, Store } from "../store/contract.ts";

export interface LateStoreOptions {
  /** As the opened store is called. */
  name: string;
  open: () => Promise<Store>;
  /** Changes with the workspace; cheap. */
  revision: () => Promise<string>;
  /** Makes the store hold what the workspace says; false where it could not be done now, and is tried again with the next query. */
  bringUp: (store: Store) => Promise<boolean>;
}

export function lateStore({ name, open, revision, bringUp }: LateStoreOptions): Store {
  let opened: Promise<Store> | undefined;
  let known: string | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const current = async (): Promise<Store> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    const store = await opened;
    const wanted = await revision();
    if (wanted !== known && (await bringUp(store))) known = wanted;
    return store;
  };
  /** One after another: who comes second finds it brought up. */
  const ready = (): Promise<Store> => {
    const made = turn.then(current);
    turn = made.catch(() => undefined);
    return made;
  };
  return {
    name,
    capabilities: { cypher: true, persistent: true, shared: false },
    sync: async (graph, onProgress, told) => (await ready()).sync(graph, onProgress, told),
    apply: async (delta, onProgress, told) => (await ready()).apply(delta, onProgress, told),
    revision: async () => (await ready()).revision(),
    graph: async () => (await ready()).graph(),
    read: async (taker: GraphTaker) => (await ready()).read(taker),
    query: async (cypher, options) => (await ready()).query(cypher, options),
    close: async () => {
      await turn;
      await (await opened)?.close();
    },
  };
}
