/**
 * Finds the one entity that a person means, or says why there is none.
 * @module
 */
import { UsageError } from "../errors.ts";
import type { GraphSource } from "../graph/source.ts";
import type { GraphNode } from "../model/graph.ts";
import { plainName } from "../resolve/normal.ts";

/** Names that share the most characters with a name that is none. */
function similarNames(nodes: readonly GraphNode[], wanted: string, limit = 3): string[] {
  const chars = new Set(plainName(wanted));
  return nodes
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
  const close = nodeCount <= MOST_LOOKED_THROUGH ? similarNames([...source.nodes()], wanted) : [];
  const hint = close.length > 0 ? `; did you mean ${close.join(", ")}?` : "";
  return new UsageError("ENTITY_UNKNOWN", `nothing is called ${wanted}${hint}`);
}

/** Entities that are named where several are meant. */
const MOST_MEANT = 10;

/** The one entity meant. @throws UsageError ENTITY_UNKNOWN, ENTITY_AMBIGUOUS */
export async function oneEntity(source: GraphSource, wanted: string): Promise<GraphNode> {
  const found = await source.find(wanted, { limit: MOST_MEANT });
  const [first, ...more] = found?.page.items ?? [];
  if (!first) throw await unknownIn(source, wanted);
  if (more.length === 0) return first;
  const meant = [first, ...more].map(
    (n) => `${String(n.properties["name"])} (${n.labels.filter((l) => l !== "Entity").join(" ")}, ${n.id})`,
  );
  throw new UsageError("ENTITY_AMBIGUOUS", `${wanted} can be ${meant.join("; ")}: name one by its id`);
}
