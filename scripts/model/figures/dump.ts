/**
 * Writes figures with their features and labels, one JSON line each, for `scripts/model/relations/train.py`.
 *
 *     npx tsx scripts/model/figures/dump.ts --labels figures.jsonl TEXTS.jsonl > read.jsonl
 *     npx tsx scripts/model/figures/dump.ts --gold GOLD REPORTS [--gold GOLD REPORTS]… > gold.jsonl
 *     npx tsx scripts/model/figures/dump.ts --right N REPORTS > right.jsonl
 *
 *     npx tsx scripts/model/figures/dump.ts --corpus tests/corpus/figures.yaml > invented.jsonl
 *
 * `--scorer FOLDER` chooses owners by other weights, `--part K/N` takes every Nth text: so that none is read by what it taught.
 * With `--owners` the possible owners of each figure, for the table that chooses one; without it the figure. `--labels`: verdicts of readers (`labels.ts`) on texts, a line of which is `{"id", "text", "date"?}`. `--gold`: reports whose
 * figures are listed (`evaluate`); what is not among them is wrong, what may be left out is neither. `--right`: N figures, drawn
 * evenly, of reports of which nearly every figure was found to be right. `--corpus`: short invented texts, with what they must give. A label is 1 (right), 0 (wrong), or -1 (neither).
 * @module
 */
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { crc32 } from "node:zlib";
import { parse } from "yaml";
import { bindAnaphors } from "../../../src/extract/anaphora.ts";
import { applyRules } from "../../../src/extract/engine.ts";
import { openExtractTools } from "../../../src/extract/extract.ts";
import { featuresOf, figureOf, withOwner } from "../../../src/extract/figure/index.ts";
import { FIGURE, QUESTIONS, tableFor } from "../../../src/extract/figure/judge.ts";
import { keyOf, OWNER, ownersOf } from "../../../src/extract/figure/owners.ts";
import { frameSentences } from "../../../src/extract/frame.ts";
import { chooseNames, settleNames } from "../../../src/extract/names/index.ts";
import { openScorer } from "../../../src/extract/scorer.ts";
import { readTokens } from "../../../src/extract/tokens.ts";
import type { Doc, Draft } from "../../../src/extract/types.ts";
import type { Report } from "../../../src/model/report.ts";
import { toOriginal } from "../../../src/report/offsets.ts";
import { readReport, reportFromText } from "../../../src/report/read.ts";
import { hashOwner, hashText, type Label, type Read, RIGHT, type Truth, truthOf, UNKNOWN } from "./labels.ts";

type Observation = Extract<Draft, { kind: "observation" }>;
interface Figure {
  draft: Observation;
  doc: Doc;
  read: Read;
  features: string[];
  span: { start: number; end: number };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    labels: { type: "string" },
    owners: { type: "boolean", default: false },
    scorer: { type: "string", multiple: true },
    part: { type: "string", default: "0/1" },
    gold: { type: "string", multiple: true },
    right: { type: "string" },
    corpus: { type: "string" },
  },
});
const [part = 0, parts = 1] = values.part.split("/").map(Number);
/** Is the text one of this part? As `train.py --without` counts. */
const isOfPart = (id: string): boolean => crc32(id) % parts === part;

const tools = await openExtractTools();
const owning = values.scorer === undefined ? tools.scorer : openScorer(values.scorer);

async function docOf(report: Report): Promise<Doc> {
  const tokens = tools.tagger ? await tools.tagger.tag(report.sentences.map((s) => s.norm)) : [];
  const words = readTokens(report, tokens, tools.gazetteer);
  const chosen = chooseNames(words, tools.recogniser, tools.scorer);
  return frameSentences(bindAnaphors(settleNames(chosen, words, tools.scorer).doc));
}

const whose = (subject: Observation["subject"], doc: Doc): string =>
  subject === "city" ? (doc.home?.name ?? "") : `${subject.type}:${subject.name}`;

async function figuresOf(report: Report): Promise<Figure[]> {
  const doc = await docOf(report);
  return doc.sentences.flatMap((s) =>
    applyRules(s, doc).flatMap(({ draft: ruled }): Figure[] => {
      const draft = owning && !values.owners ? withOwner(ruled, doc, owning) : ruled;
      const features = featuresOf(draft, doc);
      if (features === undefined || draft.kind !== "observation") return [];
      const { subject, indicator, measure, value, unit, period, observationKind: kind } = draft;
      const read: Read = { indicator, measure, subject: whose(subject, doc), value, unit, period, kind };
      return [{ draft, doc, read, features, span: toOriginal(s.sentence, draft.start, draft.end) }];
    }),
  );
}

let written = 0;
/** Hashes of whose a figure is, as far as it is known, and of whose it is not. */
interface Owned {
  is?: string | undefined;
  not?: string | undefined;
}

/** A line for each possible owner: right, wrong, or not told. */
function writeOwners(id: string, { draft, doc }: Figure, { is, not }: Owned): void {
  const figure = figureOf(draft);
  if (!figure) return;
  written++;
  for (const { subject, features } of ownersOf(figure, draft, doc)) {
    const hash = hashOwner(whose(subject, doc));
    const y = is === undefined ? (hash === not ? 0 : -1) : hash === is ? 1 : 0;
    const edge = `${OWNER}\t${written} ${keyOf(subject, doc)}\t${written}`;
    const f = [...new Set(features)];
    process.stdout.write(`${JSON.stringify({ doc: id, table: OWNER, edge, gold: "", y, f })}\n`);
  }
}

/** A line for each question, and one for what they come to together; or what it says of owners, by default of the one that is read. */
function write(
  doc: string,
  figure: Figure,
  { right, answers }: Truth,
  owned: Owned = answers[1] === 1 ? { is: hashOwner(figure.read.subject) } : {},
): void {
  if (values.owners) {
    writeOwners(doc, figure, owned);
    return;
  }
  const { features } = figure;
  const edge = `${FIGURE}\t${written} \t${written}`;
  written++;
  const line = (table: string, y: number, f: readonly string[], more: object = {}): string =>
    `${JSON.stringify({ doc, table, edge, gold: "", y, f, ...more })}\n`;
  const f = [...new Set(features)];
  process.stdout.write(
    QUESTIONS.map((question, i) => line(tableFor(question), answers[i] ?? -1, f)).join("") +
      line(FIGURE, right, [], { of: QUESTIONS.map(tableFor) }),
  );
}
const done = (doc: string, right: number): void => {
  process.stdout.write(`${JSON.stringify({ doc, wanted: { [FIGURE]: right } })}\n`);
};

async function judged(labelsPath: string, texts: string): Promise<void> {
  const labels = new Map<string, Label[]>();
  for (const line of readFileSync(labelsPath, "utf8").split("\n").filter(Boolean)) {
    const label = JSON.parse(line) as Label;
    labels.set(label.id, [...(labels.get(label.id) ?? []), label]);
  }
  let lost = 0;
  for await (const line of createInterface({ input: createReadStream(texts) })) {
    const { id, text, date } = JSON.parse(line) as { id: string; text: string; date?: string };
    const own = labels.get(id)?.filter(({ sha256 }) => sha256 === hashText(text)) ?? [];
    if (own.length === 0 || !isOfPart(id)) continue;
    const figures = await figuresOf(
      reportFromText(text, { id, source: id, ...(date === undefined ? {} : { date }) }),
    );
    const found = own.flatMap((label) => {
      const same = figures.filter(({ span }) => span.start < label.end && label.start < span.end);
      const best =
        same.find(({ span }) => span.start === label.start && span.end === label.end) ??
        same.find(({ span }) => span.end === label.end);
      return best ? [{ figure: best, label, truth: truthOf(label, best.read) }] : [];
    });
    lost += own.length - found.length;
    for (const { figure, label, truth } of found)
      write(
        id,
        figure,
        truth,
        label.verdict[1] === "W" ? { not: label.read[1], is: label.owner } : { is: label.read[1] },
      );
    done(id, found.filter(({ truth }) => truth.right === 1).length);
  }
  console.error(`${written} figures, ${lost} that are read no more`);
}

interface Gold {
  report: string;
  date: string;
  figures: {
    indicator: string;
    value: number;
    unit: string;
    period?: string;
    kind?: string;
    optional?: boolean;
  }[];
}

const plain = (name: string): string => name.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
/** Share of the shorter name's characters that the other has. */
function overlap(a: string, b: string): number {
  const [x, y] = [plain(a), plain(b)];
  const rest = [...y];
  let shared = 0;
  for (const char of x) {
    const at = rest.indexOf(char);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return shared / Math.max(1, Math.min(x.length, y.length));
}

async function annotated(gold: string, reports: string): Promise<void> {
  for (const file of readdirSync(gold)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const { report: id, date, figures: wanted } = JSON.parse(readFileSync(join(gold, file), "utf8")) as Gold;
    if (id === undefined || !isOfPart(id)) continue;
    const path = join(reports, `${id}.txt`);
    const left = await figuresOf(await readReport(readFileSync(path), { source: path, date }));
    let right = 0;
    for (const figure of wanted) {
      const [best] = left
        .filter(
          ({ read }) =>
            Math.abs(read.value - figure.value) <= 1e-6 * Math.max(1, Math.abs(figure.value)) &&
            read.unit === figure.unit,
        )
        .map((f) => ({ f, share: overlap(figure.indicator, f.read.indicator) }))
        .filter(({ share }) => share >= 0.5)
        .sort((a, b) => b.share - a.share);
      if (!best) continue;
      left.splice(left.indexOf(best.f), 1);
      const { period, kind } = best.f.read;
      const timed = figure.period === undefined || period === undefined || figure.period === period;
      const same = timed && (figure.kind === undefined || figure.kind === kind);
      // A list says of a figure that it is one; what it is measured by is told apart (figures.period).
      const truth: Truth =
        figure.optional === true ? UNKNOWN : same ? RIGHT : { right: -1, answers: [1, 1, -1, 1] };
      if (truth.right === 1) right++;
      write(id, best.f, truth);
    }
    for (const figure of left) write(id, figure, { right: 0, answers: [-1, -1, -1, 0] });
    done(id, right);
  }
}

async function whole(number: number, folder: string): Promise<void> {
  const all: { id: string; figure: Figure }[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    const path = join(folder, file);
    for (const figure of await figuresOf(await readReport(readFileSync(path), { source: path })))
      all.push({ id: file.slice(0, -4), figure });
  }
  for (let k = 0; k < Math.min(number, all.length); k++) {
    const drawn = all[Math.floor((k * all.length) / number)];
    if (drawn) write(drawn.id, drawn.figure, RIGHT);
  }
}

interface Invented {
  text: string;
  date?: string;
  /** `indicator value unit kind period` */
  gives?: string[];
}

async function invented(path: string): Promise<void> {
  for (const [i, { text, date, gives = [] }] of (parse(readFileSync(path, "utf8")) as Invented[]).entries()) {
    const id = `invented-${i}`;
    const wanted = gives.map((line) => line.split(" ").slice(-4));
    const given = new Set(wanted.map(([value = "", unit]) => `${value.split("~")[0]} ${unit}`));
    for (const figure of await figuresOf(
      reportFromText(text, { id, source: id, ...(date === undefined ? {} : { date }) }),
    ))
      if (given.has(`${figure.read.value} ${figure.read.unit}`)) write(id, figure, RIGHT);
  }
}

if (values.labels !== undefined) await judged(values.labels, positionals[0] ?? "");
for (const [i, gold] of (values.gold ?? []).entries()) await annotated(gold, positionals[i] ?? "");
if (values.right !== undefined) await whole(Number(values.right), positionals[0] ?? "");
if (values.corpus !== undefined) await invented(values.corpus);
await tools.tagger?.close();
