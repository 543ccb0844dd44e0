/**
 * The watch list: things and searches that a user follows, kept in the workspace, with the reports that named each when it
 * was last looked at. What is new is what other reports say; nothing is sent anywhere.
 * @module
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../../errors.ts";
import { writeAtomic } from "../../files.ts";
import { shortHash } from "../../model/hash.ts";
import { compareTexts } from "../../model/order.ts";
import { allReports } from "../answers/dates.ts";
import { once, Recent } from "../answers/memo.ts";
import type { EvidenceItem, NodeRef } from "../api-types.ts";
import { evidenceOf, nodeRef } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { listedReports, typeOf } from "../graph-items.ts";
import { eachInSlices } from "../network/slices.ts";
import type { WatchNews } from "./api.ts";

export interface WatchItem {
  /** Id of the node, or the words of the search. */
  item: string;
  kind: "entity" | "search";
  /** What it was called when it was put on the list. */
  name: string;
  /** Reports that named the thing, or ids that the search found, at the last look; sorted. */
  seen: string[];
}

const itemSchema: z.ZodType<WatchItem> = z.strictObject({
  item: z.string().min(1),
  kind: z.enum(["entity", "search"]),
  name: z.string(),
  seen: z.array(z.string()),
});
const fileSchema: z.ZodType<{ format: 1; items: WatchItem[] }> = z.strictObject({
  format: z.literal(1),
  items: z.array(itemSchema),
});

export interface WatchStore {
  read(): WatchItem[];
  write(items: readonly WatchItem[]): void;
}

export function memoryWatches(): WatchStore {
  let items: readonly WatchItem[] = [];
  return {
    read: () => [...items],
    write: (next) => {
      items = next;
    },
  };
}

/** `watch.json` in the workspace's folder. */
export function fileWatches(folder: string): WatchStore {
  const path = join(folder, "watch.json");
  return {
    read() {
      if (!existsSync(path)) return [];
      let value: unknown;
      try {
        value = JSON.parse(readFileSync(path, "utf8"));
      } catch {
        value = undefined;
      }
      const parsed = fileSchema.safeParse(value);
      if (!parsed.success)
        throw new InputError("WATCH_DAMAGED", `${path} is damaged. Remove it; only the watch list is lost.`, {
          where: path,
        });
      return parsed.data.items;
    },
    write: (items) => writeAtomic(path, `${JSON.stringify({ format: 1, items }, null, 1)}\n`),
  };
}

/** What stands for the state of an item now. */
export function sightOf(index: GraphIndex, { kind, item }: Pick<WatchItem, "kind" | "item">): string[] {
  if (kind === "search")
    return hits(index, item)
      .map(({ id }) => id)
      .sort();
  const node = index.node(item);
  return node ? allReports(index, node) : [];
}

function hits(index: GraphIndex, words: string): NodeRef[] {
  return index.search
    .find(words)
    .filter(({ id }) => index.node(id) !== undefined)
    .map(({ id, type, name }) => ({ id, type, name }));
}

/** What reports say of each item that it had not said at the last look. */
export async function newsOf(index: GraphIndex, items: readonly WatchItem[]): Promise<WatchNews[]> {
  const news: WatchNews[] = [];
  await eachInSlices(items, (item) => {
    news.push(item.kind === "entity" ? entityNews(index, item) : searchNews(index, item));
  });
  return news;
}

const counts = once((_: GraphIndex) => new Recent<Promise<number>>(2));

/** How much is new of all items; every page asks, so it is worked out once for each state of the graph and of the list. */
export function countNews(index: GraphIndex, items: readonly WatchItem[]): Promise<number> {
  return counts(index).get(shortHash([JSON.stringify(items)]), async () =>
    (await newsOf(index, items)).reduce((sum, { added }) => sum + added, 0),
  );
}

function entityNews(index: GraphIndex, { item, kind, name, seen }: WatchItem): WatchNews {
  const node = index.node(item);
  if (!node) return { item, kind, name, gone: true, sentences: [], found: [], added: 0 };
  const known = new Set(seen);
  const sentences = new Map<string, EvidenceItem>();
  const take = (evidence: readonly EvidenceItem[]): void => {
    for (const entry of evidence)
      if (!known.has(entry.report)) sentences.set(`${entry.report}:${entry.start}`, entry);
  };
  take(evidenceOf(index, node));
  for (const edge of index.network.edgesOf(item))
    if (listedReports(edge).some((report) => !known.has(report))) take(evidenceOf(index, edge));
  const sorted = [...sentences.values()].sort(
    (a, b) =>
      compareTexts(b.date ?? "", a.date ?? "") || compareTexts(a.report, b.report) || a.start - b.start,
  );
  return {
    item,
    kind,
    name: index.caption(item),
    type: typeOf(node),
    gone: false,
    sentences: sorted,
    found: [],
    added: sorted.length,
  };
}

function searchNews(index: GraphIndex, { item, kind, name, seen }: WatchItem): WatchNews {
  const known = new Set(seen);
  const found = hits(index, item).filter(({ id }) => !known.has(id));
  return {
    item,
    kind,
    name,
    gone: false,
    sentences: [],
    found: found.map(({ id }) => nodeRef(index, id)),
    added: found.length,
  };
}
