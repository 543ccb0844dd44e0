import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that mock modules. */
const MOCKED = "tests/unit/**/*.mocked.test.ts";

const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, testTimeout: 60_000, hookTimeout: 120_000, ...extra },
});

const config: ReturnType<typeof defineConfig> = defineConfig({
  test: {
    // Vitest leaves one core to itself, which on two cores is half of the time.
    maxWorkers: availableParallelism(),
    coverage: { provider: "v8", include: ["src/**", "schema/**"] },
    projects: [
      // One module cache for all files of a worker, which saves a third of the time. So what a file changes it has to put back,
      // and files that put other modules in the place of real ones are in a project of their own.
      project(
        "unit",
        [
          "tests/unit/**/*.test.ts",
          "tests/rules/**/*.test.ts",
          "tests/corpus/**/*.test.ts",
          "tests/cases/**/*.test.ts",
        ],
        {
          exclude: [MOCKED],
          isolate: false,
        },
      ),
      project("mocked", [MOCKED]),
      project("redos", ["tests/redos/**/*.test.ts"]),
      project("conformance", ["tests/conformance/**/*.test.ts"]),
      project("golden", ["tests/golden/**/*.test.ts"]),
      project("property", ["tests/property/**/*.test.ts"], { testTimeout: 300_000 }),
      project("cli", ["tests/cli/**/*.test.ts"], { testTimeout: 120_000 }),
      {
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["tests/types/**/*.test-d.ts"] },
        },
      },
      project("neo4j", ["tests/neo4j/**/*.test.ts"], {
        globalSetup: ["tests/neo4j/global-setup.ts"],
        testTimeout: 300_000,
        hookTimeout: 300_000,
        fileParallelism: false,
      }),
      project("spark", ["tests/spark/**/*.test.ts"], { testTimeout: 900_000, hookTimeout: 900_000 }),
      project("e2e", ["tests/e2e/**/*.test.ts"], {
        testTimeout: 300_000,
        hookTimeout: 300_000,
        fileParallelism: false,
        // Windows beside each other: while one waits, another draws. More would be slower on two cores.
        maxConcurrency: 3,
        // On a busy machine a page may need more than Vitest's second.
        expect: { poll: { timeout: 20_000 } },
      }),
    ],
  },
});

export default config;
