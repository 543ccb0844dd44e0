/**
 * The statements of a sync, composed with cypher-query-builder. Every one can be run again without another effect, and
 * returns how many rows it met. Labels and types come through `names.ts`; everything else is a parameter.
 * @module
 */
import { Query } from "cypher-query-builder";
import { HASH_PROPERTY, KEYS_PROPERTY } from "../diff.ts";
import { labelText, propertyText, RETRACTED_LABEL, typeText } from "./names.ts";
import { CELL, type Rows } from "./rows.ts";

export interface Statement {
  query: string;
  params: Record<string, unknown>;
}

/** Hash of a node that this sync is about to take away; no content has it, so a sync that stops here is mended. */
export const LEAVING = "-";

/** What a writing statement returns: `written`, and per item that lost the race the keys of old that are not in the new. */
export interface Written {
  written: bigint;
  stale: { eid: string; keys: string[] }[];
}

function rows(list: readonly unknown[]): Query {
  return new Query().unwind([...list], "row");
}

export function mergeNodes(key: string, labels: readonly string[], list: Rows): Statement {
  const query = rows(list.rows)
    .raw(`MERGE (x${labelText([key])} {id: row[${CELL.id}]})`)
    .raw(...withOld(list))
    .raw(`SET ${assignments(list)}, x${labelText(labels)}`);
  return query.return(["count(*) AS written", STALE]).buildQueryObject();
}

export function mergeEdges(type: string, from: string, to: string, list: Rows): Statement {
  const query = rows(list.rows)
    .raw(`MATCH (a${labelText([from])} {id: row[${CELL.start}]})`)
    .raw(`MATCH (b${labelText([to])} {id: row[${CELL.end}]})`)
    .raw(`MERGE (a)-[x:${typeText(type)} {id: row[${CELL.id}]}]->(b)`)
    .raw(...withOld(list))
    .raw(`SET ${assignments(list)}`);
  return query.return(["count(*) AS written", STALE]).buildQueryObject();
}

/** What an item had before, to be compared with what it has now; the lists of keys are few and are sent once. */
const withOld = ({ keySets }: Rows): [string, { keySets: readonly string[][] }] => [
  `WITH x, row, x.${KEYS_PROPERTY} AS old, $keySets[row[${CELL.keys}]] AS new`,
  { keySets },
];

const STALE =
  "collect(CASE WHEN old IS NULL OR old = new THEN null ELSE {eid: elementId(x), keys: [k IN old WHERE NOT k IN new]} END) AS stale";

/**
 * Names that stand in the text are looked up once a statement, those of a map once a row. A name that some rows lack is
 * left as it is there: on a node that is taken over it may be a user's.
 */
function assignments({ columns, more }: Rows): string {
  const set = columns.map(({ name, always }, i) => {
    const value = `row[${CELL.first + i}]`;
    return `${propertyText(name)}: ${always ? value : `coalesce(${value}, x.${propertyText(name)})`}`;
  });
  const marks = [`${HASH_PROPERTY}: row[${CELL.hash}]`, `${KEYS_PROPERTY}: new`];
  // First, so that ours wins over a user's of the same name.
  const rest = more ? `x += row[${CELL.first + columns.length}], ` : "";
  return `${rest}x += {${[...set, ...marks].join(", ")}}`;
}

export interface UpdateRow {
  eid: string;
  id: string;
  /** With `null` for what goes. */
  properties: Record<string, unknown>;
}

export function updateNodes(
  add: readonly string[],
  remove: readonly string[],
  list: readonly UpdateRow[],
): Statement {
  const query = rows(list)
    .raw("MATCH (x) WHERE elementId(x) = row.eid AND x.id = row.id")
    .raw(`SET x += row.properties, x${labelText(add)}`);
  if (remove.length > 0) query.raw(`REMOVE x${labelText(remove)}`);
  return query.return("count(*) AS written").buildQueryObject();
}

export function updateEdges(list: readonly UpdateRow[]): Statement {
  return rows(list)
    .raw("MATCH ()-[x]->() WHERE elementId(x) = row.eid AND x.id = row.id")
    .raw("SET x += row.properties")
    .return("count(*) AS written")
    .buildQueryObject();
}

export interface ItemRow {
  eid: string;
  id: string;
}

export function deleteEdges(list: readonly ItemRow[]): Statement {
  return rows(list)
    .raw(`MATCH ()-[x]->() WHERE elementId(x) = row.eid AND x.id = row.id AND x.${HASH_PROPERTY} IS NOT NULL`)
    .raw("DELETE x")
    .return("count(*) AS written")
    .buildQueryObject();
}

export function markLeaving(list: readonly ItemRow[]): Statement {
  return rows(list)
    .raw(`MATCH (x) WHERE elementId(x) = row.eid AND x.id = row.id AND x.${HASH_PROPERTY} IS NOT NULL`)
    .raw(`SET x.${HASH_PROPERTY} = '${LEAVING}'`)
    .return("count(*) AS written")
    .buildQueryObject();
}

/** Leaving nodes on which a relationship to something that stays still hangs: a user's, since ours are gone by now. */
export function heldNodes(list: readonly ItemRow[]): Statement {
  return rows(list)
    .raw(`MATCH (x) WHERE elementId(x) = row.eid AND x.${HASH_PROPERTY} = '${LEAVING}'`)
    .raw(
      `MATCH (x)-[users]-(other) WHERE users.${HASH_PROPERTY} IS NULL AND (other.${HASH_PROPERTY} IS NULL OR other.${HASH_PROPERTY} <> '${LEAVING}')`,
    )
    .raw(`RETURN DISTINCT row.eid AS eid, x.id AS id, x.${KEYS_PROPERTY} AS keys, x.name AS name`)
    .buildQueryObject();
}

export function deleteNodes(list: readonly ItemRow[]): Statement {
  return rows(list)
    .raw(`MATCH (x) WHERE elementId(x) = row.eid AND x.id = row.id AND x.${HASH_PROPERTY} = '${LEAVING}'`)
    .raw("DETACH DELETE x")
    .return("count(*) AS written")
    .buildQueryObject();
}

/** A node that was retracted and is now stated again gets its type back, with the user's relationships on it. */
export function adoptRetracted(key: string, ids: readonly string[]): Statement {
  return rows(ids)
    .raw(`MATCH (x${labelText([RETRACTED_LABEL])} {id: row})`)
    .raw(`SET x${labelText([key])} REMOVE x${labelText([RETRACTED_LABEL])}`)
    .return("count(*) AS written")
    .buildQueryObject();
}

/** Takes stale properties of an item away that another loader wrote meanwhile. */
export function clearStale(element: "node" | "edge", list: readonly UpdateRow[]): Statement {
  const pattern = element === "node" ? "(x)" : "()-[x]->()";
  return rows(list)
    .raw(`MATCH ${pattern} WHERE elementId(x) = row.eid`)
    .raw("SET x += row.properties")
    .return("count(*) AS written")
    .buildQueryObject();
}
