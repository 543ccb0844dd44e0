/**
 * Finds an entity by what a person types: id, name, alias, or a part of a name.
 * @module
 */
import { UsageError } from "../errors.ts";
import type { Graph, GraphNode } from "../model/graph.ts";
import { plainName } from "../resolve/normal.ts";

const namesOf = (node: GraphNode): string[] => [
  String(node.properties["name"] ?? ""),
  ...((node.properties["aliases"] as string[] | undefined) ?? []),
];

/** Entities that fit best: an exact name beats an alias beats a part of a name. */
export function findEntities(graph: Graph, wanted: string): GraphNode[] {
  const entities = graph.nodes.filter((n) => n.labels.includes("Entity"));
  const plain = plainName(wanted);
  const tests: ((n: GraphNode) => boolean)[] = [
    (n) => n.id === wanted,
    (n) => plainName(namesOf(n)[0] ?? "") === plain,
    (n) => namesOf(n).some((name) => plainName(name) === plain),
    (n) => plain.length > 1 && namesOf(n).some((name) => plainName(name).includes(plain)),
  ];
  for (const test of tests) {
    const found = entities.filter(test);
    if (found.length > 0)
      return found.sort(
        (a, b) => Number(b.properties["mentions"] ?? 0) - Number(a.properties["mentions"] ?? 0),
      );
  }
  return [];
}

/** The one entity meant. @throws UsageError ENTITY_UNKNOWN, ENTITY_AMBIGUOUS */
export function oneEntity(graph: Graph, wanted: string): GraphNode {
  const [first, ...more] = findEntities(graph, wanted);
  if (!first) throw new UsageError("ENTITY_UNKNOWN", `nothing is called ${wanted}`);
  if (more.length > 0)
    throw new UsageError(
      "ENTITY_AMBIGUOUS",
      `${wanted} can be ${[first, ...more]
        .slice(0, 10)
        .map(
          (n) =>
            `${String(n.properties["name"])} (${n.labels.filter((l) => l !== "Entity").join(" ")}, ${n.id})`,
        )
        .join("; ")}: name one by its id`,
    );
  return first;
}
