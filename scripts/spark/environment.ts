/**
 * A Python environment with Spark, made once under `node_modules/.cache/` from `requirements.txt`: for the tests and for
 * whoever tries the job on one machine. Needs Python 3.9 or newer with `venv`, and Java 17.
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/paths.ts";

const requirements = join(packageRoot, "scripts", "spark", "requirements.txt");
const folder = join(packageRoot, "node_modules", ".cache", "reportgraph-spark");
/** Written last: which requirements the environment holds. */
const done = join(folder, "requirements.txt");

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (error || status !== 0)
    throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
}

/** Path of `spark-submit` and the variables it needs. Downloads Spark (300 MB) the first time. @throws Error when Python or pip fail */
export function sparkEnvironment(): { submit: string; env: Record<string, string> } {
  const wanted = readFileSync(requirements, "utf8");
  if (!existsSync(done) || readFileSync(done, "utf8") !== wanted) {
    rmSync(folder, { recursive: true, force: true });
    const making = `${folder}.part`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(join(folder, ".."), { recursive: true });
    run("python3", ["-m", "venv", making]);
    // Scripts name the interpreter by its path, so what is installed is called through Python, never through them.
    run(join(making, "bin", "python"), ["-m", "pip", "install", "--quiet", "--requirement", requirements]);
    renameSync(making, folder);
    writeFileSync(done, wanted);
  }
  const python = join(folder, "bin", "python");
  const { stdout } = spawnSync(python, ["-c", "import pyspark; print(pyspark.__path__[0])"], {
    encoding: "utf8",
  });
  const home = stdout.trim();
  return {
    submit: join(home, "bin", "spark-submit"),
    env: {
      SPARK_HOME: home,
      PYSPARK_PYTHON: python,
      PYSPARK_DRIVER_PYTHON: python,
      SPARK_LOCAL_IP: "127.0.0.1",
    },
  };
}
