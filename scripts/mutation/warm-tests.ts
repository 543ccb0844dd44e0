/**
 * Test files run again and again over sources that change, by one Vitest that stays: each run has workers of its own, so
 * that nothing of an earlier mutant is left, but what did not change is not transformed anew.
 * @module
 */
import { join, relative } from "node:path";
import { Writable } from "node:stream";
import { createVitest, type Reporter, type TestModule } from "vitest/node";
import { watchForHangs } from "./hangs.ts";

export interface WarmTests {
  /** @param file changed on disk, relative to the checkout */
  changed: (file: string) => void;
  /**
   * Runs these files until a test fails.
   * @returns the first that failed, as file and test; `undefined` when all pass
   */
  failing: (files: readonly string[]) => Promise<{ file: string; test: string } | undefined>;
  close: () => Promise<void>;
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** @param root the checkout; the process works in it from here on, as its tests expect */
export async function openTests(root: string): Promise<WarmTests> {
  process.chdir(root);
  let failed: { file: string; test: string } | undefined;
  let current = "";
  const hangs = watchForHangs("workers/forks");
  const fail = (module: TestModule, test: string): void => {
    failed ??= { file: relative(root, module.moduleId), test };
  };
  const reporter: Reporter = {
    onTestModuleStart: (module) => {
      current = relative(root, module.moduleId);
      hangs.progress();
    },
    onTestCaseResult: (test) => {
      hangs.progress();
      if (test.result().state === "failed") fail(test.module, test.name);
    },
    onTestModuleEnd: (module) => {
      if (module.state() === "failed") fail(module, module.errors()[0]?.message.split("\n")[0] ?? "a suite");
    },
    onTestRunEnd: (_modules, errors) => {
      const [error] = errors;
      if (error !== undefined) failed ??= { file: current, test: error.message.split("\n")[0] ?? "" };
    },
  };
  const vitest = await createVitest(
    "test",
    { root, watch: false, bail: 1, maxWorkers: 1, testTimeout: 0, reporters: [reporter] },
    {},
    { stdout: nowhere(), stderr: nowhere() },
  );
  await vitest.standalone();
  await vitest.globTestSpecifications();
  return {
    changed: (file) => vitest.invalidateFile(join(root, file)),
    failing: async (files) => {
      failed = undefined;
      current = files[0] ?? "";
      const specifications = files.flatMap((file) =>
        vitest.getModuleSpecifications(join(root, file)).filter(({ pool }) => pool !== "typescript"),
      );
      if (specifications.length !== files.length)
        throw new Error(`not all of these are tests: ${files.join(" ")}`);
      await vitest.runTestSpecifications(specifications);
      process.exitCode = 0;
      if (hangs.ended()) return { file: current, test: "never ended" };
      return failed;
    },
    close: async () => {
      hangs.close();
      await vitest.close();
    },
  };
}
