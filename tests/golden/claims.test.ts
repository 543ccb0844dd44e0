/**
 * All that is read from the small texts of `tests/cases` and `tests/corpus` and from the examples of the rules, text by text: who
 * looks for one fact in them does not see what else is said of them. Like the whole reports, the file is written anew
 * with `REPORTGRAPH_UPDATE_GOLDEN=1 npx vitest run --project golden`; its difference is what a change does. What is wrong in it is
 * no wish, only so.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { describeClaim } from "../../src/extract/describe.ts";
import { extract, openExtractTools } from "../../src/extract/extract.ts";
import { families } from "../../src/extract/families.ts";
import type { Scorer } from "../../src/extract/scorer.ts";
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

const CASES = readdirSync(join(packageRoot, "tests", "cases"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => basename(name, ".yaml"))
  .sort();

function cases(name: string): SmallText[] {
  interface Case {
    id: string;
    date?: string;
    file?: string;
    text?: string;
    texts?: [string, string | undefined, string][];
  }
  return listOf<Case>("cases", `${name}.yaml`).flatMap(({ id, date, file = `${id}.txt`, text = "", texts }) =>
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

/** The texts whose features are kept: enough to hold all kinds, few enough that not every new case changes them. */
const FEATURES_FROM: ReadonlySet<string> = new Set(["kinds", "facts"]);
/** What is being read. */
let reading = "";
/** Of a figure's four questions these see what the first has seen. */
const OTHER_QUESTIONS = /^FIGURE-(?:SUBJECT|TIME|STATISTIC)$/;
/** What a feature looks at: its name up to the first word of the text. */
const LOOKS_AT = /^[a-z\d@#%,^=*]*[:<>|]*/iu;

/** Features by the table that they were weighed with and what they look at. */
const weighed = new Map<string, string[]>();
function seen(table: string, features: readonly string[]): void {
  if (!FEATURES_FROM.has(reading) || OTHER_QUESTIONS.test(table)) return;
  for (const feature of features) {
    const kind = `${table}  ${LOOKS_AT.exec(feature)?.[0]}`;
    const list = weighed.get(kind);
    if (list) list.push(feature);
    else weighed.set(kind, [feature]);
  }
}

function recording(scorer: Scorer): Scorer {
  return {
    ...scorer,
    score(table, features) {
      seen(table, features);
      return scorer.score(table, features);
    },
    alone(table, features) {
      seen(table, features);
      return scorer.alone(table, features);
    },
  };
}

const opened = await openExtractTools();
const tools = { ...opened, scorer: opened.scorer && recording(opened.scorer) };
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

function expectGolden(name: string, now: string): void {
  const file = new URL(`./claims/${name}.txt`, import.meta.url);
  if (process.env["REPORTGRAPH_UPDATE_GOLDEN"] === "1") writeFileSync(file, now);
  expect(existsSync(file), "no golden file yet: write it with REPORTGRAPH_UPDATE_GOLDEN=1").toBe(true);
  expect(now).toBe(readFileSync(file, "utf8"));
}

const golden: Record<string, string> = {};
for (const [name, texts] of [
  ...CASES.map((name) => [name, cases(name)] as const),
  ["figures", corpus("figures")] as const,
  ["kinds", corpus("kinds")] as const,
  ["examples", examples()] as const,
]) {
  const parts: string[] = [];
  reading = name;
  for (const text of texts) parts.push(await told(text));
  golden[name] = parts.join("\n");
}

it.each(Object.entries(golden))("reads the same claims from the texts of %s", expectGolden);

it("weighs them by the same features: a feature that looks at something else has to be learned anew", () => {
  const lines = [...weighed].map(([kind, list]) => {
    const sum = createHash("sha256").update(list.sort().join("\n")).digest("hex").slice(0, 8);
    return `${kind}  ${list.length}, ${new Set(list).size} different, ${sum}\n`;
  });
  expectGolden("features", lines.sort().join(""));
});
