/**
 * What a workspace costs as it grows: loads so many reports, changes one, takes one out, asks `status` and `show`, exports;
 * prints time, processor time and peak memory of each, sizes beside each other.
 *
 *     reportgraph extract < news.jsonl > claims.jsonl
 *     tsx scripts/bench/scale.ts claims.jsonl 1000 10000 30000 100000 [--bin dist/src/cli/main.js] [--times 50]
 *     tsx scripts/bench/scale.ts claims.jsonl 100000 --store FOLDER --has 30000
 *
 * With `--store` a workspace that is there is made larger and kept; `--has`: it has so many of these reports, in their order.
 * `claims.jsonl` is what `extract` writes. Where it holds fewer reports than asked for, made ones follow: its own under other
 * ids, with other names for companies, projects and people, while places and agencies stay what everything mentions.
 * @module
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { exportFormats } from "../../src/export/formats.ts";
import { shortHash } from "../../src/model/hash.ts";

const SHOWN = "中国";

interface Run {
  seconds: number;
  /** Processor time of the process, all its threads; Linux only. On a busy machine it says more than the clock. */
  busy: number;
  /** Peak resident memory, MB; Linux only. */
  megabytes: number;
}

const args = process.argv.slice(2);
function option(name: string, otherwise: string): string {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : (args.splice(at, 2)[1] as string);
}
const bin = option("--bin", "dist/src/cli/main.js");
/** How often what a person waits for is done; of the times, the 95th in a hundred is told, and of the memory the most. */
const TIMES = Number(option("--times", "20"));
const kept = option("--store", "");
const has = Number(option("--has", "0"));
const [claims, ...sizes] = args as [string, ...string[]];

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** A tick is 10 ms wherever Linux runs Node. */
function busyOf(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return (user + system) / 100;
  } catch {
    return 0;
  }
}

function run(cliArgs: readonly string[]): Promise<Run> {
  const begun = performance.now();
  const child = spawn(process.execPath, [bin, ...cliArgs], { stdio: ["ignore", "ignore", "pipe"] });
  let megabytes = 0;
  let busy = 0;
  let error = "";
  child.stderr.on("data", (text: Buffer) => {
    error += text.toString();
  });
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
    busy = Math.max(busy, busyOf(child.pid));
  }, 20);
  return new Promise((resolve, reject) => {
    child.once("close", (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - begun) / 1000, busy, megabytes });
      else reject(new Error(`${cliArgs[0]} ended with ${code}: ${error.slice(-500)}`));
    });
  });
}

/** The report under another id, and with other names for what only few reports name. */
function madeFrom(line: string, copy: number): string {
  if (copy === 0) return line;
  const { id } = JSON.parse(line) as { id: string };
  const mark = `乙${copy}`;
  return JSON.stringify(
    JSON.parse(line, function (this: Record<string, unknown>, key, value: unknown) {
      if ((key === "id" || key === "report") && value === id) return `${id}-${copy}`;
      // Claims and contents are told apart by hashes: of a copy they are others.
      if ((key === "id" || key === "key") && typeof value === "string") return shortHash([value, mark]);
      const isOwn = key === "name" && /^(?:Company|Project|Person)$/.test(String(this["type"]));
      return isOwn ? `${mark}${String(value)}` : value;
    }),
  );
}

/** Writes so many lines but those that are there, and gives the first of all for the change. */
async function write(path: string, count: number): Promise<string> {
  const out = createWriteStream(path);
  let first: string | undefined;
  for (let copy = 0, written = 0; written < count; copy++)
    for await (const line of createInterface({ input: createReadStream(claims) })) {
      if (written++ >= count) break;
      first ??= line;
      if (written <= has) continue;
      if (!out.write(`${madeFrom(line, copy)}\n`)) await once(out, "drain");
    }
  await new Promise<void>((resolve) => out.end(() => resolve()));
  return first ?? "";
}

const costOf = ({ seconds, busy, megabytes }: Run): string =>
  `${seconds.toFixed(2)} s ${busy.toFixed(2)} s ${megabytes.toFixed(0)} MB`;

async function several(work: (i: number) => Promise<Run>): Promise<Run> {
  const runs: Run[] = [];
  for (let i = 0; i < TIMES; i++) runs.push(await work(i));
  const p95 = (of: (run: Run) => number): number =>
    runs.map(of).sort((a, b) => a - b)[Math.ceil(runs.length * 0.95) - 1] ?? 0;
  return {
    seconds: p95(({ seconds }) => seconds),
    busy: p95(({ busy }) => busy),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

async function measure(count: number): Promise<[string, Run][]> {
  const rows: [string, Run][] = [];
  // A size may take an hour: what is known is told.
  const tell = async (label: string, run: Promise<Run>): Promise<void> => {
    const cost = await run;
    rows.push([label, cost]);
    console.error(`${count} ${label}: ${costOf(cost)}`);
  };
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-scale-"));
  try {
    const [all, one] = [join(folder, "all.jsonl"), join(folder, "one.jsonl")];
    const store = ["--store", kept === "" ? join(folder, "store") : kept];
    const first = JSON.parse(await write(all, count)) as {
      id: string;
      claims: unknown[];
      report: { key: string };
    };
    const change = async (i: number): Promise<Run> => {
      const claimsNow = i % 2 === 0 ? first.claims.slice(0, -1) : first.claims;
      const key = `${String(i).padStart(2, "0")}${first.report.key.slice(2)}`;
      const out = createWriteStream(one);
      await new Promise<void>((resolve) =>
        out.end(JSON.stringify({ ...first, claims: claimsNow, report: { ...first.report, key } }), () =>
          resolve(),
        ),
      );
      return run(["load", one, ...store]);
    };
    if (count > has) await tell("load all", run(["load", all, ...store]));
    rmSync(all);
    await tell(`one changed, p95 of ${TIMES}`, several(change));
    await tell("one removed", run(["remove", first.id, ...store]));
    await tell(
      `status, p95 of ${TIMES}`,
      several(() => run(["status", ...store])),
    );
    await tell(
      `show ${SHOWN}, p95 of ${TIMES}`,
      several(() => run(["show", SHOWN, ...store])),
    );
    for (const format of Object.keys(exportFormats)) {
      const out = join(folder, `graph-${format}`);
      await tell(`export ${format}`, run(["export", "--format", format, "-o", out, ...store]));
      rmSync(out, { recursive: true, force: true });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (kept !== "" && sizes.length > 1) throw new Error("a workspace that is there has one size");
const columns: { size: string; rows: [string, Run][] }[] = [];
for (const size of sizes) columns.push({ size, rows: await measure(Number(size)) });
const labels = columns[0]?.rows.map(([label]) => label) ?? [];
console.log(["".padEnd(32), ...columns.map(({ size }) => `${size} reports`.padStart(28))].join(""));
for (const [i, label] of labels.entries()) {
  const costs = columns.map(({ rows }) => rows[i]?.[1]);
  console.log([label.padEnd(32), ...costs.map((cost) => (cost ? costOf(cost) : "").padStart(28))].join(""));
}
