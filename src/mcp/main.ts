/**
 * `reportgraph mcp`: the tools over standard input and output, until the input ends.
 * @module
 */
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { limitsHere } from "../limits.ts";
import { openServed } from "../server/open-served.ts";
import { Pace, paced } from "./pace.ts";
import { createMcpServer } from "./server.ts";
import { wholeLines } from "./whole-lines.ts";

/** Standard output belongs to the protocol. */
const say = (message: string): void => void process.stderr.write(`${message}\n`);

export interface McpCommand {
  store: string;
}

const INVALID_REQUEST = -32600;
const PARSE_ERROR = -32700;

/** To a message of which not even the id is known (JSON-RPC 2.0). */
function answerNobody(code: number, message: string): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id: null, error: { code, message } })}\n`);
}

/** What is no message is answered as that, so that its sender does not wait for ever. */
function refuse(error: Error): void {
  if (error instanceof SyntaxError) answerNobody(PARSE_ERROR, "this line is no JSON");
  else if (error.name === "ZodError") answerNobody(INVALID_REQUEST, "this line is no JSON-RPC 2.0 message");
  else say(`reportgraph: ${error.message}`);
}

/** Resolves when the client has gone. @throws StoreError as the store says */
export async function runMcp({ store: spec }: McpCommand): Promise<void> {
  const { store, workspace } = await openServed(spec, say);
  try {
    const { mcpLineBytes, mcpCalls } = limitsHere();
    const pace = new Pace(mcpCalls);
    const server = createMcpServer({ store, workspace, pace });
    server.server.onerror = (error) => void refuse(error);
    const lines = wholeLines(mcpLineBytes, () => {
      const message = `a message may have ${mcpLineBytes} bytes; a longer one was left out`;
      answerNobody(INVALID_REQUEST, message);
      say(message);
    });
    // Each call that waits to be answered may wait for room there.
    process.stdout.setMaxListeners(mcpCalls + 16);
    const messages = process.stdin.pipe(lines).pipe(paced(pace, process.stdout));
    const gone = new Promise<void>((resolve) => {
      messages.once("end", resolve);
      process.once("SIGINT", () => resolve());
      process.once("SIGTERM", () => resolve());
    });
    await server.connect(new StdioServerTransport(messages, process.stdout));
    await gone;
    await server.close();
    process.stdin.unpipe(lines).pause();
  } finally {
    await store.close();
  }
}
