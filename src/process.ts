/**
 * Starts child processes that run a module of this program, whether it runs from source or built.
 * @module
 */
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @param module Without extension, as seen from `base`, the `import.meta.url` of the caller. */
export function startProcess(module: string, base: string, args: readonly string[] = []): ChildProcess {
  const fromSource = base.endsWith(".ts");
  // From source the child needs the loader that its parent has; the build needs none.
  const loader = (): string[] => [
    "--import",
    pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href,
  ];
  return fork(fileURLToPath(new URL(`${module}${fromSource ? ".ts" : ".js"}`, base)), args, {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: fromSource ? loader() : [],
  });
}
