/**
 * The patterns that were proven harmless already: `proven.txt` keeps a hash of each, under the version of the proof. A
 * pattern that is not in it, or any pattern once the proof itself or `recheck` changed, is proven anew by the test.
 * `npx tsx scripts/dev/prove-patterns.ts` writes it.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../src/model/hash.ts";
import { packageRoot } from "../../src/paths.ts";
import type { Pattern } from "./patterns.ts";

const FILE = join(packageRoot, "tests/redos/proven.txt");
const HEAD =
  "# Hashes of patterns that tests/redos proved harmless (tests/redos/record.ts). Written by scripts/dev/prove-patterns.ts.";

/** What a proof rests on: `recheck` and the code that asks it. */
export function proofVersion(): string {
  const manifest = readFileSync(join(packageRoot, "node_modules/recheck/package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const asking = readFileSync(join(packageRoot, "tests/redos/attack.ts"), "utf8");
  return `recheck ${version}, attack.ts ${sha256(asking).slice(0, 16)}`;
}

export const hashOf = ({ source, flags }: Pattern): string => sha256(`/${source}/${flags}`).slice(0, 32);

/** Hashes of the patterns proven by a proof of this version; none when `text` was written under another. */
export function readProven(version: string, text: string = readFileSync(FILE, "utf8")): ReadonlySet<string> {
  const [, stated, ...hashes] = text.split("\n");
  return new Set(stated === `# ${version}` ? hashes.filter((line) => line !== "") : []);
}

export function writeProven(version: string, hashes: Iterable<string>): void {
  writeFileSync(FILE, `${HEAD}\n# ${version}\n${[...new Set(hashes)].sort().join("\n")}\n`);
}
