import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { StoreError } from "../../errors.ts";
import { freshness } from "../../pipeline/freshness.ts";
import { folderFor } from "../../pipeline/location.ts";
import type { Workspace } from "../../workspace/contract.ts";
import { indexedSource } from "../../workspace/indexed.ts";
import { print, terminalWidth } from "../io.ts";
import { type StoreOption, useSource, withStore, workspaceAt } from "../session.ts";
import { table } from "../text.ts";

/** Reports that are listed and whose files are looked at, unless all are asked for. */
const MOST_SHOWN = 50;

export function statusCommand(program: Command): void {
  withStore(program.command("status"))
    .description("what is in the store, and which files changed or went since they were read")
    .option("--all", `list more than ${MOST_SHOWN} reports, and look into archives and files of rows`)
    .option("--json", "print as JSON")
    .action(run);
}

interface Options extends StoreOption {
  all?: boolean;
  json?: boolean;
}

type Held = { nodes: Record<string, number>; edges: Record<string, number> } | { unavailable: string };

/** What the store holds. That it is away or in use is part of the answer. */
async function held(spec: string, workspace: Workspace): Promise<Held | undefined> {
  const isThere = (name: string): boolean => existsSync(join(spec, name));
  if (spec === "memory:" || (folderFor(spec) === spec && !isThere("graph") && !isThere("index.db")))
    return undefined;
  try {
    const source = folderFor(spec) === spec ? indexedSource(workspace) : undefined;
    const { labels, edges } = await (source?.counts() ?? useSource(spec, (any) => any.counts()));
    return { nodes: labels, edges };
  } catch (error) {
    if (error instanceof StoreError) return { unavailable: error.message };
    throw error;
  }
}

async function run(options: Options): Promise<void> {
  const workspace = await workspaceAt(options.store);
  try {
    // A folder of an earlier version is taken over before anything is said of it.
    workspace.index();
    await tell(workspace, options);
  } finally {
    workspace.close();
  }
}

async function tell(workspace: Workspace, options: Options): Promise<void> {
  const total = workspace.count();
  const isAll = options.all === true || total <= MOST_SHOWN;
  const entries = isAll ? workspace.entries() : workspace.entries(MOST_SHOWN);
  const states = await freshness(workspace, entries, isAll);
  const more = total - entries.length;
  const reports = entries.map((e) => ({
    id: e.id,
    date: e.date ?? "",
    place: e.homeName ?? "",
    title: e.title,
    characters: e.characters,
    sentences: e.read,
    claims: e.claims,
    path: e.path ?? "",
    state: states.get(e.id) ?? "current",
  }));
  const unread = workspace.unread();
  const store = await held(options.store, workspace);
  if (options.json) {
    print(
      JSON.stringify(
        { reports, ...(more > 0 ? { more } : {}), notRead: unread, store: store ?? null },
        null,
        1,
      ),
    );
    return;
  }
  if (reports.length === 0) print("nothing yet: `reportgraph build FOLDER` reads reports");
  else {
    const columns = ["report", "date", "place", "title", "characters", "sentences", "claims", "file"];
    const rows = reports.map((r) => [
      r.id,
      r.date,
      r.place,
      r.title,
      String(r.characters),
      String(r.sentences),
      String(r.claims),
      r.state,
    ]);
    print(table(columns, rows, terminalWidth()));
    if (more > 0) print(`… and ${more} more: \`--all\` lists them and looks at every file`);
  }
  if (unread.length > 0) {
    const rows = unread.map((u) => [u.path, u.failed ? "failed" : "passed over", u.message]);
    print(`\n${total} read, ${unread.length} not read:`);
    print(table(["file", "", "why, and what to do"], rows, terminalWidth()));
  }
  if (!store) return;
  const line = (of: Record<string, number>): string =>
    Object.entries(of)
      .map(([type, n]) => `${n} ${type}`)
      .join(", ") || "none";
  print(
    "unavailable" in store
      ? `\nstore  ${store.unavailable}`
      : `\nnodes  ${line(store.nodes)}\nedges  ${line(store.edges)}`,
  );
}
