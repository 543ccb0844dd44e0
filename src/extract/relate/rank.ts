/**
 * Candidates by how likely they are: those of one edge are weighed together, against its rivals.
 * @module
 */
import type { Scorer } from "../scorer.ts";

/** What is less likely is not kept at all; between this and the threshold of the graph it is kept and hidden. */
export const FLOOR = 0.15;
/** Passages that score so much below the best of their edge do not state it. */
const MARGIN = 1.5;

interface Scored<C> {
  candidate: C;
  table: string;
  edge: string;
  score: number;
}

export interface Ranked<C> extends Scored<C> {
  /** Probability that this passage states the edge. */
  p: number;
}

/** Scores candidates, edge by edge, and keeps the passages that state an edge likely enough. */
export function rank<C extends { features: readonly string[] }>(
  candidates: readonly C[],
  tableFor: (c: C) => string,
  edgeFor: (c: C) => string,
  scorer: Scorer,
): Ranked<C>[] {
  const scored = candidates.map((candidate): Scored<C> => {
    const table = tableFor(candidate);
    return { candidate, table, edge: edgeFor(candidate), score: scorer.score(table, candidate.features) };
  });
  const edges = new Map<string, { table: string; best: number; passages: number }>();
  for (const { table, edge, score } of scored) {
    const known = edges.get(edge);
    if (known) {
      known.best = Math.max(known.best, score);
      known.passages++;
    } else edges.set(edge, { table, best: score, passages: 1 });
  }
  // The two best scores of each head and of each tail: the rival of an edge is the best of the others.
  const tops = new Map<string, [string, number][]>();
  const keysOf = (table: string, edge: string): [string, string] => {
    const [, head = "", tail = ""] = edge.split("\t");
    return [`${table} h ${head}`, `${table} t ${tail}`];
  };
  for (const [edge, { table, best }] of edges)
    for (const key of keysOf(table, edge)) {
      const list = tops.get(key) ?? [];
      list.push([edge, best]);
      list.sort((a, b) => b[1] - a[1]);
      tops.set(key, list.slice(0, 2));
    }
  const rivalOf = (key: string, edge: string): number =>
    tops.get(key)?.find(([other]) => other !== edge)?.[1] ?? Number.NEGATIVE_INFINITY;
  return scored.flatMap((x): Ranked<C>[] => {
    const edge = edges.get(x.edge);
    if (!edge || x.score < edge.best - MARGIN) return [];
    const [head, tail] = keysOf(x.table, x.edge);
    const p = scorer.probability(x.table, {
      score: x.score,
      passages: edge.passages,
      headRival: rivalOf(head, x.edge),
      tailRival: rivalOf(tail, x.edge),
    });
    return p >= FLOOR ? [{ ...x, p: scorer.judged(x.table, p, x.candidate.features) }] : [];
  });
}
