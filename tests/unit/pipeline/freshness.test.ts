/** Whether a report's file still says what was read, under whatever name it lies. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, expect, test } from "vitest";
import { build } from "../../../src/pipeline/build.ts";
import { freshness } from "../../../src/pipeline/freshness.ts";
import { memoryWorkspace } from "../../../src/workspace/workspace.ts";

const root = mkdtempSync(join(tmpdir(), "reportgraph-fresh-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const gbk = (...names: string[]): Buffer =>
  Buffer.concat([
    Buffer.from(root),
    ...names.flatMap((name) => [Buffer.from("/"), iconv.encode(name, "gbk")]),
  ]);

test.skipIf(process.platform === "win32")(
  "names in GBK bytes are found again, changed and gone",
  async () => {
    mkdirSync(gbk("目录"));
    writeFileSync(gbk("公报.txt"), "甲。");
    writeFileSync(gbk("目录", "综述.txt"), "乙。");
    writeFileSync(join(root, "通报.txt"), "丙。");
    const workspace = memoryWorkspace();
    await build(workspace, [root], { workers: 1 });
    const states = async (): Promise<unknown> => Object.fromEntries(await freshness(workspace));
    expect(await states()).toEqual({ 公报: "current", 综述: "current", 通报: "current" });
    writeFileSync(gbk("目录", "综述.txt"), "丁。");
    rmSync(gbk("公报.txt"));
    expect(await states()).toEqual({ 公报: "gone", 综述: "changed", 通报: "current" });
  },
);
