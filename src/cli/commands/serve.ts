import type { Command } from "commander";
import { portOption, probabilityOption } from "../options.ts";
import { type StoreOption, withStore } from "../session.ts";

export function serveCommand(program: Command): void {
  withStore(program.command("serve"))
    .description("the explorer and the HTTP API on this machine")
    .option("--port <n>", "port, 0 for a free one", portOption, 4280)
    .option("--host <address>", "another address than loopback needs --token", "127.0.0.1")
    .option("--token <secret>", "what clients must send; also read from REPORTGRAPH_TOKEN")
    .option(
      "--min-confidence <p>",
      "show relations that are at least so sure, 0 to 1, unless the reader chooses otherwise (default: all)",
      probabilityOption,
    )
    .action(run);
}

interface ServeFlags {
  port: number;
  host: string;
  token?: string;
  minConfidence?: number;
}

async function run(options: StoreOption & ServeFlags): Promise<void> {
  const { serveUntilStopped } = await import("../../server/main.ts");
  await serveUntilStopped(options);
}
