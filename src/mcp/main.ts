/**
 * `reportgraph mcp`: the tools over standard input and output, until the input ends.
 * @module
 */
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { limitsHere } from "../limits.ts";
import { openServed } from "../server/open-served.ts";
import { createMcpServer } from "./server.ts";
import { wholeLines } from "./whole-lines.ts";

/** Standard output belongs to the protocol. */
const say = (message: string): void => void process.stderr.write(`${message}\n`);

export interface McpCommand {
  store: string;
}

/** Resolves when the client has gone. @throws StoreError as the store says */
export async function runMcp({ store: spec }: McpCommand): Promise<void> {
  const { store, workspace } = await openServed(spec, say);
  try {
    const server = createMcpServer({ store, workspace });
    const { mcpLineBytes } = limitsHere();
    const lines = wholeLines(mcpLineBytes, () => {
      const message = `a message may have ${mcpLineBytes} bytes; a longer one was left out`;
      process.stdout.write(
        `${JSON.stringify({ jsonrpc: "2.0", id: null, error: { code: -32600, message } })}\n`,
      );
      say(message);
    });
    const gone = new Promise<void>((resolve) => {
      lines.once("end", resolve);
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
    await server.connect(new StdioServerTransport(process.stdin.pipe(lines), process.stdout));
    await gone;
    await server.close();
    process.stdin.unpipe(lines).pause();
  } finally {
    await store.close();
  }
}
