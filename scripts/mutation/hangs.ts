/**
 * Ends test workers that got stuck. What counts is processor time, not the clock: on a busy machine a healthy test may take
 * minutes, but it does not use more of the processor than on an idle one.
 * @module
 */
import { execFileSync } from "node:child_process";

/** A test that has used so much processor time (s) does not end; the longest of `unit` uses a third. */
const PROCESSOR_S = 45;
/** A test that has used none of it for so long (s, by the clock) waits for what does not come. */
const IDLE_S = 120;
const LOOK_EVERY_MS = 2000;

interface Process {
  pid: number;
  parent: number;
  /** Processor time, s. */
  used: number;
  command: string;
}

/** `[[days-]hours:]minutes:seconds` as `ps` prints it, in seconds. */
export function secondsOf(time: string): number {
  const [days, clock] = time.includes("-") ? time.split("-") : ["0", time];
  return (
    (clock as string).split(":").reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400
  );
}

function processes(): Process[] {
  const printed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,time=,args="], { encoding: "utf8" });
  return [...printed.matchAll(/^\s*(\d+)\s+(\d+)\s+(\S+)\s(.*)$/gm)].map(
    ([, pid, parent, time, command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      used: secondsOf(time as string),
      command: command as string,
    }),
  );
}

/** These and all that they started. */
function withDescendants(first: readonly Process[], all: readonly Process[]): Process[] {
  const found = new Set(first);
  for (const { pid } of found) for (const child of all) if (child.parent === pid) found.add(child);
  return [...found];
}

export interface HangWatch {
  /** A test began or ended: the count starts anew. */
  progress: () => void;
  /** Whether workers were ended since the last time this was asked. */
  ended: () => boolean;
  close: () => void;
}

/** Watches the processes whose command line holds `worker` among those that this process started. */
export function watchForHangs(worker: string): HangWatch {
  let since: { used: number; at: number } | undefined;
  let last: { used: number; at: number } | undefined;
  let ended = false;
  const timer = setInterval(() => {
    const all = processes();
    const running = withDescendants(
      all.filter(({ parent, command }) => parent === process.pid && command.includes(worker)),
      all,
    );
    if (running.length === 0) {
      since = last = undefined;
      return;
    }
    const now = { used: running.reduce((sum, { used }) => sum + used, 0), at: Date.now() };
    since ??= now;
    // A process less is less processor time.
    if (last === undefined || now.used !== last.used) last = now;
    if (now.used - since.used < PROCESSOR_S && now.at - last.at < IDLE_S * 1000) return;
    ended = true;
    for (const { pid } of running.reverse()) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
  }, LOOK_EVERY_MS);
  return {
    progress: () => {
      since = last = undefined;
    },
    ended: () => {
      const was = ended;
      ended = false;
      return was;
    },
    close: () => clearInterval(timer),
  };
}
