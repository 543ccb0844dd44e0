/**
 * Builds the graph of each annotated text of a folder (X.txt, X.tsv, X.date) by itself and prints the referee's summary.
 *
 *     npx tsx scripts/dev/annotated.ts [--errors] [--part N/M] [--names MODEL] [--keep OUT] [--least P] [FOLDER]
 *
 * FOLDER (default ../shared/train/validation) lies beside tsv2gold.py, whose parent folder holds score.py. `--part 2/5`
 * takes every fifth text, the third first; `--names` is another folder of the
 * recogniser's model, so that a part is scored by weights that have not seen it; `--keep` leaves the graphs in a folder. Errors are shown of training texts only: the validation texts are to measure on.
 * @module
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeJsonl } from "../../src/export/jsonl.ts";
import { extract, openExtractTools } from "../../src/extract/extract.ts";
import { itemsOf } from "../../src/graph/items.ts";
import { toStored } from "../../src/pipeline/ingest.ts";
import { readReport } from "../../src/report/read.ts";
import { buildGraph } from "../../src/workspace/graph-of.ts";
import { memoryWorkspace } from "../../src/workspace/workspace.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: "boolean", default: false },
    part: { type: "string", default: "0/1" },
    keep: { type: "string" },
    least: { type: "string" },
    names: { type: "string" },
  },
});
const folder = resolve(positionals[0] ?? "../shared/train/validation");
if (values.errors && basename(folder) === "validation")
  throw new Error("the validation texts are to measure on: no errors are shown of them");
const [part = 0, parts = 1] = values.part.split("/").map(Number);

const work = mkdtempSync(join(tmpdir(), "annotated-"));
const [texts, gold, out] = ["texts", "gold", "out"].map((name) => join(work, name)) as [
  string,
  string,
  string,
];
for (const path of [texts, gold, out]) mkdirSync(path);
const stems = readdirSync(folder)
  .filter((name) => name.endsWith(".tsv"))
  .map((name) => name.slice(0, -4))
  .sort()
  .filter((_, index) => index % parts === part);
for (const stem of stems)
  for (const ending of ["txt", "tsv", "date"])
    cpSync(join(folder, `${stem}.${ending}`), join(texts, `${stem}.${ending}`));
execFileSync("python3", [join(folder, "../tsv2gold.py"), texts, gold]);

const tools = await openExtractTools(values.names);
for (const stem of stems) {
  const path = join(texts, `${stem}.txt`);
  const date = readFileSync(join(texts, `${stem}.date`), "utf8").trim();
  const report = await readReport(readFileSync(path), { source: path, ...(date === "" ? {} : { date }) });
  const workspace = memoryWorkspace();
  workspace.put(toStored(report, await extract(report, tools)));
  writeFileSync(
    join(out, `${stem}.jsonl`),
    [
      ...writeJsonl(
        itemsOf(
          buildGraph(workspace, values.least === undefined ? {} : { minConfidence: Number(values.least) })
            .graph,
        ),
      ),
    ].join(""),
  );
}
await tools.tagger?.close();
const run = spawnSync(
  "python3",
  [join(folder, "../../score.py"), gold, out, ...(values.errors ? ["--errors"] : [])],
  {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  },
);
console.log(`${stems.length} texts of ${basename(folder)}\n${run.stdout}${run.stderr}`);
if (values.keep !== undefined) cpSync(out, values.keep, { recursive: true });
rmSync(work, { recursive: true });
