/**
 * Precision, recall and F1 of graphs against gold files: per type, per edge, for values and figures, with sums. Files of tables have rows
 * of their own, so that their many like rows do not hide what prose is read as.
 * @module
 */
import { ENTITY_TYPES, RELATION_TYPES } from "../model/claim.ts";
import type { Graph } from "../model/graph.ts";
import { compare } from "./compare.ts";
import type { Gold } from "./gold.ts";
import { type Score, Tallies } from "./tally.ts";

export interface Evaluation {
  /** In the order in which people read them: types, their sums, edges, their sums, values, figures. */
  rows: { key: string; score: Score }[];
  errors: { report: string; errors: string[] }[];
}

/** The types and edges that matter most to users. */
const CARD_NODES = ["Project", "Company", "Agency", "Person"] as const;
const CARD_EDGES = ["LOCATED_IN", "INVESTS", "QUOTED_BY"] as const;
/** Types and edges of tables that have a row of their own. */
const CARD: ReadonlySet<string> = new Set([...CARD_NODES, ...CARD_EDGES, "LEADS"]);

/** Rows of one file of tables by what they count, and all of them under its format. */
function tableTallies(tallies: Tallies, format: string): Tallies {
  const rows = new Tallies();
  const kindOf = (key: string): string => {
    if ((ENTITY_TYPES as readonly string[]).includes(key)) return "entities";
    if ((RELATION_TYPES as readonly string[]).includes(key)) return "relations";
    return key;
  };
  for (const key of tallies.keys()) {
    const kind = kindOf(key);
    if (kind !== key && CARD.has(key)) rows.sum(`tables: ${key}`, tallies.at(key));
    rows.sum(`tables: ${kind}`, tallies.at(key));
    if (kind !== key || key === "figures" || key.startsWith("Project."))
      rows.sum(`tables in .${format}`, tallies.at(key));
  }
  return rows;
}

/** `graphOf` gives the graph of one report alone, or undefined where it was not read. */
export function evaluate(golds: readonly Gold[], graphOf: (gold: Gold) => Graph | undefined): Evaluation {
  const total = new Tallies();
  const errors = golds.map((gold) => {
    const { tallies, errors } = compare(gold, graphOf(gold) ?? { nodes: [], edges: [] });
    total.add(gold.table === undefined ? tallies : tableTallies(tallies, gold.table));
    return { report: gold.report, errors };
  });
  const sums = {
    entities: ENTITY_TYPES,
    "card nodes": CARD_NODES,
    relations: RELATION_TYPES,
    "card edges": CARD_EDGES,
  };
  for (const [sum, keys] of Object.entries(sums)) for (const key of keys) total.sum(sum, total.at(key));
  const order = [
    ...ENTITY_TYPES,
    "entities",
    "card nodes",
    ...RELATION_TYPES,
    "titles",
    "relations",
    "card edges",
  ];
  const rest = total
    .keys()
    .filter((k) => !order.includes(k))
    .sort();
  return { rows: [...order, ...rest].map((key) => ({ key, score: total.score(key) })), errors };
}
