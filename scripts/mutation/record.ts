/**
 * The verdicts so far, one line of JSON each, written as they fall: a run that was stopped goes on where it was, and slices
 * (`--only`) add up. They hold for the committed state of sources and tests that they were found on.
 * @module
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/paths.ts";
import type { DrawnMutant } from "./draw.ts";

export interface Verdict {
  verdict: "killed" | "survived" | "no test" | "not judged";
  /** The test that noticed. */
  by?: string;
}

export interface VerdictRecord {
  /** `undefined` for what was not tried yet, or could not be judged. */
  of: (mutant: DrawnMutant) => Verdict | undefined;
  add: (mutant: DrawnMutant, verdict: Verdict) => void;
}

const keyOf = ({ file, start, end, replacement }: DrawnMutant): string =>
  JSON.stringify([file, start, end, replacement]);

/** @param limit how many tests a mutant meets: with another limit a verdict may be another */
export function openRecord(limit: number): VerdictRecord {
  const trees = execFileSync("git", ["rev-parse", "HEAD:src", "HEAD:schema", "HEAD:data", "HEAD:tests"], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  const state = createHash("sha256").update(trees).digest("hex").slice(0, 12);
  const folder = join(packageRoot, "node_modules", ".cache", "mutants");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${state}-${limit}.jsonl`);
  const found = new Map<string, Verdict>(
    (existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : []).map((line) => {
      const { key, ...verdict } = JSON.parse(line) as Verdict & { key: string };
      return [key, verdict];
    }),
  );
  return {
    of: (mutant) => {
      const known = found.get(keyOf(mutant));
      return known?.verdict === "not judged" ? undefined : known;
    },
    add: (mutant, verdict) => appendFileSync(path, `${JSON.stringify({ key: keyOf(mutant), ...verdict })}\n`),
  };
}
