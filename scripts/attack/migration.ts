/**
 * A folder of format 1, as an earlier version left it, taken over: undisturbed, and killed again and again before it may end. Either way
 * its export must be, byte for byte, that of the graph which is made of the same reports from scratch.
 *
 *     npx tsx scripts/attack/migration.ts CLAIMS.jsonl [reports] [kills]
 *
 * `CLAIMS.jsonl` is what `reportgraph extract` writes; 4,000 reports and 8 kills, one after another on
 * one folder, by default. Works in the system's temporary folder. Prints the figures as JSON; exit 1 when something was not as it should be.
 * @module
 */
import { createHash } from "node:crypto";
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { writeJsonl } from "../../src/export/jsonl.ts";
import { itemsOf } from "../../src/graph/items.ts";
import { openDatabase } from "../../src/index-db/database.ts";
import { parseClaimsLine } from "../../src/pipeline/claims-line.ts";
import type { StoredReport } from "../../src/workspace/contract.ts";
import { buildGraph } from "../../src/workspace/graph-of.ts";
import { memoryWorkspace, openWorkspace } from "../../src/workspace/workspace.ts";
import { writeOldFolder } from "./old-folder.ts";
import { random, run } from "./world.ts";

interface Migration {
  reports: number;
  /** Of the migration that nothing disturbed, start-up and export included, milliseconds. */
  lasted: number;
  /** Of the kills, those that hit it at work. */
  killed: number;
  /** Reports in the index after each kill. */
  taken: number[];
  wrong: string[];
}

function hashOf(pieces: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}

/** Makes a folder of format 1 of the first reports, and tells the hash of the export from scratch, which takes them all into memory. */
async function prepare(claims: string, count: number, folder: string): Promise<string> {
  const scratch = memoryWorkspace();
  const stored = new Map<string, StoredReport>();
  for await (const text of createInterface({ input: createReadStream(claims) })) {
    if (scratch.count() === count) break;
    const { report: entry, claims: all } = parseClaimsLine(text);
    const one = { entry, claims: [...all], dropped: [] };
    stored.set(entry.id, one);
    scratch.put(one);
  }
  writeOldFolder(
    folder,
    scratch.entries().map(({ id }) => stored.get(id) as StoredReport),
  );
  return hashOf(writeJsonl(itemsOf(buildGraph(scratch).graph)));
}

/** What is wrong with a folder that was taken over. */
function faults(path: string, exported: string, expected: string, count: number): string[] {
  const found: string[] = [];
  const { format } = JSON.parse(readFileSync(join(path, "manifest.json"), "utf8")) as { format: number };
  if (format === 1) found.push("the manifest is still the old one");
  const left = readdirSync(join(path, "claims")).filter((name) => name.endsWith(".jsonl"));
  if (left.length > 0) found.push(`${left.length} files of the old form are left`);
  if (!existsSync(exported)) return [...found, "no export"];
  if (hashOf([readFileSync(exported, "utf8")]) !== expected) found.push("another export");
  const workspace = openWorkspace(path);
  try {
    const whole = workspace.index()?.db.get<{ integrity_check: string }>("PRAGMA integrity_check");
    if (whole?.integrity_check !== "ok") found.push(`the index is damaged: ${whole?.integrity_check}`);
    if (workspace.count() !== count) found.push(`${workspace.count()} reports instead of ${count}`);
    return found;
  } finally {
    workspace.close();
  }
}

/** How many reports are in the index that a killed process left; reading them mends nothing. */
function takenIn(path: string): number {
  const file = join(path, "index.db");
  if (!existsSync(file)) return 0;
  const db = openDatabase(file, { readonly: true });
  try {
    return db.get<{ n: number }>("SELECT count(*) AS n FROM report")?.n ?? 0;
  } catch {
    // Killed before its tables were made.
    return 0;
  } finally {
    db.close();
  }
}

export async function migration(claims: string, count: number, kills: number): Promise<Migration> {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-migration-"));
  const [old, killed, exported] = ["old", "killed", "graph.jsonl"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const next = random(7);
  const figures: Migration = { reports: count, lasted: 0, killed: 0, taken: [], wrong: [] };
  const migrate = async (path: string, killAfter?: number): Promise<boolean> => {
    rmSync(exported, { force: true });
    // To read is enough: it takes the folder over.
    const args = ["export", "--format", "jsonl", "-o", exported, "--store", path];
    const { code, signal, err } = await run(args, folder, killAfter);
    if (code !== 0 && signal === null) figures.wrong.push(`export ended with ${code}: ${err.slice(-300)}`);
    return signal !== null;
  };
  try {
    const expected = await prepare(claims, count, old);
    cpSync(old, killed, { recursive: true });
    const begun = performance.now();
    await migrate(old);
    figures.lasted = Math.round(performance.now() - begun);
    figures.wrong.push(...faults(old, exported, expected, count).map((fault) => `undisturbed: ${fault}`));
    rmSync(old, { recursive: true });
    for (let i = 0; i < kills; i++) {
      if (await migrate(killed, next() * figures.lasted)) figures.killed++;
      figures.taken.push(takenIn(killed));
    }
    await migrate(killed);
    figures.wrong.push(...faults(killed, exported, expected, count).map((fault) => `killed: ${fault}`));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("migration.ts")) {
  const [path = "", reports = "4000", kills = "8"] = process.argv.slice(2);
  const figures = await migration(path, Number(reports), Number(kills));
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exit(figures.wrong.length === 0 ? 0 : 1);
}
