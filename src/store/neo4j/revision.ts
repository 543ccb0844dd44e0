/**
 * What the graph in a database was made from. It stands on one of our reports: a node of its own would be counted by every
 * `MATCH (n) RETURN count(n)`.
 * @module
 */
import type { Driver } from "neo4j-driver";
import { HASH_PROPERTY, REVISION_PROPERTY } from "../diff.ts";

const settings = (database: string | undefined): { database?: string } =>
  database === undefined ? {} : { database };

/** Undefined when no sync was completed, or another has begun since. */
export async function readRevision(
  driver: Driver,
  database: string | undefined,
): Promise<string | undefined> {
  const { records } = await driver.executeQuery(
    `MATCH (r:Report) WHERE r.${REVISION_PROPERTY} IS NOT NULL RETURN r.${REVISION_PROPERTY} AS revision LIMIT 2`,
    {},
    { ...settings(database), routing: "READ" },
  );
  return records.length === 1 ? String(records[0]?.get("revision")) : undefined;
}

/** Before a sync. */
export async function forgetRevision(driver: Driver, database: string | undefined): Promise<void> {
  await driver.executeQuery(
    `MATCH (r:Report) WHERE r.${REVISION_PROPERTY} IS NOT NULL REMOVE r.${REVISION_PROPERTY}`,
    {},
    settings(database),
  );
}

/** After it. */
export async function writeRevision(
  driver: Driver,
  database: string | undefined,
  revision: string,
): Promise<void> {
  await driver.executeQuery(
    `MATCH (r:Report) WHERE r.${HASH_PROPERTY} IS NOT NULL WITH r ORDER BY r.id LIMIT 1 SET r.${REVISION_PROPERTY} = $revision`,
    { revision },
    settings(database),
  );
}
