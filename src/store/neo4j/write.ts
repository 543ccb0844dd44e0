/**
 * Runs the statements of a sync in a transaction, and sees that what was sent was written.
 * @module
 */
import type { ManagedTransaction, Session } from "neo4j-driver";
import { StoreError } from "../../errors.ts";
import { HASH_PROPERTY, KEYS_PROPERTY } from "../diff.ts";
import { RETRACTED_LABEL } from "./names.ts";
import type { ItemRow, Statement, Written } from "./statements.ts";
import * as statements from "./statements.ts";

export interface HeldNode {
  eid: string;
  id: string;
  keys: string[];
  name: unknown;
}

export const args = ({ query, params }: Statement): [string, Record<string, unknown>] => [query, params];

export async function run(tx: ManagedTransaction, statement: Statement): Promise<number> {
  const { records } = await tx.run(...args(statement));
  return Number((records[0]?.get("written") as bigint | undefined) ?? 0n);
}

/** Rows sent must be rows written: a MATCH that finds nothing would lose them in silence. */
export async function writeAll(
  tx: ManagedTransaction,
  element: "node" | "edge",
  statement: Statement,
  sent: number,
): Promise<void> {
  const record = (await tx.run(...args(statement))).records[0];
  const written = Number((record?.get("written") as bigint | undefined) ?? 0n);
  if (written !== sent) {
    throw new StoreError(
      "STORE_WRITE_LOST",
      `sent ${sent} ${element}s to Neo4j, ${written} were written (does another loader run?): run it again`,
    );
  }
  if (!record?.has("stale")) return;
  const stale = record.get("stale") as Written["stale"];
  const rows = stale.map(({ eid, keys }) => ({ eid, id: "", properties: nulls(keys) }));
  if (rows.length > 0) await run(tx, statements.clearStale(element, rows));
}

/** Keys of properties, each to be taken away; labels are none. */
export const nulls = (keys: readonly string[]): Record<string, null> =>
  Object.fromEntries(keys.filter((key) => !key.startsWith(":")).map((key) => [key, null]));

export function deleteOwnedEdgesOf(batch: readonly ItemRow[]): Statement {
  return {
    query: `UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.eid AND n.${HASH_PROPERTY} = '${statements.LEAVING}'
MATCH (n)-[x]-() WHERE x.${HASH_PROPERTY} IS NOT NULL DELETE x RETURN count(*) AS written`,
    params: { rows: batch },
  };
}

/** Takes ours from a node on which a user's relationships hang; `id` and `name` stay, so that it can be known again. */
export async function retract(tx: ManagedTransaction, held: HeldNode): Promise<void> {
  const properties = {
    ...nulls(held.keys ?? []),
    [HASH_PROPERTY]: null,
    [KEYS_PROPERTY]: null,
    id: held.id,
    name: held.name,
  };
  const labels = (held.keys ?? []).filter((key) => key.startsWith(":")).map((key) => key.slice(1));
  await run(
    tx,
    statements.updateNodes([RETRACTED_LABEL], labels, [{ eid: held.eid, id: held.id, properties }]),
  );
}

/** `rgKeys` by element id. */
export async function readKeys(
  session: Session,
  pattern: string,
  eids: readonly string[],
): Promise<Map<string, string[]>> {
  const result = await session.executeRead((tx) =>
    tx.run(
      `UNWIND $eids AS eid MATCH ${pattern} WHERE elementId(x) = eid RETURN eid, x.${KEYS_PROPERTY} AS keys`,
      { eids },
    ),
  );
  return new Map(
    result.records.map((record) => [record.get("eid") as string, (record.get("keys") as string[]) ?? []]),
  );
}
