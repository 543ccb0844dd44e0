/**
 * One writer at a time. Readers need no lock, they see the state before or after. The lock of a process that is gone
 * (killed, crashed, a container that was made anew) counts for nothing.
 *
 * The lock is a row of files `lock.1`, `lock.2`, …, of which the highest counts: with a holder in it somebody writes, empty
 * it is free. Who wants it makes the next one, which only one can, and then removes the lower ones; the highest is never
 * removed, so that a slow one who still believes in a lower number finds out. Taking over a dead holder's lock is the same
 * step: nothing is deleted that another might just have taken.
 *
 * Why not proper-lockfile: it calls a lock stale when its holder's main thread was busy for some seconds (here it may be
 * for minutes, resolving), and two that find it stale at once can both enter.
 * @module
 */
import { randomUUID } from "node:crypto";
import {
  linkSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { asFileError, StoreError } from "../errors.ts";
import { makeFolder } from "../files.ts";
import { PULSE_LOST_MS, startPulse } from "./pulse.ts";

interface Holder {
  pid: number;
  host: string;
  /** Where its process id means something: one start of one machine, one container of it. */
  world: string;
  /** When it started, so that another process with the same id is not taken for it; empty where the system does not say. */
  started: string;
  key: string;
}

/** Keys of the locks that this process has, with their folders. */
const own = new Map<string, string>();
const ATTEMPTS = 100;

/**
 * Takes the lock and gives what releases it.
 * @throws StoreError WORKSPACE_LOCKED when another process writes; FILE_DENIED, DISK_FULL, FILE_PLACE
 */
export function lockWorkspace(folder: string): () => void {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    world: world(),
    started: startOf(process.pid),
    key: randomUUID(),
  };
  const draft = join(folder, `lock.${holder.key}.tmp`);
  try {
    makeFolder(folder);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const number = take(folder, holder, draft);
      if (number !== undefined) return held(folder, number, holder.key);
    }
  } catch (cause) {
    throw asFileError(cause, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  throw new StoreError("WORKSPACE_LOCKED", `${folder} is being written by others: try again`, {
    where: folder,
  });
}

/** Does this process write there already? */
export const isLockedHere = (folder: string): boolean => [...own.values()].includes(resolve(folder));

/** One try: the number that is now ours, or undefined when another was quicker. */
function take(folder: string, holder: Holder, draft: string): number | undefined {
  const highest = numbersIn(folder)[0] ?? 0;
  const before = highest === 0 ? undefined : holderOf(pathOf(folder, highest));
  writeFileSync(draft, JSON.stringify(holder));
  if (before && isAlive(before, pathOf(folder, highest), draft)) throw locked(folder, highest, before);
  const next = highest + 1;
  try {
    // A link appears with its content or not at all, and only if there is none.
    linkSync(draft, pathOf(folder, next));
  } catch (cause) {
    // EEXIST: another was quicker. ENOENT: another has the lock and cleared our draft away.
    if (["EEXIST", "ENOENT"].includes((cause as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw cause;
  }
  const numbers = numbersIn(folder);
  if (numbers[0] !== next) {
    // What we took for the highest number was long passed.
    rmSync(pathOf(folder, next), { force: true });
    return undefined;
  }
  for (const number of numbers.slice(1)) rmSync(pathOf(folder, number), { force: true });
  for (const name of readdirSync(folder))
    if (/^lock\..*\.tmp$/.test(name)) rmSync(join(folder, name), { force: true });
  return next;
}

function held(folder: string, number: number, key: string): () => void {
  own.set(key, resolve(folder));
  const path = pathOf(folder, number);
  const stopPulse = startPulse(path);
  return () => {
    if (!own.delete(key)) return;
    stopPulse();
    try {
      // Emptied, not rewritten: that needs no space on a full disk.
      truncateSync(path);
    } catch (error) {
      // The folder may be gone, or another machine took over.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  };
}

const pathOf = (folder: string, number: number): string => join(folder, `lock.${number}`);

/** Highest first. */
function numbersIn(folder: string): number[] {
  return readdirSync(folder)
    .flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    // Empty: released. Gone: passed meanwhile, which the next step finds out.
    return undefined;
  }
}

/** `draft` was written just now: its time is the file system's, which may differ from this machine's. */
function isAlive({ pid, world: of, started, key }: Holder, path: string, draft: string): boolean {
  // Another machine or another container cannot be asked for a process; its lock has a pulse.
  if (of !== world()) return timeOf(draft) - timeOf(path) < PULSE_LOST_MS;
  if (pid === process.pid && started === "") return own.has(key);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  // A process that is another user's may be hidden.
  const since = startOf(pid);
  return since === "" || since === started;
}

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const textOf = (read: () => string): string => {
  try {
    return read().trim();
  } catch {
    return "";
  }
};

const world = (): string =>
  [
    hostname(),
    textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
    textOf(() => readlinkSync("/proc/self/ns/pid")),
  ].join(" ");

/** Clock ticks from the start of the machine to that of the process, as Linux tells it; empty elsewhere. */
function startOf(pid: number): string {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  // The program's name, in brackets, may hold blanks and brackets.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function locked(folder: string, number: number, { pid, host }: Holder): StoreError {
  const where = host === hostname() ? "" : ` on ${host}`;
  return new StoreError(
    "WORKSPACE_LOCKED",
    `${folder} is being written by process ${pid}${where}: wait for it to end (or remove ${pathOf(folder, number)} if it is gone)`,
    { where: folder },
  );
}
