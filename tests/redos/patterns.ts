/**
 * Every regular expression of a folder of source code: literals by parsing the files, constructed ones by watching
 * `RegExp` while the modules are loaded and a text is read.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { packageRoot } from "../../src/paths.ts";

export interface Pattern {
  /** File, or what was done when it was constructed. */
  where: string;
  source: string;
  flags: string;
}

/** TypeScript files below a folder, relative to the repository. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name))
    .sort();
}

/** Regular expression literals of a file. */
export function literalsOf(file: string): Pattern[] {
  const { program, errors } = parseSync(file, readFileSync(join(packageRoot, file), "utf8"));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Pattern[] = [];
  visit(program, ({ type, regex }) => {
    if (type === "Literal" && regex) found.push({ where: file, source: regex.pattern, flags: regex.flags });
  });
  return found;
}

interface SyntaxNode {
  type: string;
  regex?: { pattern: string; flags: string };
}

function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (typeof (value as SyntaxNode).type === "string") see(value as SyntaxNode);
  for (const child of Object.values(value)) visit(child, see);
}

/** Patterns that `work` constructs with `new RegExp` or `RegExp()`. */
export async function constructedDuring(where: string, work: () => Promise<unknown>): Promise<Pattern[]> {
  const real = globalThis.RegExp;
  const found: Pattern[] = [];
  const note = (made: RegExp): RegExp => {
    found.push({ where, source: made.source, flags: made.flags });
    return made;
  };
  globalThis.RegExp = new Proxy(real, {
    construct: (target, args, newTarget) => note(Reflect.construct(target, args, newTarget) as RegExp),
    apply: (target, self, args) => note(Reflect.apply(target, self, args) as RegExp),
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = real;
  }
  return found;
}

/** Each pattern once. */
export function distinct(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.map((p) => [`/${p.source}/${p.flags}`, p])).values()];
}
