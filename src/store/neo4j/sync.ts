/**
 * Brings a Neo4j database to the desired graph: reads what it has of ours, compares, and writes the difference.
 * @module
 */
import type { Driver, Session } from "neo4j-driver";
import type { GraphDelta, GraphStream } from "../../model/graph.ts";
import { inSlices } from "../../steps.ts";
import { grouped, hashesOf } from "../batches.ts";
import type { SyncProgress, SyncResult } from "../contract.ts";
import { diffDelta, diffSteps } from "../diff.ts";
import { DiffWriter } from "./diff-writer.ts";
import { keyLabel } from "./names.ts";
import { readOwned, readOwnedOf } from "./owned.ts";

export function syncNeo4j(
  driver: Driver,
  database: string | undefined,
  desired: GraphStream,
  onProgress?: (progress: SyncProgress) => void,
): Promise<SyncResult> {
  return inSession(driver, database, async (session) => {
    const owned = await readOwned(session);
    const diff = await inSlices(
      diffSteps(desired, { nodes: hashesOf(owned.nodes), edges: hashesOf(owned.edges) }),
    );
    const keys = new Map<string, string>();
    for (const { id, labels } of desired.nodes) keys.set(id, keyLabel(labels));
    return new DiffWriter(session, diff, onProgress).run(owned, keys);
  });
}

/** Only what the delta names is read and compared. */
export function applyToNeo4j(
  driver: Driver,
  database: string | undefined,
  delta: GraphDelta,
  onProgress?: (progress: SyncProgress) => void,
): Promise<SyncResult> {
  return inSession(driver, database, async (session) => {
    const keys = new Map([...delta.ends].map(([id, labels]) => [id, keyLabel(labels)]));
    for (const node of delta.nodes) keys.set(node.id, keyLabel(node.labels));
    const owned = await readOwnedOf(session, {
      nodes: idsBy([
        ...delta.nodes.map(({ id }) => ({ id, type: keys.get(id) as string })),
        ...delta.gone.nodes,
      ]),
      edges: idsBy([...delta.edges, ...delta.gone.edges]),
    });
    const diff = diffDelta(delta, { nodes: hashesOf(owned.nodes), edges: hashesOf(owned.edges) });
    return new DiffWriter(session, diff, onProgress).run(owned, keys);
  });
}

function idsBy(items: readonly { id: string; type: string }[]): Map<string, string[]> {
  return new Map(
    grouped(items, ({ type }) => type).map((group) => [
      (group[0] as { type: string }).type,
      group.map(({ id }) => id),
    ]),
  );
}

async function inSession<T>(
  driver: Driver,
  database: string | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = driver.session(database === undefined ? {} : { database });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
