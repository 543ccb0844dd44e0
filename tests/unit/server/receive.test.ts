/** Forms with files are laid down as they come. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { limitsHere } from "../../../src/limits.ts";
import { receiveFiles } from "../../../src/server/receive.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reportgraph-receive-"));
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const limits = { ...limitsHere(), uploadFiles: 3, uploadFileBytes: 1_000 };
const formOf = (files: readonly [name: string, text: string][], fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, text] of files) form.append("files", new Blob([text]), name);
  return new Response(form);
};
const head = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n';
const raw = (body: string | ReadableStream, type = "multipart/form-data; boundary=b") =>
  new Response(body, { headers: { "content-type": type } });

describe("a form", () => {
  it("gives its files under their names, and takes them away again", async () => {
    const names = ["2023/公报.txt", 'a"b\nc.txt', "%0d.txt"];
    const { files, remove } = await receiveFiles(
      formOf(
        names.map((name, i) => [name, "中".repeat(i)]),
        { note: "x" },
      ),
      limits,
    );
    expect(files.map(({ name }) => name)).toEqual(["2023/公报.txt", 'a"b\nc.txt', "\r.txt"]);
    expect(files.map(({ size }) => size)).toEqual([0, 3, 6]);
    expect(files.map(({ path }) => readFileSync(path, "utf8"))).toEqual(["", "中", "中中"]);
    expect(statSync(files[0]?.path ?? "").mode & 0o077).toBe(0);
    remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says of a file that it is too large, without laying down all of it", async () => {
    const { files, remove } = await receiveFiles(
      formOf([
        ["whole.txt", "x".repeat(1_000)],
        ["large.txt", "x".repeat(500_000)],
      ]),
      limits,
    );
    expect(files.map(({ size }) => size > limits.uploadFileBytes)).toEqual([false, true]);
    expect(statSync(files[1]?.path ?? "").size).toBeLessThanOrEqual(limits.uploadFileBytes + 1);
    remove();
  });

  it.each([
    ["has too many files", () => formOf(Array.from({ length: 4 }, (_, i) => [`${i}.txt`, "x"])), 413],
    ["is broken off", () => raw(`${head}abc`), 400],
    ["is none", () => raw("{}", "application/json"), 400],
    ["names no boundary", () => raw("x", "multipart/form-data"), 400],
    [
      "has no body",
      () => new Response(null, { headers: { "content-type": "multipart/form-data; boundary=b" } }),
      400,
    ],
  ])("that %s is refused and leaves nothing", async (_, make, status) => {
    await expect(receiveFiles(make(), limits)).rejects.toMatchObject({ name: "ProblemError", status });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("with too many files is not read to its end", async () => {
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        if (pieces > 5_000) controller.close();
        else controller.enqueue(Buffer.from(`${head}1\r\n`));
      },
    });
    await expect(receiveFiles(raw(body), limits)).rejects.toMatchObject({ code: "TOO_MANY_FILES" });
    expect(pieces).toBeLessThan(1_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is not taken where the temporary folder takes no files", async () => {
    for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, join(folder, "none"));
    await expect(receiveFiles(formOf([["a.txt", "x"]]), limits)).rejects.toMatchObject({
      code: "UPLOAD_ROOM",
      status: 503,
    });
  });

  it("lies on the disk, not in memory, while it comes", async () => {
    let send: (text: string) => void = () => undefined;
    let close = (): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = (text) => controller.enqueue(Buffer.from(text));
        close = () => controller.close();
      },
    });
    const receiving = receiveFiles(raw(body), { ...limits, uploadFileBytes: 1e9 });
    send(head);
    send("x".repeat(1_000_000));
    await vi.waitFor(() => {
      const [made = ""] = readdirSync(folder);
      expect(statSync(join(folder, made, "0")).size).toBeGreaterThan(900_000);
    });
    send("\r\n--b--\r\n");
    close();
    const { files, remove } = await receiving;
    expect(files[0]?.size).toBe(1_000_000);
    remove();
  });
});
