import type { Command } from "commander";
import { complain, print } from "../io.ts";
import { changeWorkspace, type StoreOption, syncStore, withStore } from "../session.ts";

export function removeCommand(program: Command): void {
  withStore(program.command("remove"))
    .description("take reports out: what only they said goes, what others say too stays")
    .argument("<reports...>", "ids of reports, as `status` lists them")
    .option("--json", "print the result as JSON")
    .action(run);
}

async function run(ids: string[], options: StoreOption & { json?: boolean }): Promise<void> {
  await changeWorkspace(options.store, async (workspace) => {
    const removed = [...new Set(ids)].filter((id) => workspace.remove(id));
    for (const id of ids) {
      if (removed.includes(id)) continue;
      complain(`no report ${id}; \`reportgraph status\` lists them`);
      process.exitCode = 1;
    }
    if (removed.length === 0) {
      if (options.json) print(JSON.stringify({ removed, changes: null }, null, 1));
      return;
    }
    workspace.commit();
    const { changes } = await syncStore(options.store, workspace);
    if (options.json) print(JSON.stringify({ removed, changes }, null, 1));
    else
      print(
        `removed ${removed.join(", ")}: ${changes.nodes.deleted} nodes and ${changes.edges.deleted} edges went, ${changes.nodes.updated} nodes and ${changes.edges.updated} edges changed`,
      );
  });
}
