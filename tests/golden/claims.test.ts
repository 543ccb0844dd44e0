/**
 * All that is read from the small texts of `tests/cases` and `tests/corpus` and from the examples of the rules, text by text: who
 * looks for one fact in them does not see what else is said of them. Like the whole reports, the file is written anew
 * with `REPORTGRAPH_UPDATE_GOLDEN=1 npx vitest run --project golden`; its difference is what a change does.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { describeClaim } from "../../src/extract/describe.ts";
import { extract, openExtractTools } from "../../src/extract/extract.ts";
import { families } from "../../src/extract/families.ts";
import { tableRules } from "../../src/extract/table/index.ts";
import type { Claim } from "../../src/model/claim.ts";
import { packageRoot } from "../../src/paths.ts";
import { readReport } from "../../src/report/read.ts";

interface SmallText {
  /** Name of the file, whose ending says the format. */
  file: string;
  date: string | undefined;
  text: string;
}

const listOf = <T>(...path: string[]): T[] =>
  parse(readFileSync(join(packageRoot, "tests", ...path), "utf8")) as T[];

function cases(): SmallText[] {
  const names = readdirSync(join(packageRoot, "tests", "cases")).filter((name) => name.endsWith(".yaml"));
  interface Case {
    id: string;
    date?: string;
    file?: string;
    text?: string;
    texts?: [string, string | undefined, string][];
  }
  return names
    .sort()
    .flatMap((name) => listOf<Case>("cases", name))
    .flatMap(({ id, date, file = `${id}.txt`, text = "", texts }) =>
      (texts ?? [[file, date, text] as const]).map(([source, day, words]) => ({
        file: source,
        date: day || undefined,
        text: words,
      })),
    );
}

const corpus = (name: string): SmallText[] =>
  listOf<{ date?: string; text: string }>("corpus", `${name}.yaml`).map(({ date, text }, i) => ({
    file: `${name}-${i + 1}.txt`,
    date,
    text,
  }));

function examples(): SmallText[] {
  const rules = [...families, { mentionRules: [], claimRules: tableRules }].flatMap(
    ({ mentionRules = [], claimRules = [] }) => [...mentionRules, ...claimRules],
  );
  const texts = rules.flatMap(({ examples: { yes, no } }) => [...yes.map(([text]) => text), ...no]);
  return [...new Set(texts)].map((text, i) => ({ file: `example-${i + 1}.txt`, date: "2024-06-30", text }));
}

const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());

const lineOf = (claim: Claim): string =>
  `  ${describeClaim(claim)}${claim.confidence < 0.5 ? "  ?" : ""}  [${claim.rule}]`;

/** A text, and one line for each of its claims, sorted. */
async function told({ file, date, text }: SmallText): Promise<string> {
  const report = await readReport(Buffer.from(text), {
    source: file,
    ...(date === undefined ? {} : { date }),
  });
  const { claims } = await extract(report, tools);
  const head = `${text.replaceAll(/\s+/gu, " ").slice(0, 60)}${date === undefined ? "" : ` (${date})`}`;
  return `${[head, ...[...new Set(claims.map(lineOf))].sort()].join("\n")}\n`;
}

it.each([
  ["cases", cases],
  ["figures", () => corpus("figures")],
  ["kinds", () => corpus("kinds")],
  ["examples", examples],
] as const)("reads the same claims from the texts of %s", async (name, texts) => {
  const file = new URL(`./claims/${name}.txt`, import.meta.url);
  const parts: string[] = [];
  for (const text of texts()) parts.push(await told(text));
  const now = parts.join("\n");
  if (process.env["REPORTGRAPH_UPDATE_GOLDEN"] === "1") writeFileSync(file, now);
  expect(existsSync(file), "no golden file yet: write it with REPORTGRAPH_UPDATE_GOLDEN=1").toBe(true);
  expect(now).toBe(readFileSync(file, "utf8"));
});
