/**
 * All that reportgraph owns in a Grafeo file.
 * @module
 */
import type { GraphTaker } from "../contract.ts";
import { HASH_PROPERTY, ownedPart } from "../diff.ts";
import type { GrafeoDB } from "./grafeo.ts";

type Raw = Record<string, unknown>;

export async function readItems(db: GrafeoDB, taker: GraphTaker): Promise<void> {
  taker.begin();
  const ids = new Map<number, string>();
  const nodes = await db.executeCypher(`MATCH (n) WHERE n.${HASH_PROPERTY} IS NOT NULL RETURN n`);
  for (const [raw] of nodes.rows() as unknown as [Raw][]) {
    const { _id, _labels, ...properties } = raw;
    const id = String(properties["id"]);
    ids.set(_id as number, id);
    taker.node({ id, ...ownedPart(_labels as string[], properties) });
  }
  const edges = await db.executeCypher(`MATCH ()-[r]->() WHERE r.${HASH_PROPERTY} IS NOT NULL RETURN r`);
  for (const [raw] of edges.rows() as unknown as [Raw][]) {
    const { _id, _type, _source, _target, ...properties } = raw;
    taker.edge({
      id: String(properties["id"]),
      type: _type as string,
      start: ids.get(_source as number) ?? "",
      end: ids.get(_target as number) ?? "",
      properties: ownedPart([], properties).properties,
    });
  }
}
