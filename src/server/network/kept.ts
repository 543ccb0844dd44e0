/**
 * Which properties of nodes have columns from the start: what the lists of their types show, narrow and sort by, and what pages
 * count of all of them.
 * @module
 */
import { nodeType, nodeTypes } from "../../../schema/index.ts";
import type { GraphNode } from "../../model/graph.ts";
import { countByType } from "./count-types.ts";
import type { ToldColumns } from "./told.ts";
import { ValuesDraft } from "./values.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Beside those of the list. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  Observation: ["subject", "unit", "measure"],
  Indicator: ["english", "headline", "better"],
  Project: ["totalInvestmentAll", "totalInvestmentConfidence"],
};

/** What a list of the type shows, narrows and sorts by of what its items say for themselves. */
export function listProperties(type: string): readonly string[] {
  const { columns = [], range, facets = [] } = nodeType(type)?.spec.page.list ?? {};
  return [
    ...columns.flatMap((column) => ("property" in column ? [column.property] : [])),
    ...facets.flatMap((facet) => ("property" in facet ? [facet.property] : [])),
    ...(range === undefined ? [] : [range]),
    ...(columns.some((column) => "field" in column && column.field === "subject") ? ["subject"] : []),
  ];
}

/** Their columns, while the nodes are read; also of types that have no node yet. */
export class KeptDrafts {
  readonly #types = new Map<number, (readonly [property: string, draft: ValuesDraft])[]>();

  constructor({ types, texts }: Vocabulary) {
    for (const { type } of nodeTypes) {
      const names = new Set([...listProperties(type), ...(MORE[type] ?? [])]);
      this.#types.set(
        types.of(type),
        [...names].map((name) => [name, new ValuesDraft(texts)] as const),
      );
    }
  }

  /** @param type its number, as columns have it */
  add(at: number, type: number, { properties }: GraphNode): void {
    for (const [property, draft] of this.#types.get(type) ?? []) draft.add(at, properties[property]);
  }

  /** @param rank of nodes by their places */
  finish(told: ToldColumns, type: Uint16Array, rank: Int32Array): void {
    const counts = countByType(type);
    for (const [number, drafts] of this.#types)
      for (const [property, draft] of drafts)
        told.keep(number, property, draft.column(rank, counts.get(number) ?? 0));
  }
}
