/** Places that are no ordinary files or folders: what is written to them goes there, or is told; nothing takes their place. */
import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeOut } from "../../src/cli/io.ts";
import { writeText } from "../../src/export/output.ts";
import { draftOf, makeFolder } from "../../src/files.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "reportgraph-files-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function* letters(): AsyncGenerator<string> {
  yield "a";
}

const WRITERS: [string, (path: string) => Promise<void>][] = [
  ["an export", (path) => writeText(["a"], path)],
  ["a filter", (path) => writeOut(path, letters())],
];

it.skipIf(process.platform === "win32").each(WRITERS)(
  "%s goes through a pipe, which stays one",
  async (_, write) => {
    const pipe = join(root, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe]);
    const read = new Promise((resolve) => reader.stdout.once("data", (bytes) => resolve(String(bytes))));
    await write(pipe);
    expect(await read).toBe("a");
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(existsSync(`${pipe}.part`)).toBe(false);
  },
);

it.each(WRITERS)("%s goes where a link leads, which stays one", async (_, write) => {
  const [file, link] = [join(root, "file"), join(root, "link")];
  writeFileSync(file, "before");
  symlinkSync(file, link);
  await write(link);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, "utf8")).toBe("a");
});

it("a file appears under its name when it is whole, whatever stands there", () => {
  const file = join(root, "file");
  const draft = { path: `${file}.part`, becomes: file };
  expect(draftOf(file)).toEqual(draft);
  writeFileSync(file, "");
  expect(draftOf(file)).toEqual(draft);
  expect(draftOf(join(file, "below"))).toEqual({
    path: join(file, "below.part"),
    becomes: join(file, "below"),
  });
});

it("a folder is made with those above it", () => {
  makeFolder(join(root, "a", "b", "c"));
  makeFolder(join(root, "a", "b", "c"));
  expect(lstatSync(join(root, "a", "b", "c")).isDirectory()).toBe(true);
});

it.each(["", "/dev/null/x", ...(process.platform === "linux" ? ["/proc/self/x/y"] : [])])(
  "no folder can be %j, and that is said",
  (path) => {
    expect(() => makeFolder(path)).toThrow(expect.objectContaining({ code: "FILE_PLACE" }));
  },
);
