/**
 * Test files run again and again over sources that change, by one Vitest that stays: each run has workers of its own, so
 * that nothing of an earlier mutant is left, but what did not change is not transformed anew.
 * @module
 */
import { join, relative } from "node:path";
import { Writable } from "node:stream";
import {
  BaseSequencer,
  createVitest,
  type Reporter,
  type TestModule,
  type TestSpecification,
} from "vitest/node";
import { watchForHangs } from "./hangs.ts";

export interface Failure {
  file: string;
  test: string;
  /** It hung, or ran into a limit of its own: a busy machine may do that, too. */
  byTime: boolean;
}

export interface WarmTests {
  /** @param file changed on disk, relative to the checkout */
  changed: (file: string) => void;
  /**
   * Runs these files until a test fails.
   * @returns the first that failed; `undefined` when all pass
   */
  failing: (files: readonly string[]) => Promise<Failure | undefined>;
  /** Runs these files of `unit` in one worker, in their order, whatever fails. @returns whether they had to be ended */
  runAll: (files: readonly string[]) => Promise<boolean>;
  close: () => Promise<void>;
}

/** In the order in which they are given. */
class AsGiven extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** @param root the checkout; the process works in it from here on, as its tests expect */
export async function openTests(root: string): Promise<WarmTests> {
  process.chdir(root);
  let failed: Failure | undefined;
  let current = "";
  const hangs = watchForHangs("workers/forks");
  const fail = (file: string, test: string, said = ""): void => {
    failed ??= { file, test, byTime: /timed? ?out/i.test(said) };
  };
  const fileOf = ({ moduleId }: TestModule): string => relative(root, moduleId);
  const reporter: Reporter = {
    onTestModuleStart: (module) => {
      current = fileOf(module);
      hangs.progress();
    },
    onTestCaseResult: (test) => {
      hangs.progress();
      const { state, errors } = test.result();
      if (state === "failed") fail(fileOf(test.module), test.name, errors[0]?.message);
    },
    onTestModuleEnd: (module) => {
      const said = module.errors()[0]?.message;
      if (module.state() === "failed") fail(fileOf(module), said?.split("\n")[0] ?? "a suite", said);
    },
    onTestRunEnd: (_modules, errors) => {
      const [error] = errors;
      if (error !== undefined) fail(current, error.message.split("\n")[0] ?? "", error.message);
    },
  };
  const vitest = await createVitest(
    "test",
    {
      root,
      watch: false,
      bail: 1,
      maxWorkers: 1,
      testTimeout: 0,
      reporters: [reporter],
      sequence: { sequencer: AsGiven },
    },
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
      if (hangs.ended()) return { file: current, test: "never ended", byTime: true };
      return failed;
    },
    runAll: async (files) => {
      const [unit] = vitest.projects.filter(({ name }) => name === "unit");
      if (unit === undefined) throw new Error("there is no project unit");
      unit.config.bail = 0;
      await vitest.runTestSpecifications(files.map((file) => unit.createSpecification(join(root, file))));
      unit.config.bail = 1;
      process.exitCode = 0;
      return hangs.ended();
    },
    close: async () => {
      hangs.close();
      await vitest.close();
    },
  };
}
