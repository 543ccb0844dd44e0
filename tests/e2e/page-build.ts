/**
 * Sees to it that `dist/web` is what `web/` says.
 * @module
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { packageRoot } from "../../src/paths.ts";

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, { parentPath, name }) => Math.max(latest, statSync(join(parentPath, name)).mtimeMs), 0);
}

export async function ensurePage(): Promise<string> {
  const out = join(packageRoot, "dist", "web");
  const index = join(out, "index.html");
  if (!existsSync(index) || statSync(index).mtimeMs < newest(join(packageRoot, "web"))) {
    await build({ root: join(packageRoot, "web"), logLevel: "error" });
  }
  return out;
}
