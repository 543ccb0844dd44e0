/**
 * Reports in memory, the graph that is made of them from scratch, and the rows of an index, to be compared.
 * @module
 */
import { assemble } from "../../src/graph/assemble.ts";
import type { ReportInfo } from "../../src/graph/report-info.ts";
import type { GraphIndexDb } from "../../src/index-db/index.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { Graph } from "../../src/model/graph.ts";
import { resolve, type UserJudgement } from "../../src/resolve/index.ts";

export interface Held {
  entry: ReportInfo;
  claims: Claim[];
}

export const entryOf = (id: string, home: string | undefined, date: string): ReportInfo => ({
  id,
  title: `报告${id}`,
  source: `${id}.txt`,
  sha256: "0".repeat(64),
  encoding: "utf-8",
  characters: 1,
  sentences: 1,
  articles: [],
  sections: [],
  byline: [],
  ...(date === "" ? {} : { date }),
  ...(home === undefined ? {} : { home, homeName: home === "320500" ? "苏州市" : "鼓楼区" }),
});

/** The graph from scratch. */
export function oracle(held: ReadonlyMap<string, Held>, judgements: readonly UserJudgement[]): Graph {
  const entries = [...held.values()].map(({ entry }) => entry);
  const claims = [...held.values()].flatMap((one) => one.claims);
  const contexts = new Map(
    entries.map(({ id, date, home }) => [id, { id, ...(date ? { date } : {}), ...(home ? { home } : {}) }]),
  );
  return assemble(claims, entries, resolve(claims, contexts, judgements));
}

export const linesOf = ({ nodes, edges }: Graph): string[] =>
  [...nodes, ...edges].map((item) => JSON.stringify(item));
export const rowsOf = ({ db }: GraphIndexDb): string[] =>
  db.all<{ body: string }>("SELECT body FROM item ORDER BY kind, id").map(({ body }) => body);
