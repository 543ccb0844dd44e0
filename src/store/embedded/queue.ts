/**
 * How processes that use one store file wait for each other. The database locks the file (many may read, one may write), and
 * a reader process keeps it open between queries. Who wants to write says so in a file beside it, renewed while it waits;
 * readers see that, finish what they are asked and let go, and start again when the writer is done.
 * @module
 */
import { rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_MS = 100;
/** A waiting writer renews its file at each look; one this old in milliseconds belongs to a process that is gone. */
const LEFT_MS = 3_000;
/** Longest wait of a writer for readers' queries, and of a reader for a writer, in milliseconds. */
const WRITE_PATIENCE_MS = 40_000;
const READ_PATIENCE_MS = 5_000;

const noteOf = (file: string): string => `${file}.writer`;
const isLocked = (error: unknown): boolean => /\blocked\b/.test((error as Error).message);

/** When a writer asked for the file last, in milliseconds; undefined when nobody waits. */
export function writerWaitsSince(file: string): number | undefined {
  const at = statSync(noteOf(file), { throwIfNoEntry: false })?.mtimeMs;
  // One from the future was left before the clock was set back.
  return at === undefined || Math.abs(Date.now() - at) > LEFT_MS ? undefined : at;
}

/** Opens to write, after the readers have let go. @throws what `open` throws, the lock only after the patience */
export async function openWhenFree<T>(file: string, open: (file: string) => T): Promise<T> {
  const note = noteOf(file);
  const until = performance.now() + WRITE_PATIENCE_MS;
  try {
    for (;;) {
      try {
        return open(file);
      } catch (error) {
        if (!isLocked(error) || performance.now() > until) throw error;
      }
      writeFileSync(note, String(process.pid));
      const now = new Date();
      utimesSync(note, now, now);
      await sleep(LOOK_MS);
    }
  } finally {
    rmSync(note, { force: true });
  }
}

/** Opens to read, after those who wait to write. @throws what `open` throws, the lock only after the patience */
export async function openAfterWriters<T>(file: string, open: (file: string) => T): Promise<T> {
  const until = performance.now() + READ_PATIENCE_MS;
  for (;;) {
    if (writerWaitsSince(file) === undefined || performance.now() > until) {
      try {
        return open(file);
      } catch (error) {
        if (!isLocked(error) || performance.now() > until) throw error;
      }
    }
    await sleep(LOOK_MS);
  }
}
