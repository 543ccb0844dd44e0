import { existsSync, readFileSync, statSync } from "node:fs";
import type { Command } from "commander";
import { InputError } from "../../errors.ts";
import { describeClaim } from "../../extract/describe.ts";
import type { Extraction } from "../../extract/engine.ts";
import { extract, openExtractTools } from "../../extract/extract.ts";
import { besides } from "../../model/besides.ts";
import type { Claim } from "../../model/claim.ts";
import type { Report, Sentence } from "../../model/report.ts";
import { readReport, reportFromText } from "../../report/read.ts";
import { print, readLines } from "../io.ts";
import { dateOption } from "../options.ts";
import { safe } from "../text.ts";

interface Options {
  date?: string;
  json?: boolean;
}

export function explainCommand(program: Command): void {
  program
    .command("explain")
    .description("which rules fired, on which words, into which claims")
    .argument("[file[:line]]", "a report, or one line of it; without it a text is read from stdin")
    .option("--date <date>", "the report's date (YYYY-MM-DD)", dateOption)
    .option("--json", "print as JSON")
    .action(run);
}

async function run(target: string | undefined, options: Options): Promise<void> {
  const { report, line } = await open(target, options.date);
  const tools = await openExtractTools();
  try {
    const extraction = await extract(report, tools, true);
    const wanted = report.sentences.filter(
      (s) =>
        line === undefined || (lineAt(report.text, s.start) <= line && line <= lineAt(report.text, s.end)),
    );
    if (options.json)
      print(
        JSON.stringify(
          wanted.map((s) => ({
            sentence: s.text,
            kind: s.kind,
            claims: claimsOf(extraction, s).map((c) => ({ ...c, ...extraction.reasons?.get(c.id) })),
            names: namesOf(extraction, s),
            dropped: droppedOf(extraction, s),
          })),
          null,
          1,
        ),
      );
    else print(wanted.map((s) => tree(s, extraction)).join("\n\n"));
    if (!tools.tagger) process.stderr.write("without the tagger's model: rules alone\n");
    else if (!tools.recogniser)
      process.stderr.write("without the recogniser's model: rules alone decide which names there are\n");
  } finally {
    await tools.tagger?.close();
  }
}

async function open(
  target: string | undefined,
  date: string | undefined,
): Promise<{ report: Report; line?: number }> {
  const dated = date === undefined ? {} : { date };
  if (target === undefined) {
    const lines: string[] = [];
    for await (const text of readLines("-")) lines.push(text);
    return { report: reportFromText(lines.join("\n"), { id: "stdin", source: "-", ...dated }) };
  }
  const split = /^(.*):(\d+)$/.exec(target);
  const [path, line] =
    existsSync(target) || !split ? [target, undefined] : [split[1] ?? target, Number(split[2])];
  if (!existsSync(path)) throw new InputError("INPUT_MISSING", `${path}: no such file`, { where: path });
  // A folder has none, and a device would be read for ever.
  if (!statSync(path).isFile())
    throw new InputError("INPUT_UNREADABLE", `${path}: is no file`, { where: path });
  const report = await readReport(readFileSync(path), { source: path, ...dated });
  return { report, ...(line === undefined ? {} : { line }) };
}

/** Line number, from 1, of an offset. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

const claimsOf = (x: Extraction, s: Sentence): Claim[] =>
  x.claims.filter((c) => c.sentence.start === s.start && c.sentence.end === s.end);
const namesOf = (x: Extraction, s: Sentence): NonNullable<Extraction["names"]> =>
  (x.names ?? []).filter((n) => s.start <= n.span.start && n.span.end <= s.end);
const droppedOf = (x: Extraction, s: Sentence): Extraction["dropped"] =>
  x.dropped.filter((d) => s.start <= d.span.start && d.span.end <= s.end);

/** `says +1.20, r1:介绍 +0.80`: features of `src/extract/relate/features.ts` with their weights. */
const weights = (list: readonly (readonly [string, number])[]): string =>
  list.map(([feature, w]) => `${safe(feature)} ${w > 0 ? "+" : ""}${w.toFixed(2)}`).join(", ") || "nothing";

/** The sentence, then every rule that fired with its words and claims, then what was dropped and why. */
function tree(s: Sentence, extraction: Extraction): string {
  const byRule = new Map<string, Claim[]>();
  for (const claim of claimsOf(extraction, s))
    byRule.set(claim.rule, [...(byRule.get(claim.rule) ?? []), claim]);
  const lines = [`${s.kind} ${s.start}–${s.end}  ${safe(s.text)}`];
  for (const [rule, claims] of byRule) {
    lines.push(`├─ ${rule}`);
    for (const c of claims) {
      lines.push(
        `│    ${safe(describeClaim(c))}   ${c.confidence.toFixed(2)}   ← ${c.span.start}–${c.span.end}`,
      );
      for (const beside of besides(c.sentence)) lines.push(`│        ${safe(beside)}`);
      const why = extraction.reasons?.get(c.id);
      if (why) lines.push(`│        for ${weights(why.for)}`, `│        against ${weights(why.against)}`);
    }
  }
  for (const name of namesOf(extraction, s)) {
    lines.push(
      `├─ name ${name.type} ${safe(name.text)} (${name.rule}): probability ${name.probability.toFixed(2)}`,
    );
    for (const [sign, list] of [
      ["for", name.for],
      ["against", name.against],
    ] as const)
      for (const { feature, weight } of list)
        lines.push(`│    ${sign} ${Math.abs(weight).toFixed(1)}  ${safe(feature)}`);
  }
  for (const d of droppedOf(extraction, s))
    lines.push(`├─ dropped ${d.type} ${safe(d.text)} (${d.rule}): ${d.reason}`);
  return lines.join("\n");
}
