/**
 * One writer at a time: a file with the writer's process id in the workspace. Readers need no lock, they see the state
 * before or after. The lock of a process that is gone (killed, crashed) counts for nothing.
 * @module
 */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { StoreError } from "../errors.ts";

interface Holder {
  pid: number;
  host: string;
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  // A process on another machine (a shared folder) cannot be asked; its lock stands.
  if (host !== hostname()) return true;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes the lock and gives what releases it.
 * @throws StoreError WORKSPACE_LOCKED when another process writes
 */
export function lockWorkspace(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "lock");
  const own = join(folder, `lock.${process.pid}.tmp`);
  writeFileSync(own, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
  try {
    // A link appears with its content or not at all, and only if there is none.
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(own, path);
        return () => rmSync(path, { force: true });
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
        const holder = holderOf(path);
        if (attempt > 2 || (holder && isAlive(holder)))
          throw new StoreError(
            "WORKSPACE_LOCKED",
            `${folder} is being written by process ${holder?.pid ?? "?"}${holder && holder.host !== hostname() ? ` on ${holder.host}` : ""}: wait for it to end (or remove ${path} if it is gone)`,
            { cause, where: folder },
          );
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
}
