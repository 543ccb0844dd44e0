/**
 * Characters a second of `extract` against those of the bare tagger, in the same run, and the peak memory as texts grow.
 *
 *     npm run build && npx tsx scripts/bench/extract.ts FILE.jsonl [--texts N] [--memory 1000,10000]
 *
 * Every measurement is a run of the built program, start-up included; the file is repeated (with new ids) where more texts
 * are asked for than it has. The tagger's time is that of tagging alone. CPU seconds stand beside the wall clock, because on
 * a machine with other work only they are comparable. The text that took longest is named at the end.
 * @module
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { extract, openExtractTools, reportFromText } from "../../src/index.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { texts: { type: "string", default: "1234" }, memory: { type: "string", default: "1000,10000" } },
});
const [file] = positionals;
if (file === undefined) throw new Error("usage: extract.ts FILE.jsonl [--texts N] [--memory N,N]");

interface Row {
  id: string;
  text: string;
  date?: string;
}
const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row);
const folder = mkdtempSync(join(tmpdir(), "bench-extract-"));
const MAIN = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));
if (!existsSync(MAIN)) throw new Error("the built program is measured: run `npm run build` first");

/** A file of `count` texts; how many characters they have. */
async function input(count: number): Promise<{ path: string; characters: number }> {
  const path = join(folder, `${count}.jsonl`);
  const out = createWriteStream(path);
  let characters = 0;
  for (let i = 0; i < count; i++) {
    const row = rows[i % rows.length] as Row;
    characters += row.text.length;
    if (!out.write(`${JSON.stringify({ ...row, id: `${i}-${row.id}` })}\n`)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return { path, characters };
}

interface Measured {
  seconds: number;
  cpuSeconds: number;
  peakMb: number;
}

/** Runs the program; the child tells its own use of resources when it ends. */
function program(path: string, workers: number): Promise<Measured> {
  const tell = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nUSAGE "+JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,mb:u.maxRSS/1024})+"\\n")})`;
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--import",
      tell,
      MAIN,
      "extract",
      "-i",
      path,
      "-o",
      join(folder, "out.jsonl"),
      "--workers",
      String(workers),
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      const usage = /USAGE (.*)/.exec(log)?.[1];
      if (code !== 0 || usage === undefined) return reject(new Error(`extract failed: ${log}`));
      const { cpu, mb } = JSON.parse(usage) as { cpu: number; mb: number };
      resolve({ seconds: (performance.now() - start) / 1000, cpuSeconds: cpu, peakMb: mb });
    });
  });
}

const rate = (characters: number, seconds: number): string =>
  Math.round(characters / seconds).toLocaleString("en");

async function bareTagger(count: number, characters: number): Promise<void> {
  const tools = await openExtractTools();
  if (!tools.tagger) throw new Error("the tagger is absent: nothing to compare with");
  const reports = rows.slice(0, count).map(({ id, text }) => reportFromText(text, { id, source: id }));
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (const { sentences } of reports) await tools.tagger.tag(sentences.map((s) => s.norm));
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `bare tagger, one core: ${rate(characters, (performance.now() - start) / 1000)} characters/s (${rate(characters, (user + system) / 1e6)} per CPU second)`,
  );
  let slowest = { id: "", ms: 0 };
  for (const report of reports) {
    const begun = performance.now();
    await extract(report, tools);
    const ms = performance.now() - begun;
    if (ms > slowest.ms) slowest = { id: report.id, ms };
  }
  console.log(`slowest text: ${slowest.id}, ${Math.round(slowest.ms)} ms`);
  await tools.tagger.close();
}

try {
  const count = Number(values.texts);
  const { path, characters } = await input(count);
  console.log(`${count} texts, ${characters} characters`);
  await bareTagger(Math.min(count, rows.length), characters);
  const times: number[] = [];
  for (const workers of [1, 2]) {
    const { seconds, cpuSeconds, peakMb } = await program(path, workers);
    times.push(seconds);
    console.log(
      `extract --workers ${workers}: ${rate(characters, seconds)} characters/s (${rate(characters, cpuSeconds)} per CPU second), peak ${Math.round(peakMb)} MB`,
    );
  }
  console.log(`two workers are ${((times[0] ?? 0) / (times[1] ?? 1)).toFixed(2)} times as fast as one`);
  for (const n of values.memory.split(",").map(Number).filter(Boolean)) {
    const { peakMb, seconds } = await program((await input(n)).path, 2);
    console.log(`${n} texts: peak ${Math.round(peakMb)} MB, ${seconds.toFixed(1)} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
