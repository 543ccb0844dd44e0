/**
 * Hostile moments: kills of every command that writes, and disks that are full. Whatever happened, the next build gives the
 * bytes that an undisturbed one gives, or a clear error and then, with room made, those bytes.
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./server.ts";
import {
  makeWorld,
  mended,
  REPORTS,
  random,
  run,
  start,
  startServer,
  undisturbed,
  type World,
} from "./world.ts";

const TOLD_EVERY = 20;
const KINDS = ["build", "upload", "remove", "load", "export", "serve"] as const;

/** Claims of reports under other ids, as another machine would send them. */
async function writeClaims({ folder }: World): Promise<void> {
  const rows = Object.entries(REPORTS).map(
    ([name, text]) => `${JSON.stringify({ id: `sent-${name}`, text })}\n`,
  );
  writeFileSync(join(folder, "rows.jsonl"), rows.join(""));
  const { code, err } = await run(["extract", "-i", "rows.jsonl", "-o", "claims.jsonl"], folder);
  if (code !== 0) throw new Error(`the claims to load could not be made: ${err}`);
}

async function kill(world: World, kind: (typeof KINDS)[number], after: number): Promise<boolean> {
  const { folder } = world;
  if (kind === "build") return (await run(["build", "reports"], folder, after)).signal !== null;
  if (kind === "load") return (await run(["load", "claims.jsonl"], folder, after)).signal !== null;
  if (kind === "remove") return (await run(["remove", "spring", "winter"], folder, after)).signal !== null;
  if (kind === "export")
    return (await run(["export", "--format", "jsonl", "-o", "out.jsonl"], folder, after)).signal !== null;
  if (kind === "serve") {
    const child = start(["serve", "--port", "0"], folder);
    await new Promise((resolve) => setTimeout(resolve, after));
    const alive = child.exitCode === null;
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    return alive;
  }
  const server = await startServer(world);
  const form = new FormData();
  form.append(
    "files",
    new Blob([readFileSync(join(world.reports, "summer.txt"))]),
    `new-${Math.round(after)}.txt`,
  );
  const upload = fetch(`${server.url}/api/reports`, { method: "POST", body: form }).catch(() => undefined);
  const timer = setTimeout(() => process.kill(server.pid, "SIGKILL"), after);
  const answer = await upload;
  if (answer) await answer.arrayBuffer().catch(() => undefined);
  clearTimeout(timer);
  const wasKilled = !answer || !server.isAlive();
  await server.stop();
  return wasKilled;
}

/** How long each command takes when nothing disturbs it, start-up included, milliseconds; on a busy machine several times as long as on a quiet one. */
async function durations(world: World): Promise<Record<(typeof KINDS)[number], number>> {
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  await writeClaims(world);
  const build = await timed(() => run(["build", "reports"], world.folder));
  const load = await timed(() => run(["load", "claims.jsonl"], world.folder));
  const exported = await timed(() => run(["export", "--format", "jsonl", "-o", "out.jsonl"], world.folder));
  const remove = await timed(() => run(["remove", "spring", "winter"], world.folder));
  const serve = await timed(async () => (await startServer(world)).stop());
  // An upload is killed from the moment on at which it is sent.
  return { build, load, remove, export: exported, serve, upload: build };
}

/**
 * Kills at moments from the start to a little after the usual end.
 * @param tell Hears after every so many what there is so far: all of them may take hours
 * @param seed Draws the moments
 */
export async function kills(
  most: number,
  tell: (made: Outcome) => void = () => undefined,
  seed = 11,
): Promise<Outcome> {
  const outcome: Outcome = { made: 0, wrong: [], ended: {} };
  const world = makeWorld();
  const next = random(seed);
  try {
    const expected = await undisturbed(world.reports);
    const lasts = await durations(world);
    for (let i = 0; i < most; i++) {
      const kind = KINDS[i % KINDS.length] ?? "build";
      // Some from nothing, some where one report is new.
      if (kind === "build" && i % 12 === 0)
        rmSync(join(world.folder, ".reportgraph"), { recursive: true, force: true });
      else if (kind === "build") await run(["remove", "summer"], world.folder);
      const after = next() * lasts[kind] * 1.1;
      const what = `${kind} after ${Math.round(after)} of ${Math.round(lasts[kind])} ms`;
      const hit = await kill(world, kind, after);
      outcome.made += 1;
      const end = `${kind} ${hit ? "killed" : "ended before"}`;
      outcome.ended[end] = (outcome.ended[end] ?? 0) + 1;
      if (existsSync(join(world.folder, "out.jsonl"))) {
        const lines = readFileSync(join(world.folder, "out.jsonl"), "utf8");
        if (!lines.endsWith("}\n")) outcome.wrong.push(`${what}: a torn export`);
        rmSync(join(world.folder, "out.jsonl"));
      }
      try {
        const bytes = await mended(world);
        if (bytes !== expected) outcome.wrong.push(`${what}: other bytes`);
      } catch (error) {
        outcome.wrong.push(`${what}: ${(error as Error).message}`);
      }
      if (outcome.made % TOLD_EVERY === 0) tell(outcome);
    }
  } finally {
    world.close();
  }
  return outcome;
}

const LINE_OF_STACK = /^ {4}at /m;

/** May this process mount a small file system? */
export const canMount = (): boolean => process.platform === "linux" && process.getuid?.() === 0;

/** What is done on a full disk; the first from nothing, the others in a folder that holds the reports. */
const ON_FULL_DISK = [
  ["build", "reports"],
  ["remove", "spring"],
  ["merge", "青禾新材料股份有限公司", "云岭储能股份有限公司"],
] as const;

/** A file system of a few megabytes, filled until some kilobytes are left; something is written in it; then room is made. */
export async function fullDisks(
  sizes: number,
  tell: (line: string) => void = () => undefined,
): Promise<Outcome> {
  const outcome: Outcome = { made: 0, wrong: [], ended: {} };
  const mount = mkdtempSync(join(tmpdir(), "reportgraph-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", mount]);
  if (mounted.status !== 0) {
    outcome.wrong.push(`no small file system could be mounted: ${String(mounted.stderr)}`);
    return outcome;
  }
  try {
    const world = makeWorld(mount);
    const expected = await undisturbed(world.reports);
    const filler = join(mount, "filler");
    for (let i = 0; i < sizes; i++) {
      const args = ON_FULL_DISK[i % ON_FULL_DISK.length] ?? ON_FULL_DISK[0];
      const kept = args[0] !== "build";
      const folder = join(world.folder, ".reportgraph");
      rmSync(folder, { recursive: true, force: true });
      if (kept) await mended(world);
      else mkdirSync(folder);
      // Older than what is undone below; whatever the disk does, it stays.
      const note = { type: "Company", left: { name: "甲" }, right: { name: "乙" }, decision: "different" };
      const judgements = join(folder, "judgements.jsonl");
      writeFileSync(judgements, `${JSON.stringify(note)}\n`);
      // From next to nothing to more than enough, closer together where it is tight.
      const left = Math.round(4_096 * 1.16 ** i);
      const { bavail, bsize } = statfsSync(mount);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
      const { code, signal, err } = await run(args, world.folder);
      rmSync(filler);
      outcome.made += 1;
      const said =
        err
          .split("\n")
          .filter((line) => line !== "")
          .at(-1) ?? "";
      const end = signal ? `died of ${signal}` : code === 0 ? "done" : "a clear error";
      outcome.ended[end] = (outcome.ended[end] ?? 0) + 1;
      if (signal || LINE_OF_STACK.test(err) || (code !== 0 && said === ""))
        outcome.wrong.push(
          `${args[0]} with ${Math.round(left / 1024)} kB left: ${signal ?? err.slice(0, 300)}`,
        );
      if (!readFileSync(judgements, "utf8").includes('"甲"'))
        outcome.wrong.push(`${args[0]} with ${Math.round(left / 1024)} kB left: an older judgement is gone`);
      try {
        if ((await mended(world)) !== expected)
          outcome.wrong.push(`${args[0]} with ${Math.round(left / 1024)} kB left: other bytes afterwards`);
      } catch (error) {
        outcome.wrong.push(`${args[0]} with ${Math.round(left / 1024)} kB left: ${(error as Error).message}`);
      }
      if (outcome.made % TOLD_EVERY === 0) tell(`full disks so far: ${JSON.stringify(outcome)}`);
    }
  } finally {
    spawnSync("umount", ["-l", mount]);
    rmSync(mount, { recursive: true, force: true });
  }
  return outcome;
}
