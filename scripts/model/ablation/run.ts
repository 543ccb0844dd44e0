/**
 * What each rule is worth, end to end: how the graphs of annotated texts and of the sample reports change without it.
 *
 *     npx tsx scripts/model/ablation/run.ts [--part N/M] [--names MODEL] [--shared FOLDER] [--out FILE]
 *         [--rule PART_OF_A_NAME] [--together RULE,RULE…]… [--turns MOST [--file PATTERN]] [FOLDER]
 *
 * FOLDER (default ../shared/train/texts) lies beside tsv2gold.py, SHARED holds reports/, gold/ and dev/. `--names` is a model of
 * the recogniser that has not seen the part, so that names are as doubtful as in any text. The weights stay as they were
 * learned with the rule, so that it may cost less to give a rule up than is said here. `--together` leaves out several at once.
 * With `--turns` every turn in the code of extraction is measured instead (`switches.ts`) that makes a difference in at most so
 * many texts. A FILE that ends in .md gets a table for readers.
 * @module
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { COLUMNS, Measure } from "./measure.ts";
import { openProgram } from "./program.ts";
import { Watch } from "./rules.ts";
import { tableOf } from "./table.ts";
import { annotatedTexts, sampleTexts } from "./texts.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string", default: "0/9" },
    names: { type: "string" },
    shared: { type: "string", default: "../shared" },
    out: { type: "string" },
    rule: { type: "string", default: "" },
    together: { type: "string", multiple: true },
    turns: { type: "string" },
    file: { type: "string", default: "" },
  },
});
const [part = 0, parts = 1] = values.part.split("/").map(Number);

const program = await openProgram(values.turns === undefined ? [] : ["src/extract"], (file) =>
  new RegExp(values.file).test(file),
);
const tools = await program.openExtractTools();
const blind = values.names === undefined ? tools : await program.openExtractTools(values.names);
const texts = [
  ...(await annotatedTexts(positionals[0] ?? "../shared/train/texts", [part, parts], tools.tagger)),
  ...(await sampleTexts(values.shared, tools.tagger)),
];
await tools.tagger?.close();
if (blind !== tools) await blind.tagger?.close();

const measure = new Measure(texts, program, (set) => (set === "train" ? blind : tools));
const watch = new Watch(program);
const turnedIn: number[][] = program.turns.map(() => []);
texts.forEach((text, i) => {
  program.switches.fired.clear();
  watch.during(i, text, () => measure.readBase(i));
  for (const id of program.switches.fired) turnedIn[id]?.push(i);
});

const table = tableOf(COLUMNS, measure.base(), texts.length, values.out?.endsWith(".md") ?? false);
/** Writes as it goes: a run takes a while. */
const write = (text: string): void => {
  if (values.out !== undefined) writeFileSync(values.out, text);
};
write(table.text());
function tell(
  name: string,
  facts: readonly (string | number)[],
  changes: readonly number[] | undefined,
): void {
  write(table.add(name, facts, changes));
}

/** Without all of these rules. */
function leaveOut(name: string, rules: readonly string[]): void {
  const deeds = rules.flatMap((rule) => watch.deeds.get(rule) ?? []);
  const among = new Set(deeds.flatMap((d) => [...d.texts]));
  const sum = (of: "fires" | "right" | "alone"): number => deeds.reduce((n, d) => n + d[of], 0);
  const named = deeds.some((d) => d.kind === "names");
  watch.off = new Set(rules);
  tell(
    name,
    [among.size, sum("fires"), ...(named ? [sum("right"), sum("alone")] : ["", ""])],
    measure.changes(among),
  );
  watch.off = new Set();
}

if (values.turns !== undefined) {
  const most = Number(values.turns);
  for (const [id, { file, line, kind, code }] of program.turns.entries()) {
    const among = turnedIn[id] ?? [];
    if (among.length > most) continue;
    program.switches.off = id;
    tell(`${file}:${line} ${kind} ${code.slice(0, 90)}`, [among.length, "", "", ""], measure.changes(among));
    program.switches.off = undefined;
  }
} else if (values.together !== undefined)
  for (const names of values.together) leaveOut(names, names.split(","));
else {
  const deeds = [...watch.deeds.values()].filter(({ name }) => name.includes(values.rule));
  for (const { name } of deeds) leaveOut(name, [name]);
  for (const group of new Set(deeds.map((d) => `${d.family}: all ${d.kind}`)))
    leaveOut(
      group,
      deeds.filter((d) => `${d.family}: all ${d.kind}` === group).map((d) => d.name),
    );
}
program.close();
if (values.out === undefined) process.stdout.write(table.text());
