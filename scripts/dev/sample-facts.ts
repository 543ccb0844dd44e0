/**
 * Draws facts by chance from a corpus, with the default confidence, and prints each with its sentence, for a fresh reader to
 * judge: projects with a sum or a stage, investors, quotations, posts. What the program thinks of them is not shown.
 *
 *     npx tsx scripts/dev/sample-facts.ts CORPUS.jsonl [--seed 1] [--each 50] [--texts N] [--least P] [--markdown] [--confidence FILE] > facts.tsv
 *
 * `--confidence` writes how sure the program is of each into a file of its own, for whoever compares it with the verdicts.
 * CORPUS has `{"id","text","date"?}` a line; of it N texts are taken by chance (default all) and built one by one.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { stageLabels } from "../../schema/values.ts";
import { shown } from "../../src/cli/cells.ts";
import { extract, openExtractTools } from "../../src/extract/extract.ts";
import type { Stage } from "../../src/model/claim.ts";
import type { GraphEdge, GraphNode } from "../../src/model/graph.ts";
import { toStored } from "../../src/pipeline/ingest.ts";
import { reportFromText } from "../../src/report/read.ts";
import { buildGraph } from "../../src/workspace/graph-of.ts";
import { memoryWorkspace } from "../../src/workspace/workspace.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    each: { type: "string", default: "50" },
    texts: { type: "string" },
    least: { type: "string" },
    markdown: { type: "boolean", default: false },
    confidence: { type: "string" },
  },
});
const [path] = positionals;
if (path === undefined) throw new Error("give a corpus: a file of JSON Lines");

/** Mulberry32. */
let state = Number(values.seed) | 0;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

function draw<T>(list: readonly T[], many: number): T[] {
  const left = [...list];
  const drawn: T[] = [];
  while (drawn.length < many && left.length > 0)
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

interface Fact {
  kind: "project" | "investor" | "quotation" | "post";
  fact: string;
  sentences: string[];
  confidence: unknown;
}

/** As users see it: with the header of a table, and the sentence that names what this one leaves out. */
const sentencesOf = (evidence: unknown): string[] =>
  (Array.isArray(evidence) ? evidence : []).map((json) => shown(String(json)));
const yuan = (n: number): string => (n >= 1e8 ? `${n / 1e8}亿元` : `${n / 1e4}万元`);
const QUALIFIER: Readonly<Record<string, string>> = {
  "~": "约",
  ">": "超",
  ">=": "不少于",
  "<": "不足",
  "<=": "不超过",
  "~<": "近",
  "~>": "超约",
};
const STATUS: Readonly<Record<string, string>> = {
  planned: "（计划）",
  negated: "（被否定）",
  former: "（曾任）",
};

function ofNode(n: GraphNode): Fact[] {
  if (!n.labels.includes("Project")) return [];
  const { properties: p } = n;
  const facts: Fact[] = [];
  if (p["totalInvestment"] !== undefined)
    facts.push({
      kind: "project",
      fact: `${String(p["name"])}：总投资 ${QUALIFIER[String(p["totalInvestmentQualifier"])] ?? ""}${yuan(Number(p["totalInvestment"]))}`,
      sentences: sentencesOf(p["totalInvestmentEvidence"]),
      confidence: p["totalInvestmentConfidence"],
    });
  if (p["stage"] !== undefined)
    facts.push({
      kind: "project",
      fact: `${String(p["name"])}：阶段 ${stageLabels[p["stage"] as Stage].zh}`,
      sentences: sentencesOf(p["stageEvidence"]),
      confidence: p["stageConfidence"],
    });
  return facts;
}

function ofEdge(e: GraphEdge, nodes: ReadonlyMap<string, GraphNode>): Fact[] {
  const name = (id: string): string => String(nodes.get(id)?.properties["name"]);
  const status = STATUS[String(e.properties["status"])] ?? "";
  const sentences = sentencesOf(e.properties["evidence"]);
  const confidence = e.properties["confidence"];
  if (e.type === "INVESTS")
    return [
      {
        kind: "investor",
        fact: `${name(e.start)} 投资或建设 ${name(e.end)}${status}`,
        sentences,
        confidence,
      },
    ];
  if (e.type === "SPOKEN_BY")
    return [
      {
        kind: "quotation",
        fact: `${name(e.end)} 说：${String(nodes.get(e.start)?.properties["text"])}`,
        sentences,
        confidence,
      },
    ];
  if (e.type === "WORKS_FOR") {
    const title = e.properties["title"];
    const post = title === undefined ? "" : `，职务 ${String(title)}`;
    return [
      { kind: "post", fact: `${name(e.start)} 任职于 ${name(e.end)}${post}${status}`, sentences, confidence },
    ];
  }
  return [];
}

const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
const texts = (values.texts === undefined ? lines : draw(lines, Number(values.texts))).map(
  (line) => JSON.parse(line) as { id: string; text: string; date?: string },
);
const tools = await openExtractTools();
const facts: Fact[] = [];
for (const { id, text, date } of texts) {
  const report = reportFromText(text, { id, source: id, ...(date === undefined ? {} : { date }) });
  const workspace = memoryWorkspace();
  workspace.put(toStored(report, await extract(report, tools)));
  const { graph } = buildGraph(
    workspace,
    values.least === undefined ? {} : { minConfidence: Number(values.least) },
  );
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  facts.push(...graph.nodes.flatMap(ofNode), ...graph.edges.flatMap((e) => ofEdge(e, nodes)));
}
await tools.tagger?.close();

const cell = (text: string): string => text.replace(/[\t\n|]+/gu, " ");
if (values.markdown) console.log("| no. | kind | fact | sentences | right? |\n|---|---|---|---|---|");
let number = 0;
const confidences: string[] = [];
for (const kind of ["project", "investor", "quotation", "post"] as const) {
  const all = facts.filter((f) => f.kind === kind);
  console.error(`${kind}: ${all.length} facts in ${texts.length} texts`);
  for (const { fact, sentences, confidence } of draw(all, Number(values.each))) {
    const row = [String(++number), kind, cell(fact), cell(sentences.join(" ‖ "))];
    confidences.push(`${number}\t${confidence}`);
    console.log(values.markdown ? `| ${row.join(" | ")} | |` : row.join("\t"));
  }
}
if (values.confidence !== undefined) writeFileSync(values.confidence, `${confidences.join("\n")}\n`);
