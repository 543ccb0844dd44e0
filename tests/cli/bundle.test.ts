/**
 * The bundle and the modules beside it are one program: a server adds reports to the folder of a build.
 */
import { spawnSync } from "node:child_process";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { programArguments } from "../../scripts/lib/program.ts";

const LINE = `${JSON.stringify({ id: "a", text: "云岭集团计划投资3亿元在青禾县建设青禾光伏电站。" })}\n`;

it("both give a report the same claims under the same key", () => {
  const program = programArguments();
  const main = program.at(-1) as string;
  const modules = pathToFileURL(join(dirname(main), `run${extname(main)}`)).href;
  const once = (args: readonly string[]): string => {
    const { stdout, status } = spawnSync(process.execPath, args, { input: LINE, encoding: "utf8" });
    expect(status).toBe(0);
    return stdout;
  };
  const bundled = once([...program, "extract"]);
  const plain = once([
    ...program.slice(0, -1),
    "--input-type=module",
    "--eval",
    `await (await import(${JSON.stringify(modules)})).run()`,
    "extract",
  ]);
  expect(bundled).toContain("云岭集团");
  expect(bundled).toBe(plain);
  // Once more with the code that the first run left.
  expect(once([...program, "extract"])).toBe(plain);
});
