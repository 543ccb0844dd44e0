import type { Command } from "commander";
import { type StoreOption, withStore } from "../session.ts";

export function mcpCommand(program: Command): void {
  withStore(program.command("mcp"))
    .description("answer an assistant over the Model Context Protocol (stdio)")
    .action(async (options: StoreOption) => {
      const { runMcp } = await import("../../mcp/main.ts");
      await runMcp(options);
    });
}
