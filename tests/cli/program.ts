/**
 * Runs the real program, as a user does, in a folder of its own.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { programArguments } from "../../scripts/lib/program.ts";

const PROGRAM = programArguments();

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Starts `reportgraph` with arguments; the caller ends it. */
export function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, ...args], { cwd, stdio: ["pipe", "pipe", "pipe"] });
}

/** Runs `reportgraph` to its end. */
export function run(args: readonly string[], cwd: string, input = ""): Promise<Ran> {
  const child = start(args, cwd);
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk;
  });
  child.stdin?.on("error", () => {}); // It may end before it has read.
  child.stdin?.end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

/** A new folder, removed after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "reportgraph-cli-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Three short reports on invented places and firms; the second names a project of the first again. */
export const REPORTS: Readonly<Record<string, string>> = {
  "spring.txt":
    "春季重点项目建设综述\n本报记者 林知远\n2023年3月20日，记者从云泽市发展和改革委员会获悉，一季度全市固定资产投资完成126亿元，同比增长12.5%。\n总投资20亿元的云岭新材料产业园项目日前开工建设，由云岭新材料股份有限公司投资。\n“我们将全力服务企业。”云泽市发展和改革委员会主任周启明说。\n",
  "autumn.txt":
    "秋季重点项目建设综述\n本报记者 林知远\n2024年9月12日，云岭新材料产业园项目竣工投产。\n前三季度，全市固定资产投资完成410亿元，同比增长9.8%。\n云泽市建立了“周调度、月通报”机制。\n",
  "winter.txt":
    "冬季招商综述\n本报记者 何安\n2024年12月5日，总投资8亿元的远帆冷链物流基地项目签约。\n云泽市招商局局长陈望说：“明年还将引进10个项目。”\n",
};
