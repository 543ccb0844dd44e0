/**
 * `reportgraph mcp`: the tools over standard input and output, until the input ends.
 * @module
 */
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { upgradesTold } from "../pipeline/large.ts";
import { storeFor } from "../pipeline/location.ts";
import { workspaceFor } from "../pipeline/workspace-for.ts";
import { bringUpAtStart } from "../server/bring-up.ts";
import { adaptWorkspace } from "../server/workspace-adapter.ts";
import { createMcpServer } from "./server.ts";

/** Standard output belongs to the protocol. */
const say = (message: string): void => void process.stderr.write(`${message}\n`);

export interface McpCommand {
  store: string;
}

/** Resolves when the client has gone. @throws StoreError as the store says */
export async function runMcp({ store: spec }: McpCommand): Promise<void> {
  const store = await storeFor(spec);
  try {
    const open = (): ReturnType<typeof workspaceFor> => workspaceFor(spec, upgradesTold(say));
    await bringUpAtStart(open(), store, say);
    const server = createMcpServer({ store, workspace: adaptWorkspace({ open, store }) });
    const gone = new Promise<void>((resolve) => {
      process.stdin.once("end", resolve);
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
    await server.connect(new StdioServerTransport());
    await gone;
    await server.close();
  } finally {
    await store.close();
  }
}
