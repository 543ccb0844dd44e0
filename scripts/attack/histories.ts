/**
 * Long histories of a folder of real reports: reports come, change, go and come back, people join and part names, the folder
 * is closed and opened again, its segments are written anew. After every step its graph must be, byte for byte, the one that
 * is made from scratch of what it then holds.
 *
 *     npx tsx scripts/attack/histories.ts CLAIMS.jsonl [steps] [reports] [seed]
 *
 * `CLAIMS.jsonl` is what `reportgraph extract` writes; the reports with the fewest claims are taken, at least three each.
 * Prints the figures as JSON; exit 1 at the first step whose graph is another one.
 * @module
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeJsonl } from "../../src/export/jsonl.ts";
import { itemsOf } from "../../src/graph/items.ts";
import type { EntityRef } from "../../src/model/claim.ts";
import { sha256, shortHash } from "../../src/model/hash.ts";
import { parseClaimsLine } from "../../src/pipeline/claims-line.ts";
import type { ExtractedLine } from "../../src/pipeline/line.ts";
import type { StoredReport, Workspace } from "../../src/workspace/contract.ts";
import { buildGraph, sourceFor } from "../../src/workspace/graph-of.ts";
import { memoryWorkspace, openWorkspace } from "../../src/workspace/workspace.ts";
import { random } from "./world.ts";

/** Segments are written anew after so many bytes of reports that are gone: often. */
const COMPACT_FROM = 40_000;
const LEAST_CLAIMS = 3;

interface Histories {
  steps: number;
  /** By what was done. */
  done: Record<string, number>;
  /** Of the graph after the steps. */
  largest: number;
  smallest: number;
  /** How the first graph that is another one came about. */
  wrong?: string;
}

/** What `extract` made of a report. */
type Extracted = Pick<ExtractedLine, "report" | "claims">;

/** Of an even spread: a number below `below`. */
type Choose = (below: number) => number;

function storedOf({ report: entry, claims }: Extracted, drop: number | undefined): StoredReport {
  if (drop === undefined) return { entry, claims: [...claims], dropped: [] };
  const left = claims.filter((_, i) => i !== drop);
  return { entry: { ...entry, key: shortHash([entry.key, String(drop)]) }, claims: left, dropped: [] };
}

/** Two names of one type that two reports use. */
function twoNames(reports: readonly Extracted[], pick: Choose): [EntityRef, EntityRef] | undefined {
  const named = reports.flatMap(({ claims }) =>
    claims.flatMap((claim) => (claim.kind === "mention" ? [claim.subject] : [])),
  );
  const left = named[pick(named.length)];
  const others = named.filter((one) => one.type === left?.type && one.name !== left.name);
  const right = others[pick(others.length)];
  return left && right ? [left, right] : undefined;
}

/** @param reports what `extract` made of each, every one with an id of its own */
export function histories(reports: readonly Extracted[], steps: number, seed: number): Histories {
  const next = random(seed);
  const pick: Choose = (below) => Math.floor(next() * below);
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-histories-"));
  const figures: Histories = { steps: 0, done: {}, largest: 0, smallest: Number.POSITIVE_INFINITY };
  // What the folder must hold.
  const held = new Map<string, StoredReport>();
  let workspace: Workspace = openWorkspace(folder, { compactFrom: COMPACT_FROM });
  const one = (): Extracted => reports[pick(reports.length)] as Extracted;
  const moves: Record<string, () => void> = {
    put: () => {
      for (let n = 1 + pick(3); n > 0; n--) {
        const line = one();
        const stored = storedOf(line, pick(2) === 0 ? undefined : pick(line.claims.length));
        held.set(stored.entry.id, stored);
        workspace.put(stored);
      }
    },
    remove: () => {
      const id = one().report.id;
      held.delete(id);
      workspace.remove(id);
    },
    judge: () => {
      const names = twoNames(reports, pick);
      if (!names) return;
      const [left, right] = names;
      const decision = pick(2) === 0 ? "same" : "different";
      workspace.addJudgement({
        type: left.type,
        left: { name: left.name },
        right: { name: right.name },
        decision,
      });
    },
    forget: () => {
      const judgements = workspace.judgements();
      const gone = JSON.stringify(judgements[pick(judgements.length)]);
      workspace.removeJudgements((judgement) => JSON.stringify(judgement) === gone);
    },
    reopen: () => {
      workspace.close();
      workspace = openWorkspace(folder, { compactFrom: COMPACT_FROM });
    },
  };
  const chances = ["put", "put", "put", "remove", "remove", "judge", "forget", "reopen"];
  const hashOf = (lines: Iterable<string>): string => sha256([...lines].join(""));
  try {
    for (; figures.steps < steps; figures.steps++) {
      const move = chances[pick(chances.length)] as string;
      moves[move]?.();
      workspace.commit();
      figures.done[move] = (figures.done[move] ?? 0) + 1;
      const scratch = memoryWorkspace();
      for (const stored of held.values()) scratch.put(stored);
      for (const judgement of workspace.judgements()) scratch.addJudgement(judgement);
      const { graph } = buildGraph(scratch);
      const size = graph.nodes.length + graph.edges.length;
      figures.largest = Math.max(figures.largest, size);
      figures.smallest = Math.min(figures.smallest, size);
      if (hashOf(writeJsonl(sourceFor(workspace))) !== hashOf(writeJsonl(itemsOf(graph)))) {
        figures.wrong = `step ${figures.steps}, ${move}: the graph is not the one that is made from scratch`;
        break;
      }
    }
    return figures;
  } finally {
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("histories.ts")) {
  const [path = "", steps = 1_000, reports = 30, seed = 1] = process.argv
    .slice(2)
    .map((word, i) => (i === 0 ? word : Number(word))) as [string?, number?, number?, number?];
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean).map(parseClaimsLine);
  const small = lines
    .filter(({ claims }) => claims.length >= LEAST_CLAIMS)
    .sort((a, b) => a.claims.length - b.claims.length);
  const figures = histories(small.slice(0, reports), steps, seed);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exit(figures.wrong === undefined ? 0 : 1);
}
