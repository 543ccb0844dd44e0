import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { StoreError } from "../../errors.ts";
import type { Graph } from "../../model/graph.ts";
import { freshness } from "../../workspace/freshness.ts";
import { print, terminalWidth } from "../io.ts";
import { folderFor, type StoreOption, storeFor, withStore, workspaceFor } from "../session.ts";
import { counts } from "../summary.ts";
import { table } from "../text.ts";

export function statusCommand(program: Command): void {
  withStore(program.command("status"))
    .description("what is in the store, and which files changed or went since they were read")
    .option("--json", "print as JSON")
    .action(run);
}

type Held = { nodes: Record<string, number>; edges: Record<string, number> } | { unavailable: string };

/** What the store holds. That it is away or in use is part of the answer. */
async function held(spec: string): Promise<Held | undefined> {
  if (spec === "memory:" || (folderFor(spec) === spec && !existsSync(join(spec, "graph")))) return undefined;
  let graph: Graph;
  try {
    const store = await storeFor(spec);
    graph = await store.graph().finally(() => store.close());
  } catch (error) {
    if (error instanceof StoreError) return { unavailable: error.message };
    throw error;
  }
  const sorted = (items: string[]): Record<string, number> =>
    Object.fromEntries([...counts(items)].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    nodes: sorted(graph.nodes.flatMap((n) => n.labels)),
    edges: sorted(graph.edges.map((e) => e.type)),
  };
}

async function run(options: StoreOption & { json?: boolean }): Promise<void> {
  const workspace = workspaceFor(options.store);
  const states = await freshness(workspace);
  const reports = workspace.entries().map((e) => ({
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
  const store = await held(options.store);
  if (options.json) {
    print(JSON.stringify({ reports, notRead: unread, store: store ?? null }, null, 1));
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
  }
  if (unread.length > 0) {
    const rows = unread.map((u) => [u.path, u.failed ? "failed" : "passed over", u.message]);
    print(`\n${reports.length} read, ${unread.length} not read:`);
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
