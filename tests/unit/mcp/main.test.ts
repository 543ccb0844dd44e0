/** `reportgraph mcp` beside what the protocol says: lines that are no messages. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/paths.ts";

interface Answer {
  id: unknown;
  error?: { code: number };
}

it("what is no message is answered as that, blank lines are none, and the next message is answered", async () => {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-mcp-"));
  const program = ["--import", import.meta.resolve("tsx"), join(packageRoot, "src", "cli", "main.ts")];
  const child = spawn(process.execPath, [...program, "mcp", "--store", join(folder, "store")], {
    cwd: folder,
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    child.stdin.write('no json\n\n\r\n[1]\n{"jsonrpc":"2.0","id":null,"method":"ping"}\n');
    child.stdin.write('{"jsonrpc":"2.0","id":7,"method":');
    child.stdin.write('"ping"}\n');
    const answers: Answer[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      answers.push(JSON.parse(line) as Answer);
      if (answers.at(-1)?.id === 7) break;
    }
    const told = answers.map(({ id, error }) => [id, error?.code ?? "answered"]);
    expect(told).toEqual([
      [null, -32700],
      [null, -32600],
      [null, -32600],
      [7, "answered"],
    ]);
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
