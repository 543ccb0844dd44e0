import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { wholeLines } from "../../../src/mcp/whole-lines.ts";

async function through(most: number, chunks: readonly string[]): Promise<{ lines: string[]; told: number }> {
  const tooLong = vi.fn();
  const lines: string[] = [];
  const stream = wholeLines(most, tooLong).on("data", (line: Buffer) => lines.push(line.toString()));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await once(stream, "end");
  return { lines, told: tooLong.mock.calls.length };
}

it("whole lines come through, each by itself, however they were cut", async () => {
  expect(await through(10, ["ab", "c\nd", "\n\n", "0123456789\n", "rest"])).toEqual({
    lines: ["abc\n", "d\n", "\n", "0123456789\n"],
    told: 0,
  });
});

it("of a line that is too long nothing comes through and nothing is kept, and the next one does", async () => {
  const long = Array.from({ length: 1_000 }, () => "x".repeat(100));
  expect(await through(10, ["a\n", ...long, "\nb\n", "y".repeat(11), "\nc\n"])).toEqual({
    lines: ["a\n", "b\n", "c\n"],
    told: 2,
  });
});
