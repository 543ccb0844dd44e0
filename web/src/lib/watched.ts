/** The watch list as the server keeps it; asked for once, and again when the graph is another. @module */
import { computed, signal } from "@preact/signals";
import type { WatchNews } from "../../../src/server/views/api.ts";
import { get, problemOf, url } from "./api.ts";
import { status } from "./legend.ts";

export const watched = signal<readonly WatchNews[] | undefined>(undefined);
/** Sentences that are new since the last look. */
export const newCount = computed(() => (watched.value ?? []).reduce((sum, { added }) => sum + added, 0));

export async function refreshWatched(): Promise<void> {
  watched.value = await get<WatchNews[]>("/watch");
}

async function send(method: string, address: string, body?: object): Promise<void> {
  const response = await fetch(address, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await problemOf(response);
  watched.value = (await response.json()) as WatchNews[];
}

type Item = Pick<WatchNews, "item" | "kind">;

export const watchItem = ({ item, kind }: Item): Promise<void> => send("PUT", url("/watch"), { item, kind });
export const unwatchItem = ({ item, kind }: Item): Promise<void> =>
  send("DELETE", url("/watch", { item, kind }));
/** Of the named items, or of all. */
export const markSeen = (items?: readonly Item[]): Promise<void> =>
  send("POST", url("/watch/seen"), items ? { items: items.map(({ item, kind }) => ({ item, kind })) } : {});

// After the graph changed the server's own count holds until the list is asked for again.
let revision = status.value?.revision;
status.subscribe((now) => {
  if (now?.revision !== revision) watched.value = undefined;
  revision = now?.revision;
});
