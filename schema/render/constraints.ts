/**
 * What a Neo4j 5 database needs before it is loaded: a uniqueness constraint on the id of every type (an import without
 * is about a hundred times slower), indexes on names and dates, and full-text indexes that work for Chinese. Community
 * edition has no existence or key constraints, so there are none here; `validateGraph` checks those.
 * @module
 */
import { ENTITY_LABEL, edgeTypes, nodeTypes } from "../registry.ts";

const PREFIX = "reportgraph";
/** Lucene's bigram analyzer for Chinese, Japanese and Korean; the standard one splits 鞍钢 into two unrelated letters. */
const CJK =
  "OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false } }";

/** Names of the two full-text indexes, for `db.index.fulltext.queryNodes`. */
export const fulltextIndexes: { readonly names: string; readonly words: string } = {
  names: `${PREFIX}_names`,
  words: `${PREFIX}_words`,
};

function uniqueNode(label: string, key: readonly string[]): string {
  const name = `${PREFIX}_${label.toLowerCase()}_${key.join("_").toLowerCase()}`;
  const properties = key.map((property) => `n.${property}`).join(", ");
  return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE ${key.length > 1 ? `(${properties})` : properties} IS UNIQUE`;
}

function uniqueEdge(type: string): string {
  return `CREATE CONSTRAINT ${PREFIX}_${type.toLowerCase()}_id IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`;
}

function index(label: string, property: string): string {
  return `CREATE INDEX ${PREFIX}_${label.toLowerCase()}_${property.toLowerCase()} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
}

function fulltext(name: string, labels: readonly string[], properties: readonly string[]): string {
  const each = properties.map((property) => `n.${property}`).join(", ");
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${labels.join("|")}) ON EACH [${each}] ${CJK}`;
}

/** Statements in the order in which they are to be run, without semicolons; each may be run again. */
export const constraintStatements: readonly string[] = [
  uniqueNode(ENTITY_LABEL, ["id"]),
  ...nodeTypes.map(({ type, spec }) => uniqueNode(type, spec.key)),
  ...edgeTypes.map(({ type }) => uniqueEdge(type)),
  index(ENTITY_LABEL, "name"),
  ...nodeTypes.flatMap(({ type, properties }) =>
    ["name", "date", "stage"]
      .filter((property) => Object.hasOwn(properties, property))
      .map((property) => index(type, property)),
  ),
  fulltext(
    fulltextIndexes.names,
    nodeTypes.filter(({ properties }) => Object.hasOwn(properties, "name")).map(({ type }) => type),
    ["name", "aliases"],
  ),
  fulltext(fulltextIndexes.words, ["Quote", "Observation", "Report"], ["text", "original", "title"]),
];

export function renderConstraints(): string {
  const head = [
    "// Constraints and indexes of reportgraph for Neo4j 5. Made by `npm run schema`; do not edit.",
    "// Run before loading: cypher-shell -f constraints.cypher",
  ];
  return `${[...head, ...constraintStatements.map((statement) => `${statement};`)].join("\n")}\n`;
}
