/**
 * What reportgraph owns in a database: only hashes for a sync, everything for `graph()`.
 * @module
 */
import type { Driver, ManagedTransaction, Node, Relationship, Session } from "neo4j-driver";
import type { GraphTaker } from "../contract.ts";
import { HASH_PROPERTY, KEYS_PROPERTY, ownedPart } from "../diff.ts";
import { labelText, typeText } from "./names.ts";
import { readProperties } from "./values.ts";

export interface OwnedItem {
  /** Neo4j's element id. */
  eid: string;
  hash: string;
  /** Of an edge; the ends are ids of ours. */
  type?: string;
  start?: string;
  end?: string;
}

export interface Owned {
  nodes: Map<string, OwnedItem>;
  edges: Map<string, OwnedItem>;
}

const NODES = "MATCH (x)";
const EDGES = "MATCH (a)-[x]->(b)";
const nodesIn = (match: string, and = ""): string =>
  `${match} WHERE x.${HASH_PROPERTY} IS NOT NULL${and}
RETURN elementId(x) AS eid, x.id AS id, x.${HASH_PROPERTY} AS hash ORDER BY elementId(x)`;
const edgesIn = (match: string, and = ""): string =>
  `${match} WHERE x.${HASH_PROPERTY} IS NOT NULL${and}
RETURN elementId(x) AS eid, x.id AS id, x.${HASH_PROPERTY} AS hash, type(x) AS type, a.id AS start, b.id AS end ORDER BY elementId(x)`;

type Found = OwnedItem & { id: string };

async function found(
  tx: ManagedTransaction,
  query: string,
  params: Record<string, unknown> = {},
): Promise<Found[]> {
  return (await tx.run(query, params)).records.map((record) => record.toObject() as unknown as Found);
}

export async function readOwned(session: Session): Promise<Owned> {
  const [nodes, edges] = await session.executeRead(async (tx) => [
    await found(tx, nodesIn(NODES)),
    await found(tx, edgesIn(EDGES)),
  ]);
  return owned(session, nodes ?? [], edges ?? []);
}

/** Ids by label (nodes) and type (edges). */
export interface Wanted {
  nodes: ReadonlyMap<string, readonly string[]>;
  edges: ReadonlyMap<string, readonly string[]>;
}

/** Of the items asked for those that are there. Nodes are found by their constraints; of edges, those of the types are walked through. */
export async function readOwnedOf(session: Session, wanted: Wanted): Promise<Owned> {
  const [nodes, edges] = await session.executeRead(async (tx) => {
    const parts: [Found[], Found[]] = [[], []];
    for (const [label, ids] of wanted.nodes)
      parts[0].push(
        ...(await found(tx, nodesIn(`MATCH (x${labelText([label])})`, " AND x.id IN $ids"), { ids })),
      );
    for (const [type, ids] of wanted.edges)
      parts[1].push(
        ...(await found(tx, edgesIn(`MATCH (a)-[x:${typeText(type)}]->(b)`, " AND x.id IN $ids"), { ids })),
      );
    return parts;
  });
  return owned(session, nodes, edges);
}

const owned = async (session: Session, nodes: readonly Found[], edges: readonly Found[]): Promise<Owned> => ({
  nodes: await withoutCopies(session, "(x)", nodes),
  edges: await withoutCopies(session, "()-[x]->()", edges),
});

/** A copy that a user made with `SET m = properties(n)` is the user's: it loses our marks, and the first stays ours. */
async function withoutCopies(
  session: Session,
  pattern: string,
  items: readonly Found[],
): Promise<Map<string, OwnedItem>> {
  const owned = new Map<string, OwnedItem>();
  const copies: string[] = [];
  for (const item of items) {
    if (owned.has(item.id)) copies.push(item.eid);
    else owned.set(item.id, item);
  }
  if (copies.length > 0) {
    await session.executeWrite((tx) =>
      tx.run(
        `UNWIND $copies AS eid MATCH ${pattern} WHERE elementId(x) = eid REMOVE x.${HASH_PROPERTY}, x.${KEYS_PROPERTY}`,
        { copies },
      ),
    );
  }
  return owned;
}

/** All of it, as of one moment. */
export async function readItems(
  driver: Driver,
  database: string | undefined,
  taker: GraphTaker,
): Promise<void> {
  const session = driver.session({
    defaultAccessMode: "READ",
    ...(database === undefined ? {} : { database }),
  });
  try {
    await session.executeRead(async (tx) => {
      taker.begin();
      const ids = new Set<string>();
      for await (const record of tx.run(
        `MATCH (x) WHERE x.${HASH_PROPERTY} IS NOT NULL RETURN x ORDER BY elementId(x)`,
      )) {
        const node = record.get("x") as Node<bigint>;
        const properties = readProperties(node.properties);
        const id = String(properties["id"]);
        if (ids.has(id)) continue;
        ids.add(id);
        taker.node({ id, ...ownedPart(node.labels, properties) });
      }
      const seen = new Set<string>();
      const edges = tx.run(
        `MATCH (a)-[x]->(b) WHERE x.${HASH_PROPERTY} IS NOT NULL RETURN x, a.id AS start, b.id AS end ORDER BY elementId(x)`,
      );
      for await (const record of edges) {
        const edge = record.get("x") as Relationship<bigint>;
        const properties = readProperties(edge.properties);
        const id = String(properties["id"]);
        if (seen.has(id)) continue;
        seen.add(id);
        taker.edge({
          id,
          type: edge.type,
          start: record.get("start") as string,
          end: record.get("end") as string,
          properties: ownedPart([], properties).properties,
        });
      }
    });
  } finally {
    await session.close();
  }
}
