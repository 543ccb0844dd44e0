import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keep, readKept } from "../../../src/cli/launch.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "launch-"));
const KEPT = { parts: new Set(["./work.js", "./commands/build.js"]), code: Buffer.from([1, 2, 3]) };

test("code that was kept is read again, and nothing else is left behind", () => {
  const at = folder();
  keep(join(at, "a.code"), KEPT);
  const read = readKept(join(at, "a.code"));
  expect(read?.parts).toEqual(KEPT.parts);
  expect(read?.code.equals(KEPT.code)).toBe(true);
  expect(readdirSync(at)).toEqual(["a.code"]);
});

test("a file with any byte changed, or cut, does not count", () => {
  const path = join(folder(), "a.code");
  keep(path, KEPT);
  const whole = readFileSync(path);
  for (let i = 0; i < whole.length; i++) {
    const other = Buffer.from(whole);
    other[i] = (other[i] as number) ^ 1;
    writeFileSync(path, other);
    expect(readKept(path), `byte ${i}`).toBeUndefined();
    writeFileSync(path, whole.subarray(0, i));
    expect(readKept(path), `first ${i} bytes`).toBeUndefined();
  }
});

test("where nothing can be written nothing is kept, without a word", () => {
  const path = join(folder(), "no such folder", "a.code");
  keep(path, KEPT);
  expect(readKept(path)).toBeUndefined();
});
