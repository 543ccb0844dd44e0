/**
 * Every regular expression of a folder of source code: literals by parsing the files, constructed ones by watching
 * `RegExp` while the modules are loaded and a text is read.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { packageRoot } from "../../src/paths.ts";

/** Folders and files that read what comes from outside. */
const READERS = ["src/extract", "src/tag", "src/report", "src/resolve"];
const READER_FILES = ["src/lexicon.ts", "src/indicators.ts"];

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

/** Every pattern that is constructed while the tools open and reports are read. */
function constructedByReading(): Promise<Pattern[]> {
  return constructedDuring("constructed", async () => {
    const { extract, openExtractTools, readReport, reportFromText } = await import("../../src/index.ts");
    const tools = await openExtractTools();
    for (const name of ["anshan-2022-12-investment.txt", "anshan-2025-01-results.txt"]) {
      const report = await readReport(readFileSync(join(packageRoot, "data", "reports", name)), {
        source: name,
      });
      await extract(report, tools);
    }
    await extract(
      reportFromText("某市发展和改革委员会（以下简称市发改委）负责人表示，该项目由甲公司投资建设。", {
        id: "x",
        source: "x",
      }),
      tools,
    );
    await tools.tagger?.close();
  });
}

export interface Patterns {
  written: Pattern[];
  constructed: Pattern[];
  /** Each once, without the flags `d` (indices of groups) and `g`: they change nothing of how a match is sought. */
  all: Pattern[];
}

/** The patterns of the stages that read. */
export async function patternsOfReading(): Promise<Patterns> {
  const written = [...READERS.flatMap(sourceFiles), ...READER_FILES].flatMap(literalsOf);
  const constructed = await constructedByReading();
  const plain = [...written, ...constructed].map((p) => ({ ...p, flags: p.flags.replace(/[dg]/g, "") }));
  return { written, constructed, all: distinct(plain) };
}

/** Each pattern once. */
function distinct(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.map((p) => [`/${p.source}/${p.flags}`, p])).values()];
}
