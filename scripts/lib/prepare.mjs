/**
 * What `npm start` and `npm test` share: the right Node, the packages, the build. Plain JavaScript without dependencies,
 * because it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const LEAST_NODE = [20, 19];

/** Runs a program in the project's folder; ends this one when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) fail(`${command}: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
    fail(`reportgraph needs Node ${LEAST_NODE.join(".")} or newer; this is ${process.versions.node}`);
}

/** Installs the packages that package-lock.json names, unless they are there. */
export function install() {
  checkNode();
  const installed = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  if (existsSync(installed) && samePackages(installed, lock)) return;
  console.error("installing packages …");
  // Not `npm ci`: it refuses a lock in which another platform's optional binaries are missing, and where the registry
  // does not serve them all no complete lock can be made. `--no-save` leaves the lock as it is.
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** A fresh checkout gives every file a new time; what counts is what the lock names. */
function samePackages(installed, lock) {
  const packages = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const [have, want] = [packages(installed), packages(lock)];
  return Object.entries(want).every(
    ([path, entry]) => path === "" || entry.optional || entry.peer || have[path]?.version === entry.version,
  );
}

/** Compiles the program and the explorer. */
export function build() {
  console.error("building …");
  run("npm", ["run", "--silent", "build"]);
}
