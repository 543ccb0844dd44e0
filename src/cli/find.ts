/**
 * Finds an entity by what a person types: id, name, alias, or a part of a name.
 * @module
 */
import { UsageError } from "../errors.ts";
import type { GraphSource } from "../graph/source.ts";
import type { Graph, GraphNode } from "../model/graph.ts";
import { plainName } from "../resolve/normal.ts";

const namesOf = (node: GraphNode): string[] => [
  String(node.properties["name"] ?? ""),
  ...((node.properties["aliases"] as string[] | undefined) ?? []),
];

/** Entities that fit best: an exact name beats an alias beats a part of a name. */
function findEntities(graph: Graph, wanted: string): GraphNode[] {
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

/** Names that share the most characters with a name that is none. */
function similarNames(graph: Graph, wanted: string, limit = 3): string[] {
  const chars = new Set(plainName(wanted));
  return graph.nodes
    .filter((n) => n.labels.includes("Entity"))
    .map((n) => {
      const name = String(n.properties["name"]);
      const own = new Set(plainName(name));
      const shared = [...own].filter((c) => chars.has(c)).length;
      return { name, share: shared / Math.max(1, own.size + chars.size - shared) };
    })
    .filter(({ share }) => share >= 0.4)
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** More nodes than this are not looked through for a name that is close. */
const MOST_LOOKED_THROUGH = 50_000;

/** What to throw for a name that is none. */
export async function unknownIn(source: GraphSource, wanted: string): Promise<UsageError> {
  const { nodes } = await source.counts();
  const nodeCount = Object.values(nodes).reduce((sum, n) => sum + n, 0);
  const all = nodeCount <= MOST_LOOKED_THROUGH ? [...source.nodes()] : [];
  return unknownEntity({ nodes: all, edges: [] }, wanted);
}

function unknownEntity(graph: Graph, wanted: string): UsageError {
  const close = similarNames(graph, wanted);
  const hint = close.length > 0 ? `; did you mean ${close.join(", ")}?` : "";
  return new UsageError("ENTITY_UNKNOWN", `nothing is called ${wanted}${hint}`);
}

/** The one entity meant. @throws UsageError ENTITY_UNKNOWN, ENTITY_AMBIGUOUS */
export function oneEntity(graph: Graph, wanted: string): GraphNode {
  const [first, ...more] = findEntities(graph, wanted);
  if (!first) throw unknownEntity(graph, wanted);
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
