/**
 * A workspace that is kept in memory; for `--store memory:` and for tests.
 * @module
 */
import type { UserJudgement } from "../resolve/index.ts";
import { version } from "../version.ts";
import { byPath, noChanges, type StoredReport, type UnreadEntry, type Workspace } from "./contract.ts";

export function memoryWorkspace(): Workspace {
  const stored = new Map<string, StoredReport>();
  let judgements: UserJudgement[] = [];
  let unread: UnreadEntry[] = [];
  let changes = 0;
  let least: number | undefined;
  const put = new Map<string, string>();
  return {
    folder: undefined,
    entries: (limit) =>
      [...stored.values()]
        .map((s) => s.entry)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    count: () => stored.size,
    entry: (id) => stored.get(id)?.entry,
    entryAt: (path) => [...stored.values()].find((s) => s.entry.path === path)?.entry,
    read: (id) => stored.get(id),
    textOf: (id) => stored.get(id)?.report,
    claimsOf: (id) => stored.get(id)?.claims ?? [],
    put: (s) => void stored.set(s.entry.id, s),
    remove: (id) => stored.delete(id),
    unread: () => unread,
    setUnread: (list) => {
      unread = byPath(list);
    },
    judgements: () => judgements,
    addJudgement: (j) => void judgements.push(j),
    removeJudgements: (match) => {
      const before = judgements.length;
      judgements = judgements.filter((j) => !match(j));
      return before - judgements.length;
    },
    revision: () => `${version} ${changes}`,
    lastRevisionIn: (store) => put.get(store),
    noteRevisionIn: (store, revision) => void put.set(store, revision),
    deltaFor: () => undefined,
    commit: () => {
      changes += 1;
    },
    commitInTurns: async () => {
      changes += 1;
    },
    prepare: async () => {},
    minConfidence: () => least,
    setMinConfidence: (p) => {
      least = p;
    },
    index: () => undefined,
    changes: () => noChanges(),
    close: () => {},
  };
}
