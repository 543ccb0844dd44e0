/**
 * Killed in the middle of a build and run again, the program ends where an undisturbed build ends.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folder, REPORTS, run, start } from "./program.ts";

const COPIES = 4;
const KILLS = 4;

function fill(cwd: string): void {
  mkdirSync(join(cwd, "reports"));
  for (let i = 0; i < COPIES; i++)
    for (const [name, text] of Object.entries(REPORTS))
      writeFileSync(
        join(cwd, "reports", `${i}-${name}`),
        `${text}第${i}号文件。\n`.replaceAll("新材料", `新材料${"甲乙丙丁"[i]}`),
      );
}

const exported = (cwd: string): Promise<{ code: number | null; out: string }> =>
  run(["export", "--format", "jsonl"], cwd);

it("survives kill -9 at any moment of a build", async () => {
  const undisturbed = folder();
  fill(undisturbed);
  const begun = performance.now();
  expect((await run(["build", "reports"], undisturbed)).code).toBe(0);
  const lasted = performance.now() - begun;
  const { out: wanted } = await exported(undisturbed);
  expect(wanted.length).toBeGreaterThan(10_000);

  const cwd = folder();
  fill(cwd);
  let killed = 0;
  for (let i = 1; i <= KILLS; i++) {
    const child = start(["build", "reports"], cwd);
    child.stdin?.end();
    child.stdout?.resume();
    child.stderr?.resume();
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once("close", (_, signal) => resolve(signal)),
    );
    // Most of what is written is written in the last third.
    setTimeout(() => child.kill("SIGKILL"), lasted * (0.35 + (0.65 * i) / KILLS));
    if ((await ended) === "SIGKILL") killed++;
  }
  expect(killed).toBeGreaterThan(0);
  const again = await run(["build", "reports"], cwd);
  expect(again.err).toBe("");
  expect(again.code).toBe(0);
  expect((await exported(cwd)).out).toBe(wanted);
});
