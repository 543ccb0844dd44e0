import { existsSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { sha256 } from "../../model/hash.ts";
import { print, terminalWidth } from "../io.ts";
import { type StoreOption, withStore, workspaceFor } from "../session.ts";
import { table } from "../text.ts";

export function statusCommand(program: Command): void {
  withStore(program.command("status"))
    .description("what is in the store, and which files changed or went since they were read")
    .option("--json", "print as JSON")
    .action(run);
}

/** Archive members and JSON lines have no file of their own to compare. */
function freshness(source: string, hash: string): "current" | "changed" | "gone" {
  if (!existsSync(source)) return "gone";
  return sha256(readFileSync(source)) === hash ? "current" : "changed";
}

function run(options: StoreOption & { json?: boolean }): void {
  const rows = workspaceFor(options.store)
    .entries()
    .map((e) => ({
      id: e.id,
      date: e.date ?? "",
      place: e.homeName ?? "",
      title: e.title,
      characters: e.characters,
      sentences: e.read,
      claims: e.claims,
      source: e.source,
      state: freshness(e.source, e.sha256),
    }));
  if (options.json) print(JSON.stringify({ reports: rows }, null, 1));
  else if (rows.length === 0) print("nothing yet: `reportgraph build FOLDER` reads reports");
  else
    print(
      table(
        ["report", "date", "place", "title", "characters", "sentences", "claims", "file"],
        rows.map((r) => [
          r.id,
          r.date,
          r.place,
          r.title,
          String(r.characters),
          String(r.sentences),
          String(r.claims),
          r.state,
        ]),
        terminalWidth(),
      ),
    );
}
